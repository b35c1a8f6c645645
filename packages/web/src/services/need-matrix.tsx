import { NEED_CATEGORY_IDS, type NeedCategory } from '@tirek/domain/cases';
import type { ReactNode } from 'react';
import type { RegionName } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import styles from './need-matrix.module.css';
import { useServiceWords } from './use-service-words.ts';

interface NeedMatrixProps {
  /** What is in the cells, read out. */
  readonly label: string;
  readonly regions: readonly RegionName[];
  readonly head?: (region: RegionName) => ReactNode;
  /** What a cell says, and a light colour that repeats it. */
  readonly cell: (
    region: string,
    category: NeedCategory,
  ) => { readonly words: string; readonly colour?: string | undefined; readonly isBad?: boolean };
}

/** Every need by every region, on a desk; a phone is shown the same as lists. */
export function NeedMatrix({ label, regions, head = ({ name }) => name, cell }: NeedMatrixProps) {
  const text = useText('directory');
  const { category } = useServiceWords();
  return (
    <section
      className={styles.scroll}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
      tabIndex={0}
    >
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{text('find.region')}</th>
            {NEED_CATEGORY_IDS.map((each) => (
              <th key={each} scope="col">
                <span>{category(each)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <tr key={region.code}>
              <th scope="row">{head(region)}</th>
              {NEED_CATEGORY_IDS.map((each) => {
                const { words, colour, isBad = false } = cell(region.code, each);
                return (
                  <td
                    key={each}
                    className={isBad ? styles.bad : undefined}
                    style={colour ? { background: colour } : undefined}
                  >
                    {words}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
