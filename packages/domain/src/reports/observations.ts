import {
  type Absence,
  type Answers,
  type AnswerValue,
  isAbsent,
  isAnswered,
} from '../instruments/index.ts';
import type { WaveResponse } from './facts.ts';
import type { Variable } from './variables.ts';

/** One case of a variable: a respondent, or one row of a respondent's roster. */
export type Observation = {
  /** Place of the response among the responses. */
  readonly respondent: number;
  /** Row of the roster from 0; null for a question asked once. */
  readonly row: number | null;
} & (
  | { readonly kind: 'answered'; readonly value: string | string[] | number | boolean }
  | { readonly kind: 'absent'; readonly reason: Absence }
);

type Asked = Pick<Variable, 'form' | 'linkId' | 'roster'>;

/** What was observed of the answers already: a report looks at each question a handful of times. */
const known = new WeakMap<readonly WaveResponse[], Map<string, readonly Observation[]>>();

/**
 * Every case of a variable, answered or not, in the order of the responses. An item that a response
 * does not have at all was never reached.
 */
export function observe(responses: readonly WaveResponse[], asked: Asked): readonly Observation[] {
  const ofThese = known.get(responses) ?? new Map<string, readonly Observation[]>();
  known.set(responses, ofThese);
  const key = JSON.stringify([asked.form.code, asked.roster, asked.linkId]);
  const observations = ofThese.get(key) ?? observeAnew(responses, asked);
  ofThese.set(key, observations);
  return observations;
}

function observeAnew(
  responses: readonly WaveResponse[],
  { form, linkId, roster }: Asked,
): Observation[] {
  const observations: Observation[] = [];
  responses.forEach((response, respondent) => {
    const answers = response.answers[form.code];
    if (roster === null) observations.push(observation(answers?.[linkId], respondent, null));
    else {
      rosterRows(answers, roster).forEach((answersOfRow, row) => {
        observations.push(observation(answersOfRow[linkId], respondent, row));
      });
    }
  });
  return observations;
}

/** The rows of a roster; none when it was declined, hidden or not reached. */
export function rosterRows(answers: Answers | undefined, roster: string): Answers[] {
  const rows = answers?.[roster];
  return Array.isArray(rows) ? (rows as Answers[]) : [];
}

/** The answers to a choice, null where there is none. */
export function chosenOptions(observations: readonly Observation[]): (string | null)[] {
  return observations.map((o) =>
    o.kind === 'answered' && typeof o.value === 'string' ? o.value : null,
  );
}

/** The numbers, null where there is none. */
export function numbersOf(observations: readonly Observation[]): (number | null)[] {
  return observations.map((o) =>
    o.kind === 'answered' && typeof o.value === 'number' ? o.value : null,
  );
}

/** How many cases lack an answer for each reason, the most frequent first. */
export function countAbsences(
  observations: readonly Observation[],
): { reason: Absence; count: number }[] {
  const counts = new Map<Absence, number>();
  for (const o of observations) {
    if (o.kind === 'absent') counts.set(o.reason, (counts.get(o.reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

function observation(
  value: AnswerValue | undefined,
  respondent: number,
  row: number | null,
): Observation {
  if (isAnswered(value)) {
    const given = value as string | string[] | number | boolean;
    return { respondent, row, kind: 'answered', value: given };
  }
  const reason = isAbsent(value) ? value.absent : 'not-reached';
  return { respondent, row, kind: 'absent', reason };
}
