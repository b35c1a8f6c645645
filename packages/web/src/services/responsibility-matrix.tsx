import { familyCaseTexts } from '@tirek/domain/cases';
import { holdsOn } from '@tirek/domain/services';
import type { RegionName } from '../programmes/index.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { NeedMatrix } from './need-matrix.tsx';
import styles from './responsibilities.module.css';
import type { ResponsibilityMap } from './responsibilities-page.tsx';

/** The whole map on a desk: needs by region; a phone has the list of one region above. */
export function ResponsibilityMatrix({
  map: { responsibilities, today },
  regions,
  onChoose,
}: {
  map: ResponsibilityMap;
  regions: readonly RegionName[];
  onChoose: (region: string) => void;
}) {
  const text = useText('responsibilities');
  const { language } = useLanguage();
  const t = familyCaseTexts(language);
  return (
    <div className={styles.wide}>
      <Panel title={text('matrix')} note={text('matrixNote')}>
        <NeedMatrix
          label={text('matrix')}
          regions={regions}
          head={({ code, name }) => (
            <button type="button" className={styles.link} onClick={() => onChoose(code)}>
              {name}
            </button>
          )}
          cell={(region, category) => {
            const held = holdsOn(responsibilities, { region, category }, today);
            return held
              ? { words: t(`body.${held.responsible.accountable.body}`) }
              : { words: text('nobody'), isBad: true };
          }}
        />
      </Panel>
    </div>
  );
}
