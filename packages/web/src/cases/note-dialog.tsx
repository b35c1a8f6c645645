import { NOTE_FORMS, NOTE_OUTCOMES, type Standing } from '@tirek/domain/cases';
import type { Paper } from '@tirek/domain/files';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { FileField, useAttaching } from '../files/index.ts';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type CaseShown, useCaseWords, useCaseWrite } from './case-shown.ts';
import { AboutChoice, Choice, KeptMark, WordsArea } from './fields.tsx';

type Form = Standing<'note'>['newest']['value']['form'];

interface Draft {
  /** Of what is written: sent after a crash once more, it is still the same thing. */
  readonly id: string;
  readonly form: Form | '';
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
  const form = useKeptForm<Draft>(`note ${shown.family.id} ${known?.id ?? ''}`, () => ({
    id: known?.id ?? api.newId(),
    form: known?.newest.value.form ?? '',
    heldOn: known?.newest.value.heldOn ?? shown.today,
    outcome: known?.newest.value.outcome ?? 'met',
    personId: known?.newest.personId ?? '',
    text: known?.words?.text ?? '',
  }));
  const attaching = useAttaching();
  const [paper, setPaper] = useState<Paper>('form');
  const write = useCaseWrite(shown, () => {
    form.drop();
    onClose();
  });
  const { values, set } = form;
  const { outcome, heldOn } = values;
  const forms: readonly Form[] = values.form === 'hand-over' ? [values.form] : NOTE_FORMS;
  const send = async () => {
    if (values.form === '' || outcome === '') return;
    const personId = values.personId || null;
    // First what a line can lose, and then the note that speaks of it.
    const to = { familyId: shown.family.id, personId, subjectId: values.id, paper };
    if (!(await attaching.send(to))) return;
    write.send({
      ...{ kind: 'note', subjectId: values.id, state: 'written', personId },
      value: { form: values.form, heldOn, outcome },
      words: { text: values.text, body: '' },
    });
  };
  return (
    <Dialog
      isOpen
      title={text(known ? 'note.amend' : 'note.add')}
      confirm={text('need.save')}
      canConfirm={values.form !== '' && outcome !== '' && heldOn !== ''}
      isBusy={write.isPending || attaching.part !== null}
      error={write.error}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      <Choice
        label={text('note.form')}
        values={forms}
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
      <KeptMark form={form} />
      <FileField attaching={attaching} paper={paper} onPaper={setPaper} />
    </Dialog>
  );
}
