import { addDays, addMonths, aheadIn } from '../../cases/index.ts';
import type { RescreenWhy } from './due-rescreen.ts';
import type { RescreenFacts } from './rescreen-facts.ts';
import type { RescreenRules } from './rescreen-rules.ts';

/** A time within which somebody is to be asked, and why. */
export interface RescreenWindow {
  readonly why: RescreenWhy;
  readonly from: string;
  readonly to: string;
}

/**
 * Weeks around what happens in a life. After a step the pathway says itself; these follow the same measure: six to eight weeks
 * are what a change needs to show and to be caught (issue 5, section 4), and a little more where a family has much else to do.
 */
const WEEKS = {
  /** From the birthday on, never before it: the questionnaire is not made for a younger one. */
  age: { from: 0, to: 8 },
  /** After the first weeks of a new school. */
  school: { from: 4, to: 10 },
  /** Before somebody comes home, counted from the first day on which it may be. */
  beforeRelease: { from: -12, to: -3 },
  afterRelease: { from: 6, to: 12 },
  move: { from: 6, to: 12 },
} as const;

/** What has passed for longer asks for nothing any more: what came of it shows in the next sitting anyhow. */
const PAST_MONTHS = 12;

/** Everything in a person's life that asks for a sitting, apart from time passing, that no sitting since has answered. */
export function eventWindows(
  facts: RescreenFacts,
  { rules, lastOn }: { rules: RescreenRules; lastOn: string | null },
): RescreenWindow[] {
  const { today, ages, schoolAge, months, rescreen } = rules;
  const since = addMonths(today, -PAST_MONTHS);
  const { personId, birth, schooling } = facts;
  const turns = aheadIn([{ personId, birth, release: null, schooling }], {
    ...{ today: since, ages, schoolAge, months: months + PAST_MONTHS },
  }).flatMap((event): RescreenWindow[] => {
    if (event.kind === 'age') {
      return event.instruments.length > 0 ? [around('age', event.to, WEEKS.age)] : [];
    }
    return event.kind === 'school' ? [around('school', event.to, WEEKS.school)] : [];
  });
  return [
    ...turns,
    ...facts.releases.flatMap(({ from, to }) => [
      around('before-release', from, WEEKS.beforeRelease),
      around('after-release', to, WEEKS.afterRelease),
    ]),
    ...facts.returns.map((on) => around('after-release', on, WEEKS.afterRelease)),
    ...facts.moves.map((on) => around('move', on, WEEKS.move)),
    ...(facts.stepBegan === null
      ? []
      : [
          around('after-step', facts.stepBegan, {
            from: rescreen.afterStepWeeks.from,
            to: rescreen.afterStepWeeks.until,
          }),
        ]),
  ].filter(({ from, to }) => to >= since && (lastOn === null || from > lastOn));
}

const around = (why: RescreenWhy, on: string, weeks: { from: number; to: number }) => ({
  ...{ why, from: addDays(on, 7 * weeks.from), to: addDays(on, 7 * weeks.to) },
});
