import { ATTENDANCES, type Attendance, USUAL_MINUTES } from '@tirek/domain/support';
import { useClient } from '../api/client.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { Choice } from './choice.tsx';
import type { GroupShown } from './groups-of.ts';
import { LanguageChoice, MinutesInput } from './sheet-dialog.tsx';
import styles from './support.module.css';
import { SUPPORT_READS } from './support-reads.ts';
import { useSupportWords } from './use-support-words.ts';

interface Values {
  readonly heldOn: string;
  readonly minutes: number;
  readonly language: string;
  /** By course: the id of the row, and whether she came. Everybody did unless told. */
  readonly rows: Readonly<Record<string, { readonly id: string; readonly attendance: Attendance }>>;
}

const OFFERED = ATTENDANCES.filter((each) => each !== 'struck');

/** Who of a group came: one sheet, and of each person a row of her own. */
export function GroupSheetDialog({
  group,
  names,
  today,
  onClose,
}: {
  group: GroupShown;
  names: ReadonlyMap<string, string>;
  today: string;
  onClose: () => void;
}) {
  const text = useText('support');
  const t = useSupportWords();
  const tell = useToast();
  const { language } = useLanguage();
  const { api } = useClient();
  const form = useKeptForm<Values>(`support group ${group.groupId}`, () => ({
    heldOn: today,
    minutes: group.minutes ?? USUAL_MINUTES,
    language: group.language ?? language,
    rows: Object.fromEntries(
      group.courses.map(({ course }) => [
        course.id,
        { id: api.newId(), attendance: 'attended' as const },
      ]),
    ),
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
  const send = () =>
    write.mutate({
      sheet: {
        ...{ heldOn, minutes, language: values.language, begins: null },
        rows: group.courses.flatMap(({ course }) => {
          const row = rows[course.id];
          return row
            ? [
                {
                  ...row,
                  courseId: course.id,
                  personId: course.personId,
                  supersedes: null,
                  note: null,
                },
              ]
            : [];
        }),
      },
    });
  return (
    <Dialog
      isOpen
      title={text('sheet.title')}
      confirm={text('save')}
      canConfirm={heldOn !== '' && minutes >= 1}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={send}
    >
      <div className={styles.participants}>
        {group.courses.map(({ course }) => {
          const row = rows[course.id];
          if (!row) return null;
          return (
            <Choice
              key={course.id}
              label={names.get(course.personId) ?? text('gone')}
              values={OFFERED}
              word={(each) => t(`attendance.${each}`)}
              value={row.attendance}
              isChosen
              onChange={(attendance) =>
                attendance !== '' && set('rows', { ...rows, [course.id]: { ...row, attendance } })
              }
            />
          );
        })}
      </div>
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
