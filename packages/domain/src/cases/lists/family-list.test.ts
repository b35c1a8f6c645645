import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CaseSummary,
  FAMILY_LISTS,
  familiesIn,
  type ListFilter,
  readFilter,
  WHOLE_LIST,
  writeFilter,
} from '../index.ts';

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
type Task = CaseSummary['tasks'][number];
const task = (kind: Task['kind'], over: Partial<Task> = {}): Task => ({
  kind,
  ...{ subjectId: id(50), dueOn: '2026-11-20', since: '2026-11-01' },
  isFor: 'holder',
  category: null,
  putOffUntil: null,
  standing: 'overdue',
  ...over,
});
const family = (at: number, over: Partial<CaseSummary> = {}): CaseSummary => ({
  family: {
    ...{ id: id(at), madeAt: '2026-01-01T00:00:00.000Z', holder: 'Сәуле', isOwn: true },
    members: [],
  },
  holderId: id(90),
  status: 'open',
  attention: 'usual',
  reviewMonths: 3,
  nextReviewOn: null,
  openNeeds: 0,
  unheld: [],
  tasks: [],
  stuck: [],
  ahead: [],
  ...over,
});
const twelve = (on: string): CaseSummary['ahead'][number] => ({
  kind: 'age',
  ...{ personId: id(60), from: on, to: on },
  ...{ age: 12, isOfConsent: true, instruments: [] },
});

const stuck = (since: string): CaseSummary['stuck'][number] => ({
  ...{ subjectId: id(70), personId: id(60), kind: 'death-certificate', since },
  reasons: ['nobody'],
});

const CASES = [
  family(1, { tasks: [task('review-due', { dueOn: '2026-11-10' })], attention: 'high' }),
  family(2, {
    tasks: [task('need-unheld', { standing: 'upcoming', dueOn: '2026-12-02' })],
    stuck: [stuck('2026-10-01')],
  }),
  family(3, {
    tasks: [task('plan-to-approve', { isFor: 'supervisor', standing: 'upcoming' })],
    stuck: [stuck('2026-11-01'), stuck('2025-03-01')],
  }),
  family(4, {
    tasks: [task('plan-returned', { standing: 'today' }), task('release-unknown')],
    ahead: [twelve('2027-03-01')],
  }),
  family(5, {
    holderId: id(91),
    tasks: [
      task('review-due', { dueOn: '2026-11-05' }),
      task('review-due', { standing: 'put-off' }),
    ],
    ahead: [
      twelve('2027-01-01'),
      { kind: 'release', personId: id(61), from: '2027-06-01', to: '2027-06-30' },
    ],
  }),
];
const on = (list: ListFilter['list'], part: Partial<ListFilter> = {}, decides = false) =>
  familiesIn(CASES, { ...WHOLE_LIST, list, ...part }, { decides }).map(
    ({ summary }) => CASES.indexOf(summary) + 1,
  );

describe('a list', () => {
  it('holds the families with what it is about, those whose turn comes first at the top', () => {
    expect(on('all')).toEqual([1, 2, 3, 4, 5]);
    expect(on('today')).toEqual([5, 1, 4]);
    // What is due today is not late; whoever is latest stands first.
    expect(on('overdue')).toEqual([5, 1, 4]);
    expect(on('reviews')).toEqual([5, 1]);
    expect(on('nobodys')).toEqual([2]);
    expect(on('releases')).toEqual([4, 5]);
    expect(on('papers')).toEqual([3, 2]);
    expect(on('ages', { age: 12 })).toEqual([5, 4]);
    expect(on('ages', { age: 14 })).toEqual([]);
  });

  it('of what waits is the supervisor’s decisions for her, and the plans for who works with the families', () => {
    expect(on('waiting', {}, true)).toEqual([3]);
    expect(on('waiting')).toEqual([4]);
  });

  it('is narrowed to a colleague and to an attention', () => {
    expect(on('reviews', { holder: id(91) })).toEqual([5]);
    expect(on('today', { attention: 'high' })).toEqual([1]);
  });
});

describe('the address of a list', () => {
  const someFilter: fc.Arbitrary<ListFilter> = fc.record({
    list: fc.constantFrom(...FAMILY_LISTS),
    age: fc.option(fc.integer({ min: 1, max: 18 })),
    attention: fc.option(fc.constantFrom('usual', 'raised', 'high')),
    holder: fc.option(fc.uuid({ version: [4, 7] })),
  });

  it('brings the same list back, typed in or followed', () => {
    fc.assert(
      fc.property(someFilter, (filter) => {
        const written = writeFilter(filter);
        expect(readFilter(written)).toEqual(filter);
        const typed = new URLSearchParams(
          Object.entries(written).map(([name, value]): [string, string] => [name, String(value)]),
        );
        expect(readFilter(Object.fromEntries(typed))).toEqual(filter);
      }),
    );
  });

  it('that says what nobody understands shows everything', () => {
    expect(readFilter({ list: 'secret', age: 'old', holder: 'Сәуле', attention: 3 })).toEqual(
      WHOLE_LIST,
    );
  });
});
