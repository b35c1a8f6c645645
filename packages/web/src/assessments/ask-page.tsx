import { useNavigate, useParams } from '@tanstack/react-router';
import type { assessmentsContract } from '@tirek/domain/assessments';
import type { OutputOf } from '@tirek/domain/contract';
import type { Answers } from '@tirek/domain/instruments';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { useAct } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { AskedNow } from './asked-now.tsx';
import { type AskingDraft, draftKey } from './asking-draft.ts';
import { ChoosePanel } from './choose-panel.tsx';
import { nameOfPerson } from './use-person-name.ts';

export type Shown = OutputOf<(typeof assessmentsContract)['listAssessments']>;
export type Competences = OutputOf<(typeof assessmentsContract)['listCompetences']>;

/** A questionnaire is chosen, asked and written down; or an entry is corrected by a new one. */
export function AskPage() {
  const text = useText('assessments');
  const { personId, assessmentId } = useParams({ strict: false }) as {
    personId: string;
    assessmentId?: string;
  };
  const person = useRead('getPerson', { personId });
  const shown = useRead('listAssessments', { personId });
  const competences = useRead('listCompetences', {});
  // Nobody is asked before it is told who she is.
  const failed = [person, shown, competences].find(({ isError }) => isError);
  return (
    <Page
      title={text(assessmentId ? 'ask.correct' : 'ask.title')}
      intro={person.data && nameOfPerson(person.data)}
      back={{ to: `/people/${personId}`, label: text('title') }}
      isNarrow
    >
      {failed && <ErrorState error={failed.error} onRetry={failed.refetch} />}
      {person.data && shown.data && competences.data ? (
        <Asking
          personId={personId}
          corrects={assessmentId}
          name={nameOfPerson(person.data)}
          shown={shown.data}
          competences={competences.data}
        />
      ) : (
        !failed && <LoadingState />
      )}
    </Page>
  );
}

function Asking({
  personId,
  corrects,
  name,
  shown,
  competences,
}: {
  personId: string;
  corrects: string | undefined;
  name: string;
  shown: Shown;
  competences: Competences;
}) {
  const { api, now } = useClient();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const known = shown.assessments.find(({ id }) => id === corrects);
  const key = draftKey(personId, corrects);
  const kept = useKeptForm<AskingDraft>(key, () => ({
    ...{ id: api.newId(), stage: 'choose', formCode: known?.formCode ?? '' },
    mode: known && known.mode !== 'own-phone' ? known.mode : 'read-aloud',
    ...{ informant: known?.informant ?? 'self', language: known?.language ?? language },
    ...{ takenOn: known?.takenOn ?? shown.today, isTwice: false, because: '' },
    ...{ now: known?.language ?? language, answers: (known?.sealed?.answers ?? {}) as Answers },
    ...{ languages: known?.sealed?.languages ?? {}, second: {}, answeredAt: now() },
  }));
  const { id } = kept.values;
  const write = useAct('recordAssessment', {
    // What was answered may have called somebody, may mean another step, and another day to ask again.
    renews: [
      ...(['listAssessments', 'listSteps', 'listCareGaps'] as const),
      ...(['listRescreens', 'getRescreens'] as const),
      ...(['listSafetyCalls', 'listSafetyEvents', 'listSafetyEventsOf'] as const),
    ],
    onDone: () => {
      kept.drop();
      void navigate({
        to: '/people/$personId/assessments/$assessmentId',
        params: { personId, assessmentId: id },
      });
    },
  });
  if (kept.values.stage === 'choose') {
    return (
      <ChoosePanel
        {...{ kept, name, personId, shown, competences }}
        keptUnder={key}
        isCorrection={corrects !== undefined}
        onGiven={() => {
          kept.drop();
          void navigate({ to: '/people/$personId', params: { personId } });
        }}
      />
    );
  }
  return (
    <AskedNow
      {...{ kept, name, shown }}
      isBusy={write.isPending}
      error={write.error}
      onSend={(assessment) =>
        write.mutate({ id, personId, assessment: { ...assessment, supersedes: corrects ?? null } })
      }
    />
  );
}
