import { addDays, addMonths } from '../../cases/index.ts';
import { addYears, type BornBetween } from '../../consents/index.ts';
import { birthRange } from '../../people/index.ts';
import { type AskedLine, formOn, linesBegunOn, linesOf } from './asked-lines.ts';
import {
  type DueRescreen,
  RESCREEN_WHYS,
  type RescreenStanding,
  type RescreenWhy,
  SOON_DAYS,
} from './due-rescreen.ts';
import type { RescreenFacts } from './rescreen-facts.ts';
import type { RescreenRules } from './rescreen-rules.ts';
import { eventWindows, type RescreenWindow } from './rescreen-windows.ts';

/** Two sittings lie so many days apart, unless the second cannot wait. */
const APART_DAYS = 30;

/**
 * Every sitting of a person within the time the rules look ahead, the soonest first; none without her consent. What is further
 * away than the next one supposes that each before it takes place on its last day.
 */
export const rescreensOf = (facts: RescreenFacts, rules: RescreenRules): DueRescreen[] => [
  ...sittings(facts, rules),
];

/** The next one; null: nothing is due within that time, or she did not agree. */
export function nextRescreen(facts: RescreenFacts, rules: RescreenRules): DueRescreen | null {
  return sittings(facts, rules).next().value ?? null;
}

/** How near a sitting is on a day. */
export function rescreenStanding(
  { dueFrom, dueBy }: Pick<DueRescreen, 'dueFrom' | 'dueBy'>,
  today: string,
): RescreenStanding {
  if (dueBy < today) return 'overdue';
  if (dueFrom <= today) return 'due';
  return dueFrom <= addDays(today, SOON_DAYS) ? 'soon' : 'later';
}

/** A window with the line that it is about; null: about everything that she is asked. */
interface Wanted extends RescreenWindow {
  readonly line: AskedLine | null;
  readonly isPutOff: boolean;
}

function* sittings(
  facts: RescreenFacts,
  rules: RescreenRules,
): Generator<DueRescreen, undefined, undefined> {
  if (!facts.hasAgreed) return;
  const { personId, birth } = facts;
  const { today } = rules;
  const born = birth && birthRange(birth);
  const end = addMonths(today, rules.months);
  let lines = linesOf(facts.asked, rules);
  let lastOn = lines.length > 0 ? lastOf(lines.map(({ on }) => on ?? '')) : null;
  const wanted = wantedAfter(facts.skip, lastOn);
  let events = [
    ...eventWindows(facts, { rules, lastOn }),
    ...(lines.length === 0 ? [firstWindow(facts, rules)] : []),
  ].map((each) => wanted(each, null));
  for (;;) {
    const waiting = [...events, ...lines.flatMap((line) => intervalOf(line, rules, wanted))];
    const [dueBy] = waiting.map(({ to }) => to).toSorted();
    if (dueBy === undefined) return;
    const together = waiting.filter(({ from }) => from <= dueBy);
    const begins = together.map(({ from }) => from);
    if (lastOn !== null) begins.push(addDays(lastOn, APART_DAYS));
    const dueFrom = firstOf([lastOf(begins), dueBy]);
    if (dueFrom > end) return;
    const on = lastOf([dueFrom, today]);
    const takesPlace = lastOf([dueBy, today]);
    const asked = askedIn(together, { on, born, lines, rules });
    const chosen = asked.map((line) => [line, formOn(line, { on, born, rules })] as const);
    const forms = chosen.flatMap(([, form]) => form ?? []);
    if (forms.length > 0) {
      const asksConsent = born !== null && consentTurns(born, rules, on);
      yield { personId, dueFrom, dueBy, forms, asksConsent, why: whysOf(together) };
      lastOn = takesPlace;
    }
    lines = [
      ...lines.filter((line) => !asked.includes(line)),
      // A question for which no questionnaire is made at her age comes back on the birthday from which one is.
      ...chosen.flatMap(([line, form]) =>
        form ? [{ ...line, form: form.form, on: takesPlace }] : [],
      ),
    ];
    events = events.filter((each) => !together.includes(each));
  }
}

const firstOf = (days: readonly string[]): string => days.toSorted()[0] ?? '';
const lastOf = (days: readonly string[]): string => days.toSorted().at(-1) ?? '';

/** What is asked in a sitting: an event asks for everything, time only for what it has come to. */
function askedIn(
  together: readonly Wanted[],
  {
    lines,
    ...at
  }: {
    on: string;
    born: BornBetween | null;
    lines: readonly AskedLine[];
    rules: RescreenRules;
  },
): AskedLine[] {
  if (together.every(({ line }) => line !== null))
    return together.flatMap(({ line }) => line ?? []);
  const begins = together.some(({ why }) => why === 'first' || why === 'age');
  return [...lines, ...(begins ? linesBegunOn(at.on, { ...at, lines }) : [])];
}

type ToWanted = (window: RescreenWindow, line: AskedLine | null) => Wanted;

/** A word that put a sitting off moves all that would fall before its day to that day; an asking since then is the answer to it. */
function wantedAfter(skip: RescreenFacts['skip'], lastOn: string | null): ToWanted {
  const until = skip !== null && (lastOn === null || lastOn <= skip.recordedOn) ? skip.until : '';
  return (window, line) =>
    window.from < until
      ? {
          ...{ ...window, line, isPutOff: true, from: until },
          to: lastOf([window.to, until]),
        }
      : { ...window, line, isPutOff: false };
}

function intervalOf(line: AskedLine, { rescreen }: RescreenRules, wanted: ToWanted): Wanted[] {
  if (line.on === null) return [];
  const { from, until } = rescreen.otherwiseMonths;
  const window = { from: addMonths(line.on, from), to: addMonths(line.on, until) };
  return [wanted({ why: 'interval', ...window }, line)];
}

/** Somebody who agreed and was asked nothing yet: from then on, until the shortest time between two sittings has passed. */
function firstWindow({ agreedOn }: RescreenFacts, { today, rescreen }: RescreenRules) {
  const from = agreedOn ?? today;
  return { why: 'first' as const, from, to: addMonths(from, rescreen.otherwiseMonths.from) };
}

const consentTurns = (born: BornBetween, { ages, today }: RescreenRules, on: string): boolean =>
  ages.some(({ age, isOfConsent }) => {
    const birthday = addYears(born.to, age);
    return isOfConsent && birthday > today && birthday <= on;
  });

function whysOf(together: readonly Wanted[]): RescreenWhy[] {
  const known = new Set<RescreenWhy>(together.map(({ why }) => why));
  if (together.some(({ isPutOff }) => isPutOff)) known.add('put-off');
  return RESCREEN_WHYS.filter((why) => known.has(why));
}
