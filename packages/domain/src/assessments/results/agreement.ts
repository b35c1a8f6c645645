import { type Answers, type CompiledForm, isAnswered } from '../../instruments/index.ts';
import { type Assessment, type AssessmentInformant, standingAssessments } from '../assessment.ts';

/** Answers given further apart than this are of two times and not of two people. */
const DAYS_APART = 92;

export interface InformantView {
  readonly informant: AssessmentInformant;
  readonly assessment: Assessment;
}

/** Two views of one person side by side. No number is made of both but how far they lie apart. */
export interface Agreement {
  readonly informants: readonly [AssessmentInformant, AssessmentInformant];
  /** Of each scale that both scored: how many percent of the maximum lie between them. */
  readonly scales: readonly { scale: string; apart: number }[];
  /** Questions that both answered, and those that they answered otherwise. */
  readonly items: { readonly both: number; readonly different: readonly string[] };
}

/** The newest answers of each informant to one form, as far as they are of the same time as this assessment. */
export function viewsBeside(
  assessments: readonly Assessment[],
  shown: Assessment,
): InformantView[] {
  const beside = standingAssessments(assessments).filter(
    ({ formCode, informant, takenOn }) =>
      formCode === shown.formCode &&
      informant !== shown.informant &&
      Math.abs(Date.parse(takenOn) - Date.parse(shown.takenOn)) <= DAYS_APART * 86_400_000,
  );
  // The newest stand first.
  const newest = beside.filter(
    ({ informant }, at) => beside.findIndex((each) => each.informant === informant) === at,
  );
  return [shown, ...newest].map((assessment) => ({ informant: assessment.informant, assessment }));
}

export function agreementOf(form: CompiledForm, one: Assessment, other: Assessment): Agreement {
  const scales = one.scores.flatMap((score) => {
    const beside = other.scores.find(
      (each) =>
        each.scale === score.scale && each.version === score.version && each.row === score.row,
    );
    return score.kind === 'scored' && beside?.kind === 'scored'
      ? [{ scale: score.scale, apart: Math.round(Math.abs(score.pomp - beside.pomp)) }]
      : [];
  });
  const [mine, theirs] = [one.sealed?.answers ?? {}, other.sealed?.answers ?? {}] as Answers[];
  const both = form.items.filter(
    ({ linkId, roster }) =>
      roster === null && isAnswered(mine?.[linkId]) && isAnswered(theirs?.[linkId]),
  );
  const different = both
    .filter(({ linkId }) => JSON.stringify(mine?.[linkId]) !== JSON.stringify(theirs?.[linkId]))
    .map(({ linkId }) => linkId);
  return {
    informants: [one.informant, other.informant],
    scales,
    items: { both: both.length, different },
  };
}
