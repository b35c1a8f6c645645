import {
  type Body,
  NEED_CATEGORY_IDS,
  NEED_VOICES,
  type NeedCategory,
  SEVERITIES,
  type Standing,
} from '@tirek/domain/cases';
import { useClient } from '../api/client.ts';
import { ProposedHolder } from '../services/index.ts';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type CaseShown, useCaseWords, useCaseWrite } from './case-shown.ts';
import { AboutChoice, BodyFields, Choice, WordsArea } from './fields.tsx';

interface Draft {
  /** Of what is written: sent after a crash once more, it is still the same thing. */
  readonly id: string;
  readonly category: NeedCategory | '';
  readonly personId: string;
  readonly severity: (typeof SEVERITIES)[number] | '';
  readonly voice: (typeof NEED_VOICES)[number] | '';
  readonly notedOn: string;
  readonly body: Body | '';
  readonly bodyName: string;
  readonly dueOn: string;
  readonly text: string;
}

function draftOf(
  known: Standing<'need'> | null,
  { id, today }: { id: string; today: string },
): Draft {
  const value = known?.newest.value;
  return {
    id,
    category: value?.category ?? '',
    personId: known?.newest.personId ?? '',
    severity: value?.severity ?? '',
    voice: value?.voice ?? '',
    notedOn: value?.notedOn ?? today,
    body: value?.held?.body ?? '',
    bodyName: known?.words?.body ?? '',
    dueOn: value?.held?.dueOn ?? '',
    text: known?.words?.text ?? '',
  };
}

/** Notes a need, or changes one: what it is, and in whose hands. */
export function NeedDialog({
  shown,
  known,
  onClose,
}: {
  shown: CaseShown;
  known: Standing<'need'> | null;
  onClose: () => void;
}) {
  const text = useText('cases');
  const { t, category } = useCaseWords();
  const { api } = useClient();
  const form = useKeptForm<Draft>(`need ${shown.family.id} ${known?.id ?? ''}`, () =>
    draftOf(known, { id: known?.id ?? api.newId(), today: shown.today }),
  );
  const write = useCaseWrite(shown, () => {
    form.drop();
    onClose();
  });
  const { values, set } = form;
  const { body, severity, voice } = values;
  const isWhole =
    values.category !== '' &&
    severity !== '' &&
    voice !== '' &&
    values.notedOn !== '' &&
    (body === '' || values.dueOn !== '');
  return (
    <Dialog
      isOpen
      title={text(known ? 'need.change' : 'need.add')}
      confirm={text('need.save')}
      canConfirm={isWhole}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => {
        if (values.category === '' || severity === '' || voice === '') return;
        const held = body === '' ? null : { body, dueOn: values.dueOn };
        const { notedOn } = values;
        write.send({
          kind: 'need',
          subjectId: values.id,
          state: 'open',
          personId: values.personId || null,
          value: { category: values.category, severity, voice, notedOn, held },
          words: { text: values.text, body: values.bodyName },
        });
      }}
    >
      <Choice
        label={text('need.category')}
        values={NEED_CATEGORY_IDS}
        word={category}
        value={values.category}
        onChange={(value) => set('category', value)}
      />
      <AboutChoice
        shown={shown}
        value={values.personId}
        onChange={(value) => set('personId', value)}
      />
      <Choice
        label={text('need.severity')}
        values={SEVERITIES}
        word={(each) => t(`severity.${each}`)}
        value={severity}
        onChange={(value) => set('severity', value)}
      />
      <Choice
        label={text('need.voice')}
        values={NEED_VOICES}
        word={(each) => t(`voice.${each}`)}
        value={voice}
        onChange={(value) => set('voice', value)}
      />
      <DatePicker
        label={text('need.notedOn')}
        value={values.notedOn}
        onChange={(value) => set('notedOn', value)}
        max={shown.today}
      />
      {values.category !== '' && body === '' && (
        <ProposedHolder
          category={values.category}
          notedOn={values.notedOn}
          onTake={(held) => form.change({ ...values, ...held })}
        />
      )}
      <BodyFields
        label={text('need.body')}
        none={text('need.bodyNobody')}
        body={body}
        bodyName={values.bodyName}
        onChange={(part) => form.change({ ...values, ...part })}
      />
      {body !== '' && (
        <DatePicker
          label={text('need.due')}
          value={values.dueOn}
          onChange={(value) => set('dueOn', value)}
        />
      )}
      <WordsArea
        label={text('need.text')}
        description={text('note.textHelp')}
        value={values.text}
        onChange={(value) => set('text', value)}
      />
    </Dialog>
  );
}
