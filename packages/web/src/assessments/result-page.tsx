import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type Assessment, assessmentTexts, standingAssessments } from '@tirek/domain/assessments';
import { type CompiledForm, findForm } from '@tirek/domain/instruments';
import { LANGUAGE_NAMES } from '@tirek/domain/text';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { StepsPanel } from '../pathways/proposals/index.ts';
import { BetweenPanel } from '../support/index.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { AnswersPanel } from './answers-panel.tsx';
import styles from './assessments.module.css';
import { BesidePanel } from './beside-panel.tsx';
import { concludedFacts } from './concluded-facts.ts';
import { CoursePanel } from './course-panel.tsx';
import { formWords } from './form-words.ts';
import { ScorePanel } from './score-panel.tsx';
import { usePersonName } from './use-person-name.ts';

/** One answered questionnaire: what it says, what it does not, how it was before and who sees it otherwise. */
export function ResultPage() {
  const text = useText('assessments');
  const { personId, assessmentId } = useParams({
    from: '/people/$personId/assessments/$assessmentId',
  });
  const answer = useRead('listAssessments', { personId });
  const all = answer.data?.assessments ?? [];
  const assessment = all.find(({ id }) => id === assessmentId);
  const form = assessment ? findForm(assessment.formCode, assessment.formVersion) : null;
  if (assessment && form) return <Result {...{ personId, all, assessment, form }} />;
  return (
    <Page title={text('title')} back={{ to: `/people/${personId}`, label: text('title') }} isNarrow>
      {answer.isPending && <LoadingState />}
      {answer.isError && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {answer.data && <EmptyState icon="file" title={text('result.gone')} />}
    </Page>
  );
}

interface ResultProps {
  readonly personId: string;
  readonly all: readonly Assessment[];
  readonly assessment: Assessment;
  readonly form: CompiledForm;
}

function Result({ personId, all, assessment, form }: ResultProps) {
  const text = useText('assessments');
  const may = useMay();
  const format = useFormat();
  const { language } = useLanguage();
  const t = assessmentTexts(language);
  const name = usePersonName(personId);
  const words = formWords(form, language);
  const { id, takenOn, mode, informant, isEnteredTwice, because } = assessment;
  const isStanding = standingAssessments(all).some((each) => each.id === id);
  const { meaning } = form.pkg;
  return (
    <Page
      title={words(form.pkg.title)}
      intro={`${name} · ${format.date(takenOn)}`}
      back={{ to: `/people/${personId}`, label: text('title') }}
      isNarrow
      actions={
        <>
          <Button
            variant="default"
            leftSection={<Icon name="printer" size={18} />}
            onClick={() => window.print()}
          >
            {text('result.print')}
          </Button>
          <ButtonLink
            variant="default"
            to="/people/$personId/assessments/$assessmentId/sheet"
            params={{ personId, assessmentId: id }}
          >
            {text('result.sheet')}
          </ButtonLink>
          {isStanding && may('assessment.record') && (
            <ButtonLink
              variant="default"
              to="/people/$personId/assessments/$assessmentId/correct"
              params={{ personId, assessmentId: id }}
            >
              {text('result.correct')}
            </ButtonLink>
          )}
        </>
      }
    >
      {!isStanding && (
        <Notice kind="warning" isStanding>
          {text('result.corrected')}
        </Notice>
      )}
      <div className={styles.above}>
        <Notice kind="info" isStanding>
          {text('result.screen')}
        </Notice>
      </div>
      {assessment.scores.map((score) => (
        <ScorePanel
          key={`${score.scale} ${score.row ?? ''}`}
          {...{ form, score }}
          asked={assessment.language}
        />
      ))}
      <Concluded {...{ form, assessment }} />
      {isStanding && may('step.read') && <StepsPanel personId={personId} />}
      <AnswersPanel {...{ form, assessment }} />
      <CoursePanel {...{ form, all }} />
      <BetweenPanel personId={personId} before={lastBefore(assessment, all)} takenOn={takenOn} />
      <BesidePanel {...{ form, all, assessment }} />
      {meaning && (
        <Panel title={text('result.says')}>
          <p>{words(meaning.says)}</p>
          <h3>{text('result.saysNot')}</h3>
          <p>{words(meaning.saysNot)}</p>
        </Panel>
      )}
      <Panel title={text('result.how')}>
        <Facts
          facts={[
            [text('ask.mode'), t(`mode.${mode}`)],
            [text('ask.informant'), t(`informant.${informant}`)],
            [text('ask.language'), LANGUAGE_NAMES[assessment.language]],
            ...(isEnteredTwice ? ([['', text('result.twice')]] as const) : []),
            ...(because ? ([[text('ask.because'), t(`because.${because}`)]] as const) : []),
          ]}
        />
      </Panel>
    </Page>
  );
}

/** When she answered the same questionnaire before, as far as that stands. */
function lastBefore({ formCode, informant, takenOn }: Assessment, all: readonly Assessment[]) {
  const earlier = standingAssessments(all).filter(
    (each) => each.formCode === formCode && each.informant === informant && each.takenOn < takenOn,
  );
  return (
    earlier
      .map((each) => each.takenOn)
      .toSorted()
      .at(-1) ?? null
  );
}

function Concluded({ form, assessment }: { form: CompiledForm; assessment: Assessment }) {
  const text = useText('assessments');
  const { language } = useLanguage();
  const words = formWords(form, language);
  const facts = concludedFacts({ form, assessment }, words, text('result.untold'));
  if (facts.length === 0) return null;
  return (
    <Panel title={text('result.concluded')}>
      <Facts facts={facts} />
    </Panel>
  );
}
