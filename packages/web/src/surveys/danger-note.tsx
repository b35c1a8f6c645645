import type { FormChoice } from '@tirek/domain/surveys';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';

/** Before and while a survey asks about danger: what nobody will learn from it, and what whoever says yes is shown. */
export function DangerNote({ forms }: { forms: readonly FormChoice[] }) {
  const text = useText('surveys');
  const may = useMay();
  const askable = useRead('listAskableForms', {}, { isWanted: may('instrument.read') });
  const asksAboutDanger = askable.data?.forms.some(
    ({ code, version, safetyItems }) =>
      safetyItems.length > 0 &&
      forms.some((chosen) => chosen.code === code && chosen.version === version),
  );
  if (!asksAboutDanger) return null;
  return (
    <Panel title={text('danger.title')}>
      <Notice kind="warning" title={text('danger.nobody')} isStanding>
        <p>{text('danger.sees')}</p>
        <p>{text('danger.call')}</p>
        <p>{text('danger.person')}</p>
      </Notice>
    </Panel>
  );
}
