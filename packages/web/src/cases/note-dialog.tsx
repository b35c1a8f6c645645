import { NOTE_FORMS, NOTE_OUTCOMES, type Standing } from '@tirek/domain/cases';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type CaseShown, useCaseWords, useCaseWrite } from './case-shown.ts';
import { AboutChoice, Choice, WordsArea } from './fields.tsx';

interface Draft {
  readonly form: (typeof NOTE_FORMS)[number] | '';
  readonly heldOn: string;
  readonly outcome: (typeof NOTE_OUTCOMES)[number] | '';
  readonly personId: string;
  readonly text: string;
}

/** A note of a contact, or its next version; what stood there before can still be read. */
export function NoteDialog({
  shown,
  known,
  onClose,
}: {
  shown: CaseShown;
  known: Standing<'note'> | null;
  onClose: () => void;
}) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const { api } = useClient();
  const [subjectId] = useState(() => known?.id ?? api.newId());
  const form = useKeptForm<Draft>(`note ${shown.family.id} ${known?.id ?? ''}`, () => ({
    form: known?.newest.value.form ?? '',
    heldOn: known?.newest.value.heldOn ?? shown.today,
    outcome: known?.newest.value.outcome ?? 'met',
    personId: known?.newest.personId ?? '',
    text: known?.words?.text ?? '',
  }));
  const write = useCaseWrite(shown, () => {
    form.drop();
    onClose();
  });
  const { values, set } = form;
  const { outcome, heldOn } = values;
  return (
    <Dialog
      isOpen
      title={text(known ? 'note.amend' : 'note.add')}
      confirm={text('need.save')}
      canConfirm={values.form !== '' && outcome !== '' && heldOn !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => {
        if (values.form === '' || outcome === '') return;
        write.send({
          ...{ kind: 'note', subjectId, state: 'written', personId: values.personId || null },
          value: { form: values.form, heldOn, outcome },
          words: { text: values.text, body: '' },
        });
      }}
    >
      <Choice
        label={text('note.form')}
        values={NOTE_FORMS}
        word={(each) => t(`form.${each}`)}
        value={values.form}
        onChange={(value) => set('form', value)}
      />
      <DatePicker
        label={text('note.on')}
        value={heldOn}
        onChange={(value) => set('heldOn', value)}
        max={shown.today}
      />
      <Choice
        label={text('note.outcome')}
        values={NOTE_OUTCOMES}
        word={(each) => t(`outcome.${each}`)}
        value={outcome}
        onChange={(value) => set('outcome', value)}
      />
      <AboutChoice
        shown={shown}
        value={values.personId}
        onChange={(value) => set('personId', value)}
      />
      <WordsArea
        label={text('note.text')}
        description={text('note.textHelp')}
        value={values.text}
        onChange={(value) => set('text', value)}
      />
    </Dialog>
  );
}
