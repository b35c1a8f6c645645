import { findPackage } from '@tirek/domain/instruments';
import { useRead } from '../../api/use-read.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from '../assessments.module.css';
import { formWords } from '../form-words.ts';

/** That teachers answered about a pupil, and when; never what. */
export function TeacherAnswersPanel({ pupilId }: { pupilId: string }) {
  const text = useText('assessments');
  const format = useFormat();
  const { language } = useLanguage();
  const answer = useRead('listTeacherAnswers', {});
  const given = (answer.data?.given ?? []).filter((each) => each.pupilId === pupilId);
  return (
    <Panel
      title={text('teacher.title')}
      note={text('teacher.intro')}
      actions={
        <ButtonLink variant="default" size="sm" to="/pupils/$pupilId/teacher" params={{ pupilId }}>
          {text('teacher.give')}
        </ButtonLink>
      }
    >
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && given.length === 0 && <p className={styles.quiet}>{text('teacher.none')}</p>}
      {given.length > 0 && (
        <ul className={styles.list}>
          {given.map(({ id, formCode, takenOn }) => {
            const pkg = findPackage(formCode);
            const form = pkg ? formWords({ pkg }, language)(pkg.title) : formCode;
            return (
              <li key={id} className={styles.row}>
                {text('teacher.sent', { form, day: format.date(takenOn, 'medium') })}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
