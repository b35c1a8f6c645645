import {
  HELP_MEASURES,
  HELPED_GROUPS,
  type HelpedGroup,
  type HelpMeasure,
} from '@tirek/domain/reports/help-given';
import { supportTexts } from '@tirek/domain/support';
import { useLanguage, useText } from '../../text/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';

const OWN = {
  base: 'help.base',
  aid: 'help.aid',
  clinical: 'help.clinical',
  care: 'help.care',
} as const;

/** A kind of help, or what else people are counted for, in words. */
export function useMeasureWord(): (measure: HelpMeasure) => string {
  const text = useText('support');
  const t = supportTexts(useLanguage().language);
  return (measure) =>
    measure === 'base' || measure === 'aid' || measure === 'clinical' || measure === 'care'
      ? text(OWN[measure])
      : t(`kind.${measure}`);
}

/** How many women, men and children got what. */
export function HelpTable({
  told,
}: {
  told: (measure: HelpMeasure, group: HelpedGroup) => string;
}) {
  const text = useText('support');
  const word = useMeasureWord();
  return (
    <DataTable
      caption={text('help')}
      rows={HELP_MEASURES}
      keyOf={(measure) => measure}
      columns={[
        { key: 'measure', header: text('help.what'), isRowHeader: true, cell: word },
        ...HELPED_GROUPS.map((group) => ({
          key: group,
          header: text(`help.${group}`),
          isNumber: true,
          cell: (measure: HelpMeasure) => told(measure, group),
        })),
      ]}
    />
  );
}
