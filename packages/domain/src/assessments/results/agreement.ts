import { type Answers, type CompiledForm, isAnswered } from '../../instruments/index.ts';
import { type Assessment, standingAssessments } from '../assessment.ts';

/** Answers given further apart than this are of two times and not of two people. */
const DAYS_APART = 92;

/** One view of a person: what somebody answered about her, and the form in which. */
export interface View {
  readonly form: CompiledForm;
  readonly assessment: Assessment;
}

/** Two views of one person side by side. No number is made of both but how far they lie apart. */
export interface Agreement {
  /** Of each scale that both scored by the same questions: how many percent of the maximum lie between them. */
  readonly scales: readonly { scale: string; apart: number }[];
  /** Questions that both answered, and those that they answered otherwise. */
  readonly items: { readonly both: number; readonly different: readonly string[] };
}

type FindForm = (code: string, version: string) => CompiledForm | null;

/**
 * The newest answers beside these that are of the same time: to the same form by another informant, or to another form of its family,
 * which asks the same of somebody else or for another age.
 */
export function viewsBeside(
  assessments: readonly Assessment[],
  shown: View,
  findForm: FindForm,
): View[] {
  const isSameTime = ({ takenOn }: Assessment) =>
    Math.abs(Date.parse(takenOn) - Date.parse(shown.assessment.takenOn)) <= DAYS_APART * 86_400_000;
  const views = standingAssessments(assessments)
    .filter(isSameTime)
    .flatMap((assessment): View[] => {
      const form = findForm(assessment.formCode, assessment.formVersion);
      return form && isBeside(form, shown.form) ? [{ form, assessment }] : [];
    });
  const seen = new Set([viewOf(shown)]);
  // The newest stand first.
  return views.filter((view) => {
    const isNew = !seen.has(viewOf(view));
    seen.add(viewOf(view));
    return isNew;
  });
}

const isBeside = (one: CompiledForm, other: CompiledForm): boolean =>
  one.code === other.code || (one.pkg.family !== undefined && one.pkg.family === other.pkg.family);

/** What tells one view from another: who answered, and in which form. */
export const viewOf = ({ assessment: { formCode, informant } }: View): string =>
  `${formCode} ${informant}`;

/** How far two informants agree; null where it is the same one, whose answers to two forms agree or differ in nothing that counts. */
export function agreementOf(one: View, other: View): Agreement | null {
  if (one.assessment.informant === other.assessment.informant) return null;
  const shared = sharedScales(one, other);
  const scales = one.assessment.scores.flatMap((score) => {
    const beside = other.assessment.scores.find(
      (each) =>
        each.scale === score.scale && each.version === score.version && each.row === score.row,
    );
    return shared.has(score.scale) && score.kind === 'scored' && beside?.kind === 'scored'
      ? [{ scale: score.scale, apart: Math.round(Math.abs(score.pomp - beside.pomp)) }]
      : [];
  });
  const [mine, theirs] = [answersOf(one), answersOf(other)];
  const both = sharedItems(one, shared, other).filter(
    (linkId) => isAnswered(mine[linkId]) && isAnswered(theirs[linkId]),
  );
  const different = both.filter(
    (linkId) => JSON.stringify(mine[linkId]) !== JSON.stringify(theirs[linkId]),
  );
  return { scales, items: { both: both.length, different } };
}

const answersOf = ({ assessment }: View): Answers => (assessment.sealed?.answers ?? {}) as Answers;

/** Scales that are the same in both forms: one version of one sum over the same questions. */
function sharedScales(
  { form }: View,
  { form: { pkg } }: View,
): ReadonlyMap<string, readonly string[]> {
  const same = form.pkg.scales.filter((scale) =>
    pkg.scales.some(
      ({ id, version, items }) =>
        id === scale.id && version === scale.version && items.join() === scale.items.join(),
    ),
  );
  return new Map(same.map(({ id, items }) => [id, items]));
}

/** Of one form every question; of two those of the scales they share, for a name alone does not make a question the same. */
function sharedItems(
  { form }: View,
  shared: ReadonlyMap<string, readonly string[]>,
  other: View,
): string[] {
  const counted = new Set([...shared.values()].flat());
  const isSame = form.code === other.form.code;
  return form.items
    .filter(({ linkId, roster }) => roster === null && (isSame || counted.has(linkId)))
    .map(({ linkId }) => linkId);
}
