import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from './add-days.ts';
import {
  addDays,
  type CaseEntry,
  daysBetween,
  foldCase,
  MOST_SNOOZED_DAYS,
  tasksOf,
  USUAL_CASE_SETTINGS,
} from './index.ts';
import { FAMILY, FIRST_DAY, someCase, uneventful } from './testing/random-case.ts';

const someDay = fc.integer({ min: 0, max: 500 }).map((days) => addDays(FIRST_DAY, days));
const tasksOn = (entries: readonly CaseEntry[], today: string) =>
  tasksOf(foldCase(entries), uneventful(today));
const dueIn = (entries: readonly CaseEntry[], today: string) =>
  tasksOn(entries, today).map(({ kind, subjectId, dueOn, since }) => [
    kind,
    subjectId,
    dueOn,
    since,
  ]);

describe('the stories that are tried', () => {
  it('come to every place that a case can come to', () => {
    const cases = fc.sample(someCase, { numRuns: 400, seed: 7 }).map((each) => foldCase(each));
    const seen = (of: readonly string[]) => [...new Set(of)].toSorted();
    expect(seen(cases.map(({ status }) => status))).toEqual(['closed', 'closing', 'open']);
    expect(seen(cases.map(({ planStanding }) => planStanding))).toEqual([
      'approved',
      'changed',
      'none',
      'returned',
      'submitted',
    ]);
    expect(cases.some(({ snoozes }) => snoozes.length > 0)).toBe(true);
  });
});

describe('what Saule wrote into a case', () => {
  it('tells the same story in whatever order and however often it arrives', () => {
    const arrivals = someCase.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc
          .array(fc.nat({ max: Math.max(0, entries.length - 1) }), { maxLength: 20 })
          .map((again) => [...entries, ...again.flatMap((at) => entries[at] ?? [])])
          .chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
      ),
    );
    fc.assert(
      fc.property(arrivals, someDay, ([written, arrived], today) => {
        expect(foldCase(arrived)).toEqual(foldCase(written));
        expect(tasksOn(arrived, today)).toEqual(tasksOn(written, today));
      }),
    );
  });

  it('is never lost: every version of everything can still be read', () => {
    fc.assert(
      fc.property(someCase, (entries) => {
        const { standing, plan, ...lists } = foldCase(entries);
        const { needs, goals, actions, reviews, notes, snoozes } = lists;
        const things = [...needs, ...goals, ...actions, ...reviews, ...notes, ...snoozes];
        const kept = [standing, plan, ...things].flatMap(
          (thing): readonly CaseEntry[] => thing?.versions ?? [],
        );
        const ids = (of: readonly CaseEntry[]) => of.map(({ id }) => id).toSorted();
        expect(ids(kept)).toEqual(ids(entries));
      }),
    );
  });

  it('keeps the words of a thing when a later version has none', () => {
    fc.assert(
      fc.property(someCase, (entries) => {
        for (const { versions, words } of foldCase(entries).needs) {
          expect(words).toEqual(versions[0]?.words);
        }
      }),
    );
  });
});

describe('what is to be done', () => {
  it('is the same on every day but for being due: it cannot drift', () => {
    fc.assert(
      fc.property(someCase, someDay, someDay, (entries, one, other) => {
        expect(dueIn(entries, one)).toEqual(dueIn(entries, other));
      }),
    );
  });

  it('says of each open need and action once, and of none that is over', () => {
    fc.assert(
      fc.property(someCase, someDay, (entries, today) => {
        const familyCase = foldCase(entries);
        const { status, needs, actions } = familyCase;
        const open = [...needs, ...actions].filter(({ newest }) => newest.state === 'open');
        const named = tasksOn(entries, today).filter(({ subjectId }) => subjectId !== FAMILY);
        const expected = status === 'open' ? open.map(({ id }) => id) : [];
        expect(named.map(({ subjectId }) => subjectId).toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  it('always names a review of an open case, within three months of the last', () => {
    fc.assert(
      fc.property(someCase, someDay, (entries, today) => {
        const { status, attention, nextReviewOn } = foldCase(entries);
        const reviews = tasksOn(entries, today).filter(({ kind }) => kind === 'review-due');
        expect(reviews).toHaveLength(status === 'open' ? 1 : 0);
        for (const { since, dueOn } of reviews) {
          expect(dueOn).toBe(nextReviewOn);
          expect(dueOn).toBe(addMonths(since, USUAL_CASE_SETTINGS.reviewMonths[attention]));
          expect(USUAL_CASE_SETTINGS.reviewMonths[attention]).toBeLessThanOrEqual(3);
        }
      }),
    );
  });

  it('is put off for a while only, and becomes due again by itself', () => {
    fc.assert(
      fc.property(someCase, (entries) => {
        const last = entries.at(-1)?.recordedOn ?? FIRST_DAY;
        const later = addDays(last, MOST_SNOOZED_DAYS);
        expect(tasksOn(entries, later).every(({ putOffUntil }) => putOffUntil === null)).toBe(true);
        for (const { putOffUntil, standing } of tasksOn(entries, last)) {
          expect(standing === 'put-off').toBe(putOffUntil !== null);
          if (putOffUntil) expect(daysBetween(last, putOffUntil)).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('months', () => {
  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('from %s, %i of them, end on %s', (from, months, until) => {
    expect(addMonths(from, months)).toBe(until);
  });
});
