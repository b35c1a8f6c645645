import { Stack } from '@mantine/core';
import { useText } from '../text/language.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextsInput } from '../ui/texts-input.tsx';
import type { StepProps } from './campaign-editor.tsx';

/** What respondents read: neutral words, since a neighbour may look over a shoulder. */
export function WordsStep({ form }: StepProps) {
  const text = useText('surveys');
  const { title, purpose, audience } = form.values;
  return (
    <Panel title={text('step.words')} note={text('words.note')}>
      <Stack gap="xl">
        <TextsInput
          legend={text('words.title')}
          help={text('words.titleHelp')}
          value={title}
          onChange={(texts) => form.set('title', texts)}
          maxLength={200}
        />
        <TextsInput
          legend={text('words.purpose')}
          help={text('words.purposeHelp')}
          value={purpose}
          onChange={(texts) => form.set('purpose', texts)}
          isLong
        />
        <TextsInput
          legend={text('words.audience')}
          help={text('words.audienceHelp')}
          value={audience}
          onChange={(texts) => form.set('audience', texts)}
          isLong
        />
      </Stack>
    </Panel>
  );
}
