import { Link } from '@tanstack/react-router';
import { type Assessment, standingAssessments } from '@tirek/domain/assessments';
import { findPackage } from '@tirek/domain/instruments';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import styles from './assessments.module.css';
import { formWords } from './form-words.ts';

/** What somebody answered, the newest first, and the way to the next asking. */
export function AssessmentsPanel({ personId }: { personId: string }) {
  const text = useText('assessments');
  const may = useMay();
  const answer = useRead('listAssessments', { personId });
  const { assessments = [], hasAgreed = true } = answer.data ?? {};
  const standing = standingAssessments(assessments);
  return (
    <Panel
      title={text('title')}
      actions={
        may('assessment.record') &&
        answer.data?.hasAgreed && (
          <ButtonLink
            variant="default"
            size="compact-sm"
            to="/people/$personId/assessments/new"
            params={{ personId }}
          >
            {text('panel.ask')}
          </ButtonLink>
        )
      }
    >
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {!hasAgreed && <p className={styles.quiet}>{text('panel.noConsent')}</p>}
      {answer.data && standing.length === 0 && <p className={styles.quiet}>{text('panel.none')}</p>}
      {standing.length > 0 && (
        <ul className={styles.list}>
          {standing.map((assessment) => (
            <Row key={assessment.id} personId={personId} assessment={assessment} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Row({ personId, assessment }: { personId: string; assessment: Assessment }) {
  const text = useText('assessments');
  const format = useFormat();
  const { language } = useLanguage();
  const pkg = findPackage(assessment.formCode, assessment.formVersion);
  const [score] = assessment.scores;
  const scale = pkg?.scales.find(({ id }) => id === score?.scale);
  return (
    <li className={styles.row}>
      <Link
        to="/people/$personId/assessments/$assessmentId"
        params={{ personId, assessmentId: assessment.id }}
      >
        {pkg ? formWords({ pkg }, language)(pkg.title) : assessment.formCode}
      </Link>
      <span className={styles.quiet}>
        {format.date(assessment.takenOn, 'medium')}
        {score?.kind === 'scored' &&
          scale &&
          ` · ${text('panel.score', {
            value: format.number(score.value),
            max: format.number(scale.range.max),
          })}`}
      </span>
    </li>
  );
}
