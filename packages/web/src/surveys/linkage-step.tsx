import { useText } from '../text/language.tsx';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { Panel } from '../ui/panel.tsx';
import type { StepProps } from './campaign-editor.tsx';

const LINKAGES = ['one-time', 'panel', 'open', 'linked'] as const;

/** How answers relate to people, in plain words: it decides what can be promised to a respondent. */
export function LinkageStep({ form }: StepProps) {
  const text = useText('surveys');
  return (
    <Panel title={text('step.linkage')} note={text('linkage.note')}>
      <ChoiceCards
        legend={text('linkage.legend')}
        value={form.values.linkage}
        onChange={(linkage) => form.change({ ...form.values, linkage, consentVersion: '' })}
        choices={LINKAGES.map((value) => ({
          value,
          title: text(`linkage.${value}`),
          words: text(`linkage.${value}.words`),
          isClosed: value === 'linked',
        }))}
      />
    </Panel>
  );
}
