import { exactRange, NEAREST, type Printed, type Rounding } from './printed.ts';
import { requireCount, type WholeNumbers, wholeNumbersIn } from './whole-numbers.ts';

/** Whether whole answers can give a printed mean or percentage. */
export type Grim = {
  readonly isPossible: boolean;
  /** The sums of answers, or the counts of cases, that print as given; `null` when there is none. */
  readonly explainedBy: WholeNumbers | null;
  /** The largest possible value up to the printed one, not rounded; `null` when all lie above it. */
  readonly below: number | null;
  /** The smallest possible value past it; `null` when all lie below. */
  readonly above: number | null;
  /**
   * Share of the numbers with so many decimals that no whole answers give: how much a possible one says.
   * 0 where everything is possible.
   */
  readonly power: number;
};

/** The answers that one item allows, both ends included; whole numbers. */
export type AnswerRange = { readonly minimum: number; readonly maximum: number };

/**
 * GRIM for a mean of whole answers: is there a sum that, shared among the cases, prints as this mean?
 * (N. J. L. Brown and J. A. J. Heathers, Social Psychological and Personality Science 8, 2017.)
 * @param n cases
 * @param items answers behind each case's value, when that is itself a mean of so many items
 * @param answers when known, the mean must also lie within them
 * @throws RangeError when n or items is no positive whole number, the mean is no number of its decimals, or
 * both are too large for exact arithmetic
 */
export function grimMean(
  mean: Printed,
  given: {
    n: number;
    items?: number;
    answers?: AnswerRange;
    roundings?: readonly Rounding[];
  },
): Grim {
  const { n, items = 1, answers, roundings = NEAREST } = given;
  requireCount(n, 'cases');
  requireCount(items, 'items');
  if (answers) requireAnswers(answers);
  const base = n * items;
  const within = answers ? { from: base * answers.minimum, to: base * answers.maximum } : null;
  return grim(mean, { base, factor: 1, within, roundings });
}

/**
 * GRIM for a percentage of cases: is there a count from 0 to n that prints as it?
 * @param n cases that the percentage is of
 * @throws RangeError as `grimMean`
 */
export function grimPercentage(
  percentage: Printed,
  { n, roundings = NEAREST }: { n: number; roundings?: readonly Rounding[] },
): Grim {
  requireCount(n, 'cases');
  return grim(percentage, { base: n, factor: 100, within: { from: 0, to: n }, roundings });
}

/** @throws RangeError unless these are whole numbers in their order */
export function requireAnswers({ minimum, maximum }: AnswerRange): void {
  if (!(Number.isSafeInteger(minimum) && Number.isSafeInteger(maximum) && minimum < maximum)) {
    throw new RangeError(`not a range of whole answers: ${minimum} to ${maximum}`);
  }
}

function grim(
  printed: Printed,
  given: {
    base: number;
    factor: number;
    within: WholeNumbers | null;
    roundings: readonly Rounding[];
  },
): Grim {
  const { base, factor, within, roundings } = given;
  const range = exactRange(printed, roundings);
  const explainedBy = wholeNumbersIn(range, { base, factor, within });
  const valueAt = (whole: number) => (factor * whole) / base;
  const isWithin = (whole: number) => !within || (whole >= within.from && whole <= within.to);
  const nearest = Math.floor((printed.value * base) / factor);
  // The quotient may have been rounded over a whole number.
  const last = valueAt(nearest + 1) <= printed.value ? nearest + 1 : nearest;
  const below = Math.min(last, within?.to ?? last);
  const above = Math.max(last + 1, within?.from ?? last + 1);
  return {
    isPossible: explainedBy !== null,
    explainedBy,
    below: isWithin(below) ? valueAt(below) : null,
    above: isWithin(above) ? valueAt(above) : null,
    power: Math.max(0, 1 - base / (factor * 10 ** printed.decimals)),
  };
}
