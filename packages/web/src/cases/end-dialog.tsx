import { Radio, Stack } from '@mantine/core';
import { type Standing, UNDONE_REASONS } from '@tirek/domain/cases';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type CaseShown, useCaseWords, useCaseWrite } from './case-shown.ts';
import { Choice, WordsArea } from './fields.tsx';

export type Ending = Standing<'need'> | Standing<'goal'> | Standing<'action'>;

const ENDS = {
  need: ['met', 'dropped'],
  goal: ['reached', 'dropped'],
  action: ['done', 'not-done'],
} as const;
type End = (typeof ENDS)[keyof typeof ENDS][number];

interface Draft {
  readonly state: End | '';
  readonly on: string;
  readonly reason: (typeof UNDONE_REASONS)[number] | '';
  readonly remark: string;
}

/** How a need, a goal or a step ended. Without a remark it can be written down even after a consent was taken back. */
export function EndDialog({
  shown,
  ending,
  onClose,
}: {
  shown: CaseShown;
  ending: Ending;
  onClose: () => void;
}) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const { kind } = ending.newest;
  const form = useKeptForm<Draft>(`end ${ending.id}`, () => ({
    ...{ state: '', on: shown.today, reason: '', remark: '' },
  }));
  const write = useCaseWrite(shown, () => {
    form.drop();
    onClose();
  });
  const { values, set } = form;
  const { state } = values;
  const send = () => {
    const words = values.remark.trim() === '' ? null : { text: values.remark, body: '' };
    const { newest } = ending;
    const same = { subjectId: ending.id, personId: newest.personId, words };
    if (newest.kind === 'need' && (state === 'met' || state === 'dropped')) {
      write.send({ ...same, kind: 'need', state, value: newest.value });
    }
    if (newest.kind === 'goal' && (state === 'reached' || state === 'dropped')) {
      write.send({ ...same, kind: 'goal', state, value: newest.value });
    }
    if (newest.kind === 'action' && (state === 'done' || state === 'not-done')) {
      const reason = state === 'not-done' && values.reason !== '' ? values.reason : null;
      const value = { ...newest.value, endedOn: values.on, reason };
      write.send({ ...same, kind: 'action', state, value });
    }
  };
  const isWhole =
    state !== '' && values.on !== '' && (state !== 'not-done' || values.reason !== '');
  return (
    <Dialog
      isOpen
      title={text(`end.${kind}`)}
      confirm={text('end.go')}
      canConfirm={isWhole}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={send}
    >
      {ending.words?.text && <p>{ending.words.text}</p>}
      <Radio.Group
        label={text('end.state')}
        value={state}
        onChange={(value) => set('state', value as End)}
      >
        <Stack gap="xs" mt="xs">
          {ENDS[kind].map((end) => (
            <Radio
              key={end}
              value={end}
              label={text(kind === 'goal' && end === 'dropped' ? 'end.given-up' : `end.${end}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {state === 'not-done' && (
        <Choice
          label={text('end.reason')}
          values={UNDONE_REASONS as readonly Exclude<Draft['reason'], ''>[]}
          word={(each) => t(`undone.${each}`)}
          value={values.reason}
          onChange={(value) => set('reason', value)}
        />
      )}
      {kind === 'action' && (
        <DatePicker
          label={text('end.on')}
          value={values.on}
          onChange={(value) => set('on', value)}
          max={shown.today}
        />
      )}
      <WordsArea
        label={text('end.remark')}
        value={values.remark}
        onChange={(value) => set('remark', value)}
      />
    </Dialog>
  );
}
