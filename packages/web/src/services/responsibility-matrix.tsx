import { familyCaseTexts, NEED_CATEGORY_IDS } from '@tirek/domain/cases';
import { holdsOn } from '@tirek/domain/services';
import { useLanguage, useText } from '../text/language.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './responsibilities.module.css';
import type { ResponsibilityMap } from './responsibilities-page.tsx';
import { useServiceWords } from './use-service-words.ts';

/** The whole map on a desk: needs by region; a phone has the list of one region above. */
export function ResponsibilityMatrix({
  map: { responsibilities, today },
  regions,
  onChoose,
}: {
  map: ResponsibilityMap;
  regions: readonly { readonly code: string; readonly name: string }[];
  onChoose: (region: string) => void;
}) {
  const text = useText('responsibilities');
  const { language } = useLanguage();
  const { category } = useServiceWords();
  const t = familyCaseTexts(language);
  return (
    <div className={styles.wide}>
      <Panel title={text('matrix')} note={text('matrixNote')}>
        <section
          className={styles.scroll}
          aria-label={text('matrix')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
          tabIndex={0}
        >
          <table className={styles.matrix}>
            <thead>
              <tr>
                <th scope="col">{text('region')}</th>
                {NEED_CATEGORY_IDS.map((each) => (
                  <th key={each} scope="col">
                    <span>{category(each)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {regions.map(({ code, name }) => (
                <tr key={code}>
                  <th scope="row">
                    <button type="button" className={styles.link} onClick={() => onChoose(code)}>
                      {name}
                    </button>
                  </th>
                  {NEED_CATEGORY_IDS.map((each) => {
                    const held = holdsOn(responsibilities, { region: code, category: each }, today);
                    return (
                      <td key={each} className={held ? undefined : styles.red}>
                        {held ? t(`body.${held.responsible.accountable.body}`) : text('nobody')}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
    </div>
  );
}
