import { Radio, Stack, Textarea } from '@mantine/core';
import {
  isCutOf,
  LONGEST_EXCERPT,
  QUOTE_CONSENTS,
  QUOTE_REACHES,
  type ReadExcerpt,
  spotTraces,
} from '@tirek/domain/reports/themes';
import { useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from './themes.module.css';

/** Which words of an excerpt may be quoted, to whom, and how the speaker agreed. */
export function ProposeQuote({ excerpt, onClose }: { excerpt: ReadExcerpt; onClose: () => void }) {
  const text = useText('themes');
  const codebook = useText('codebook');
  const problem = useText('problem');
  const tell = useToast();
  const [words, setWords] = useState(excerpt.text);
  const [consent, setConsent] = useState<string | null>(null);
  const [reach, setReach] = useState<string | null>(null);
  const propose = useWrite('proposeQuote', {
    renews: ['getThemeNote', 'listThemeQuotes'],
    onDone: () => {
      tell(text('propose.done'));
      onClose();
    },
  });
  const isOwnWords = isCutOf(words, excerpt.text);
  const traces = spotTraces(words).map((trace) => trace.text);
  const chosen = {
    consent: QUOTE_CONSENTS.find((each) => each === consent),
    reach: QUOTE_REACHES.find((each) => each === reach),
  };
  return (
    <Dialog
      isOpen
      title={text('note.quote')}
      confirm={text('propose.go')}
      canConfirm={
        isOwnWords &&
        words.trim().length >= 3 &&
        chosen.consent !== undefined &&
        chosen.reach !== undefined
      }
      isBusy={propose.isPending}
      error={propose.error}
      onClose={onClose}
      onConfirm={() => {
        if (!chosen.consent || !chosen.reach) return;
        propose.mutate({
          excerptId: excerpt.id,
          words: words.trim(),
          consent: chosen.consent,
          reach: chosen.reach,
        });
      }}
    >
      <Textarea
        label={text('propose.words')}
        description={text('propose.wordsHelp')}
        value={words}
        maxLength={LONGEST_EXCERPT}
        error={isOwnWords ? null : problem('quote-altered')}
        autosize
        minRows={3}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {traces.length > 0 && (
        <p className={styles.traces}>{text('add.traces', { traces: traces.join('; ') })}</p>
      )}
      <Radio.Group label={text('propose.consent')} value={consent} onChange={setConsent}>
        <Stack gap="xs" mt="xs">
          {QUOTE_CONSENTS.map((value) => (
            <Radio key={value} value={value} label={codebook(`consent.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group label={text('propose.reach')} value={reach} onChange={setReach}>
        <Stack gap="xs" mt="xs">
          {QUOTE_REACHES.map((value) => (
            <Radio key={value} value={value} label={codebook(`reach.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </Dialog>
  );
}
