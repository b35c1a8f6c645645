import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';

/** What the numbers are made of: of whom, of when, by which rule. */
export function HelpReceipt({
  from,
  to,
  rule,
  isOwn = false,
}: {
  from: string;
  to: string;
  rule: { readonly version: number; readonly attended: number };
  /** Of the reader's own families, and not as it may be told to others. */
  isOwn?: boolean;
}) {
  const text = useText('support');
  const format = useFormat();
  return (
    <Panel title={text('help.receipt')}>
      <Facts
        facts={[
          [text('help.when'), text('help.span', { from: format.date(from), to: format.date(to) })],
          [text('help.whom'), text(isOwn ? 'help.whomOwn' : 'help.whomWords')],
          [text('help.clinical'), text('help.clinicalWords')],
          [
            text('help.care'),
            text('help.careWords', { attended: rule.attended, version: rule.version }),
          ],
        ]}
      />
    </Panel>
  );
}
