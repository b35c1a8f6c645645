import { Radio, Stack, TextInput } from '@mantine/core';
import type { ConsentWords } from '@tirek/domain/consents';
import type { Language } from '@tirek/domain/text';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import type { Asked } from './sitting.ts';

interface AskedDecisionProps {
  readonly asked: Asked;
  readonly words: ConsentWords;
  /** Of the words. */
  readonly language: Language;
  readonly tomorrow: string;
  readonly onChange: (asked: Asked) => void;
}

/** What was decided about one thing, for how long, and what must not be told all the same. */
export function AskedDecision({ asked, words, language, tomorrow, onChange }: AskedDecisionProps) {
  const text = useText('consents');
  const isGiven = asked.decision === 'given';
  return (
    <>
      <Radio.Group
        aria-label={words.title}
        lang={language}
        value={asked.decision ?? ''}
        onChange={(value) => onChange({ ...asked, decision: value as 'given' | 'declined' })}
      >
        <Stack gap="xs">
          <Radio value="given" label={words.agree} />
          <Radio value="declined" label={words.decline} />
        </Stack>
      </Radio.Group>
      {isGiven && (
        <>
          <DatePicker
            label={text('form.until')}
            value={asked.until}
            min={tomorrow}
            onChange={(until) => onChange({ ...asked, until })}
          />
          <TextInput
            label={text('form.withheld')}
            value={asked.withheld}
            maxLength={300}
            onChange={(event) => onChange({ ...asked, withheld: event.currentTarget.value })}
          />
          {asked.withheld.trim() && (
            <TextInput
              label={text('form.withheldWhy')}
              value={asked.withheldWhy}
              maxLength={300}
              required
              onChange={(event) => onChange({ ...asked, withheldWhy: event.currentTarget.value })}
            />
          )}
        </>
      )}
    </>
  );
}
