import { NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import {
  DECLINE_REASONS,
  DISCONTINUE_REASONS,
  FEEDBACK_HELPED,
  FEEDBACK_NEXT,
  type ReceiverKind,
  ReceiverWord,
} from '@tirek/domain/referrals';
import { useState } from 'react';
import { safeParse } from 'zod/mini';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './referrals.module.css';
import { useReferralWords } from './use-referral-words.ts';

interface Values {
  readonly reason: string;
  /** As the browser's field has it: of the wall clock. */
  readonly at: string;
  readonly cameOn: string;
  readonly hasCome: string;
  readonly helped: string;
  readonly next: string;
  readonly words: string;
}

/** One word of the receiver, with what belongs to it; of the feedback three taps and, if he likes, a few words. */
export function SayDialog({
  kind,
  today,
  isBusy,
  error,
  onClose,
  onSay,
}: {
  kind: ReceiverKind;
  today: string;
  isBusy: boolean;
  error: unknown;
  onClose: () => void;
  onSay: (word: ReceiverWord) => void;
}) {
  const text = useText('referrals');
  const t = useReferralWords();
  const [values, setValues] = useState<Values>({
    ...{ reason: '', at: '', cameOn: today, hasCome: '', helped: '', next: '', words: '' },
  });
  const set = (part: Partial<Values>) => setValues({ ...values, ...part });
  const word = wordOf(kind, values);
  const reasons = kind === 'declined' ? DECLINE_REASONS : DISCONTINUE_REASONS;
  return (
    <Dialog
      isOpen
      isDangerous={kind === 'declined'}
      title={text(`say.${kind}`)}
      confirm={text('say.send')}
      canConfirm={word !== null}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onConfirm={() => word && onSay(word)}
    >
      {(kind === 'declined' || kind === 'discontinued') && (
        <NativeSelect
          label={text('reason')}
          data={[
            { value: '', label: text('choose') },
            ...reasons.map((each) => ({ value: each, label: t(`reason.${each}`) })),
          ]}
          value={values.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      )}
      {kind === 'appointment' && (
        <TextInput
          type="datetime-local"
          label={text('say.at')}
          value={values.at}
          onChange={(event) => set({ at: event.currentTarget.value })}
        />
      )}
      {kind === 'attended' && (
        <DatePicker
          label={text('say.day')}
          value={values.cameOn}
          max={today}
          onChange={(cameOn) => set({ cameOn })}
        />
      )}
      {kind === 'feedback' && (
        <>
          <Choice
            label={text('fb.hasCome')}
            options={[
              ['yes', text('yes')],
              ['no', text('no')],
            ]}
            value={values.hasCome}
            onChange={(hasCome) => set({ hasCome })}
          />
          <Choice
            label={text('fb.helped')}
            options={FEEDBACK_HELPED.map((each) => [each, t(`helped.${each}`)])}
            value={values.helped}
            onChange={(helped) => set({ helped })}
          />
          <Choice
            label={text('fb.next')}
            options={FEEDBACK_NEXT.map((each) => [each, t(`next.${each}`)])}
            value={values.next}
            onChange={(next) => set({ next })}
          />
          <Textarea
            label={text('fb.words')}
            description={text('fb.words.note')}
            autosize
            minRows={2}
            maxLength={1000}
            value={values.words}
            onChange={(event) => set({ words: event.currentTarget.value })}
          />
        </>
      )}
      <p className={styles.quiet}>{text('say.sure')}</p>
    </Dialog>
  );
}

function Choice({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: ReadonlyArray<readonly [value: string, label: string]>;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {options.map(([each, name]) => (
          <Radio key={each} value={each} label={name} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** What would be sent; null while something is to be chosen yet. */
function wordOf(kind: ReceiverKind, values: Values): ReceiverWord | null {
  const { reason, at, cameOn, hasCome, helped, next, words } = values;
  const parts = {
    ...{ kind, reason, cameOn, helped, next, words },
    at: at === '' ? '' : new Date(at).toISOString(),
    hasCome: hasCome === '' ? null : hasCome === 'yes',
  };
  const parsed = safeParse(ReceiverWord, parts);
  return parsed.success ? parsed.data : null;
}
