import type { Body, Standing } from '@tirek/domain/cases';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type CaseShown, useCaseWrite } from './case-shown.ts';
import { AboutChoice, BodyFields, WordsArea } from './fields.tsx';

interface Draft {
  /** Of what is written: sent after a crash once more, it is still the same thing. */
  readonly id: string;
  readonly personId: string;
  readonly body: Body | '';
  readonly bodyName: string;
  readonly dueOn: string;
  readonly text: string;
}

/** Agrees a step towards a goal, or another day or other hands for it. */
export function ActionDialog({
  shown,
  goalId,
  known,
  onClose,
}: {
  shown: CaseShown;
  goalId: string;
  known: Standing<'action'> | null;
  onClose: () => void;
}) {
  const text = useText('cases');
  const { api } = useClient();
  const form = useKeptForm<Draft>(`step ${goalId} ${known?.id ?? ''}`, () => ({
    id: known?.id ?? api.newId(),
    personId: known?.newest.personId ?? '',
    body: known?.newest.value.body ?? 'centre',
    bodyName: known?.words?.body ?? '',
    dueOn: known?.newest.value.dueOn ?? '',
    text: known?.words?.text ?? '',
  }));
  const write = useCaseWrite(shown, () => {
    form.drop();
    onClose();
  });
  const { values, set } = form;
  const { body, dueOn } = values;
  return (
    <Dialog
      isOpen
      title={text(known ? 'action.change' : 'action.add')}
      confirm={text('need.save')}
      canConfirm={body !== '' && dueOn !== '' && values.text.trim() !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        body !== '' &&
        write.send({
          kind: 'action',
          subjectId: values.id,
          state: 'open',
          personId: values.personId || null,
          value: { goal: goalId, body, dueOn, endedOn: null, reason: null },
          words: { text: values.text, body: values.bodyName },
        })
      }
    >
      <WordsArea
        label={text('action.text')}
        value={values.text}
        onChange={(value) => set('text', value)}
      />
      <BodyFields
        label={text('action.body')}
        body={body}
        bodyName={values.bodyName}
        onChange={(part) => form.change({ ...values, ...part })}
      />
      <DatePicker
        label={text('need.due')}
        value={dueOn}
        onChange={(value) => set('dueOn', value)}
      />
      <AboutChoice
        shown={shown}
        value={values.personId}
        onChange={(value) => set('personId', value)}
      />
    </Dialog>
  );
}
