import { addMonths } from '../cases/index.ts';
import type { ReadScale } from './pathway.ts';
import type { AssessmentFacts, PathwayFacts } from './pathway-facts.ts';

/** Where one result lies. */
export interface Result {
  readonly assessmentId: string;
  readonly takenOn: string;
  readonly value: number;
  readonly bands: readonly string[];
}

/** The newest first; of one day, whichever id is later, so that there is one order only. */
const newestFirst = (a: AssessmentFacts, b: AssessmentFacts) =>
  a.takenOn === b.takenOn ? (a.id < b.id ? 1 : -1) : a.takenOn < b.takenOn ? 1 : -1;

/** Answers to each form that still tell something of a day, by who answered; the newest first. */
export function freshAnswers(
  { assessments }: Pick<PathwayFacts, 'assessments'>,
  { today, freshMonths }: { today: string; freshMonths: number },
): (form: string) => readonly AssessmentFacts[][] {
  const since = addMonths(today, -freshMonths);
  const byForm = new Map<string, Map<string, AssessmentFacts[]>>();
  for (const each of assessments) {
    if (each.takenOn > today) continue;
    const byInformant = byForm.get(each.form) ?? new Map<string, AssessmentFacts[]>();
    byForm.set(each.form, byInformant);
    const own = byInformant.get(each.informant);
    if (own) own.push(each);
    else byInformant.set(each.informant, [each]);
  }
  const told = new Map<string, AssessmentFacts[][]>();
  for (const [form, byInformant] of byForm) {
    const sorted = [...byInformant.values()].map((own) => own.sort(newestFirst));
    told.set(
      form,
      sorted.filter(([newest]) => newest && newest.takenOn >= since),
    );
  }
  return (form) => told.get(form) ?? [];
}

/** The results of one scale among answers of one informant, in their order. */
export const resultsOf = (own: readonly AssessmentFacts[], scale: string): Result[] =>
  own.flatMap(({ id, takenOn, scores }) =>
    scores.flatMap((score) =>
      score.scale === scale && score.value !== null
        ? [{ assessmentId: id, takenOn, value: score.value, bands: score.bands }]
        : [],
    ),
  );

/** The worst of the results before the newest one, from the one on which care began. */
export function worstBefore(
  [, ...earlier]: readonly Result[],
  { direction, careSince }: { direction: ReadScale['direction']; careSince: string },
): Result | undefined {
  const begun = earlier.find(({ takenOn }) => takenOn <= careSince)?.takenOn ?? careSince;
  const sign = direction === 'higher-is-worse' ? 1 : -1;
  return earlier
    .filter(({ takenOn }) => takenOn >= begun)
    .toSorted((a, b) => sign * (b.value - a.value))[0];
}

/** How a result stands against an earlier one; null where one is missing or no threshold is known. */
export function changeOf(
  newest: Result | undefined,
  before: Result | undefined,
  { direction, changePoints }: Pick<ReadScale, 'direction' | 'changePoints'>,
): 'improved' | 'same' | 'worsened' | null {
  if (!newest || !before || changePoints === null) return null;
  // Noise of binary fractions must not decide at the edge.
  const gain = Number((newest.value - before.value).toFixed(9));
  const better = direction === 'higher-is-better' ? gain : -gain;
  if (better >= changePoints) return 'improved';
  return better <= -changePoints ? 'worsened' : 'same';
}
