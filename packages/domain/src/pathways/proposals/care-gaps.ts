import { addDays, type FamilyCase, type NeedCategory } from '../../cases/index.ts';
import { type Step, weightOf } from '../steps.ts';
import type { PersonSteps } from './person-steps.ts';

/** From this step on somebody is distressed. */
export const DISTRESS_WEIGHT = 2;

/** Needs of these categories are in the hands of whoever helps somebody who is distressed. The database counts the same ones. */
export const CARE_NEEDS = [
  'distress',
  'health',
  'services',
  'coping',
  'support',
] as const satisfies readonly NeedCategory[];

/** A proposal waits for a human; null where none does. */
export function waitingOf(
  { state, current }: Pick<PersonSteps, 'state' | 'current'>,
  now: string,
): {
  readonly isAgain: boolean;
  readonly actBy: string | null;
  readonly isOverdue: boolean;
} | null {
  if (!current || (state !== 'waiting' && state !== 'again')) return null;
  const { actBy } = current;
  return { isAgain: state === 'again', actBy, isOverdue: actBy !== null && actBy < now };
}

/** The overdue first, then what is due first, then what waits longest. */
export function compareWaiting(
  a: { readonly actBy: string | null; readonly madeAt: string },
  b: { readonly actBy: string | null; readonly madeAt: string },
): number {
  const key = ({ actBy, madeAt }: typeof a) => `${actBy ?? '9999'} ${madeAt}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

/** Until when a specialist should have evaluated her, where none has and the day is over; null otherwise. */
export function unevaluatedOf(
  { clinicalSince, evaluatedOn }: Pick<PersonSteps, 'clinicalSince' | 'evaluatedOn'>,
  {
    evaluationDays,
    today,
  }: {
    readonly evaluationDays: number;
    readonly today: string;
  },
): { readonly since: string; readonly dueOn: string } | null {
  if (clinicalSince === null) return null;
  if (evaluatedOn !== null && evaluatedOn >= clinicalSince) return null;
  const dueOn = addDays(clinicalSince, evaluationDays);
  return dueOn < today ? { since: clinicalSince, dueOn } : null;
}

/** The step by which somebody is distressed now: the one that waits, else the one that stands; null where she is not. */
export function distressOf({ state, current, standing }: PersonSteps): Step | null {
  const waits = state === 'waiting' || state === 'again' ? current?.outcome.step : null;
  const step = waits ?? standing?.step ?? null;
  return step !== null && weightOf(step) >= DISTRESS_WEIGHT ? step : null;
}

/** Whether anybody is named for it: a peer supporter, or whoever holds an open need of care of hers or her family's. */
export const isAssigned = (
  {
    personId,
    hasPeer,
  }: {
    readonly personId: string;
    readonly hasPeer: boolean;
  },
  cases: ReadonlyArray<Pick<FamilyCase, 'status' | 'needs'>>,
): boolean =>
  hasPeer ||
  cases
    .filter(({ status }) => status !== 'closed')
    .flatMap(({ needs }) => needs.map(({ newest }) => newest))
    .some(
      ({ state, value, ...need }) =>
        state === 'open' &&
        value.held !== null &&
        (CARE_NEEDS as readonly string[]).includes(value.category) &&
        (need.personId === null || need.personId === personId),
    );
