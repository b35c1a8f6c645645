import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { findPackage } from '@tirek/domain/instruments';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from '../assessments.module.css';
import { formWords } from '../form-words.ts';

/** Teachers' answers that wait to be taken into a record; of one person on her page, of all on the page of the day. */
export function TeacherWaiting({ personId = null }: { personId?: string | null }) {
  const text = useText('assessments');
  const errorText = useErrorText();
  const format = useFormat();
  const tell = useToast();
  const { language } = useLanguage();
  const answer = useRead('listTeacherAnswersWaiting', {});
  const take = useWrite('takeTeacherAnswers', {
    renews: [
      ...(['listTeacherAnswersWaiting', 'listAssessments', 'listSteps', 'listCareGaps'] as const),
      ...(['listRescreens', 'getRescreens', 'listSafetyCalls'] as const),
    ],
    onDone: () => tell(text('teacher.taken')),
  });
  const waiting = (answer.data?.waiting ?? []).filter(
    (each) => personId === null || each.personId === personId,
  );
  if (waiting.length === 0) return null;
  return (
    <Panel title={text('teacher.waiting')} note={text('teacher.waitingWords')}>
      {take.error !== null && <Notice kind="refusal">{errorText(take.error)}</Notice>}
      <ul className={styles.list}>
        {waiting.map(({ id, personId: about, name, formCode, takenOn }) => {
          const pkg = findPackage(formCode);
          const form = pkg ? formWords({ pkg }, language)(pkg.title) : formCode;
          const day = format.date(takenOn, 'medium');
          return (
            <li key={id} className={styles.row}>
              <span>
                {personId === null && (
                  <>
                    <Link to="/people/$personId" params={{ personId: about }}>
                      {name ?? form}
                    </Link>
                    <br />
                  </>
                )}
                <span className={styles.quiet}>
                  {form} · {day}
                </span>
              </span>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={text('teacher.takeOf', { form, day })}
                loading={take.isPending}
                onClick={() => take.mutate({ personId: about, answersId: id })}
              >
                {text('teacher.take')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
