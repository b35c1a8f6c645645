import { NumberInput, Textarea } from '@mantine/core';
import {
  ATTENDANCES,
  type Attendance,
  foldSupport,
  LONGEST_NOTE,
  MOST_MINUTES,
  proposeSheet,
  type SupportRecords,
  type SupportSession,
} from '@tirek/domain/support';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { useClient } from '../api/client.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type BeginDraft, BeginFields, beginOf, NEW_HELP } from './begin-fields.tsx';
import { Choice } from './choice.tsx';
import { SUPPORT_READS } from './support-reads.ts';
import { useSupportWords } from './use-support-words.ts';
import { whatGiven } from './what-given.ts';

interface Values {
  /** Of what is written: sent after a crash once more, it is still the same thing. */
  readonly id: string;
  readonly courseId: string;
  /** True: none of the help that she has, but something new. */
  readonly isNew: boolean;
  readonly begin: BeginDraft;
  readonly heldOn: string;
  readonly minutes: number;
  readonly language: string;
  readonly attendance: Attendance;
  readonly note: string;
}

const OFFERED = ATTENDANCES.filter((each) => each !== 'struck');

/** What is written down after a meeting with one person, or the entry that stands in the place of another one. */
export function SheetDialog({
  personId,
  records,
  today,
  corrected = null,
  onClose,
}: {
  personId: string;
  records: SupportRecords;
  today: string;
  corrected?: SupportSession | null;
  onClose: () => void;
}) {
  const text = useText('support');
  const t = useSupportWords();
  const tell = useToast();
  const { language } = useLanguage();
  const { api } = useClient();
  const open = foldSupport(records).filter(({ end }) => end === null);
  const form = useKeptForm<Values>(`support ${personId} ${corrected?.id ?? ''}`, () => {
    const proposed = proposeSheet(records, { language });
    const begun = corrected ?? proposed;
    return {
      id: api.newId(),
      courseId: corrected?.courseId ?? proposed.courseId ?? api.newId(),
      isNew: corrected === null && proposed.courseId === null,
      begin: NEW_HELP,
      heldOn: corrected?.heldOn ?? today,
      minutes: begun.minutes,
      language: begun.language,
      attendance: corrected?.attendance ?? 'attended',
      // What the corrected entry says would not be shown any more.
      note: corrected?.note ?? '',
    };
  });
  const write = useWrite('recordSupportSheet', {
    renews: SUPPORT_READS,
    onDone: () => {
      form.drop();
      tell(text('saved'));
      onClose();
    },
  });
  const { values, set } = form;
  const { id, courseId, isNew, heldOn, minutes, attendance, note } = values;
  const begins = isNew ? beginOf(values.begin, null) : null;
  const send = () =>
    write.mutate({
      sheet: {
        ...{ heldOn, minutes, language: values.language, begins },
        rows: [
          {
            ...{ id, courseId, personId, attendance, supersedes: corrected?.id ?? null },
            note: note.trim() === '' ? null : note,
          },
        ],
      },
    });
  return (
    <Dialog
      isOpen
      title={text(corrected ? 'sheet.correct' : 'sheet.title')}
      confirm={text('save')}
      canConfirm={heldOn !== '' && minutes >= 1 && !(isNew && begins === null)}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={send}
    >
      {corrected === null && (
        <Choice
          label={text('course')}
          values={open.map(({ course }) => course.id)}
          word={(each) => {
            const found = open.find(({ course }) => course.id === each);
            return found ? whatGiven(found.course, t) : '';
          }}
          none={text('course.new')}
          value={isNew ? '' : courseId}
          onChange={(each) =>
            form.change({ ...values, isNew: each === '', courseId: each || api.newId() })
          }
        />
      )}
      {isNew && (
        <BeginFields
          draft={values.begin}
          onChange={(part) => set('begin', { ...values.begin, ...part })}
        />
      )}
      <Choice
        label={text('attendance')}
        values={corrected ? ATTENDANCES : OFFERED}
        word={(each) => t(`attendance.${each}`)}
        value={attendance}
        isChosen
        onChange={(each) => each !== '' && set('attendance', each)}
      />
      <DatePicker
        label={text('heldOn')}
        value={heldOn}
        max={today}
        onChange={(day) => set('heldOn', day)}
      />
      <MinutesInput value={minutes} onChange={(value) => set('minutes', value)} />
      <LanguageChoice value={values.language} onChange={(value) => set('language', value)} />
      <Textarea
        label={text('note')}
        description={text('note.help')}
        autosize
        minRows={2}
        maxLength={LONGEST_NOTE}
        value={note}
        onChange={(event) => set('note', event.currentTarget.value)}
      />
    </Dialog>
  );
}

export function MinutesInput({
  value,
  onChange,
}: {
  value: number;
  onChange: (minutes: number) => void;
}) {
  const text = useText('support');
  return (
    <NumberInput
      label={text('minutes')}
      min={1}
      max={MOST_MINUTES}
      step={5}
      allowDecimal={false}
      value={value}
      onChange={(given) => typeof given === 'number' && onChange(given)}
    />
  );
}

export function LanguageChoice({
  value,
  onChange,
}: {
  value: string;
  onChange: (language: string) => void;
}) {
  const text = useText('support');
  return (
    <Choice
      label={text('language')}
      values={LANGUAGES as readonly Language[]}
      word={(each) => LANGUAGE_NAMES[each]}
      value={value as Language}
      isChosen
      onChange={onChange}
    />
  );
}
