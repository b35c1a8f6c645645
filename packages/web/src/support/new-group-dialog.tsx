import { Checkbox } from '@mantine/core';
import { ATTENDANCES, type Attendance, USUAL_MINUTES } from '@tirek/domain/support';
import { useClient } from '../api/client.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { type BeginDraft, BeginFields, beginOf, NEW_HELP } from './begin-fields.tsx';
import { Choice } from './choice.tsx';
import { LanguageChoice, MinutesInput } from './sheet-dialog.tsx';
import styles from './support.module.css';
import { SUPPORT_READS } from './support-reads.ts';
import { useSupportWords } from './use-support-words.ts';

interface Values {
  readonly groupId: string;
  readonly begin: BeginDraft;
  readonly heldOn: string;
  readonly minutes: number;
  readonly language: string;
  /** By person: the ids of what begins for her, and whether she came. */
  readonly rows: Readonly<
    Record<
      string,
      { readonly id: string; readonly courseId: string; readonly attendance: Attendance }
    >
  >;
}

const OFFERED = ATTENDANCES.filter((each) => each !== 'struck');
const KINDS = ['group', 'peer', 'trade', 'tutoring'] as const;
const FEWEST = 2;

/** The first meeting of a group: who belongs to it, what it is, and who came. */
export function NewGroupDialog({
  names,
  today,
  onClose,
}: {
  names: ReadonlyMap<string, string>;
  today: string;
  onClose: () => void;
}) {
  const text = useText('support');
  const t = useSupportWords();
  const tell = useToast();
  const { language } = useLanguage();
  const { api } = useClient();
  const form = useKeptForm<Values>('support new group', () => ({
    groupId: api.newId(),
    begin: { ...NEW_HELP, kind: 'group' },
    heldOn: today,
    minutes: USUAL_MINUTES,
    language,
    rows: {},
  }));
  const write = useWrite('recordSupportSheet', {
    renews: SUPPORT_READS,
    onDone: () => {
      form.drop();
      tell(text('saved'));
      onClose();
    },
  });
  const { values, set } = form;
  const { heldOn, minutes, rows } = values;
  const begins = beginOf(values.begin, values.groupId);
  const toggle = (personId: string, isIn: boolean) => {
    const { [personId]: _, ...rest } = rows;
    const added = { id: api.newId(), courseId: api.newId(), attendance: 'attended' as const };
    set('rows', isIn ? { ...rows, [personId]: added } : rest);
  };
  return (
    <Dialog
      isOpen
      title={text('groups.new')}
      confirm={text('save')}
      canConfirm={begins !== null && heldOn !== '' && Object.keys(rows).length >= FEWEST}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        write.mutate({
          sheet: {
            ...{ heldOn, minutes, language: values.language, begins },
            rows: Object.entries(rows).map(([personId, row]) => ({
              ...{ ...row, personId, supersedes: null, note: null },
            })),
          },
        })
      }
    >
      <BeginFields
        draft={values.begin}
        kinds={KINDS}
        onChange={(part) => set('begin', { ...values.begin, ...part })}
      />
      <fieldset className={styles.participants}>
        <legend>{text('groups.who')}</legend>
        {[...names].map(([personId, name]) => {
          const row = rows[personId];
          return (
            <div key={personId}>
              <Checkbox
                label={name}
                checked={row !== undefined}
                onChange={(event) => toggle(personId, event.currentTarget.checked)}
              />
              {row && (
                <Choice
                  label={text('attendanceOf', { name })}
                  values={OFFERED}
                  word={(each) => t(`attendance.${each}`)}
                  value={row.attendance}
                  isChosen
                  onChange={(attendance) =>
                    attendance !== '' &&
                    set('rows', { ...rows, [personId]: { ...row, attendance } })
                  }
                />
              )}
            </div>
          );
        })}
      </fieldset>
      <DatePicker
        label={text('heldOn')}
        value={heldOn}
        max={today}
        onChange={(day) => set('heldOn', day)}
      />
      <MinutesInput value={minutes} onChange={(value) => set('minutes', value)} />
      <LanguageChoice value={values.language} onChange={(value) => set('language', value)} />
    </Dialog>
  );
}
