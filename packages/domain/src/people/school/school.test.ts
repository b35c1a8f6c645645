import { describe, expect, it } from 'vitest';
import {
  Attendance,
  answerBy,
  foldIncident,
  gradeOfClass,
  type IncidentStep,
  monthsOf,
} from './index.ts';

const told = {
  ...{ on: '2026-11-20', heardOn: '2026-11-20', place: 'yard', deeds: ['hit'], by: 'pupils' },
  ...{ seenBy: ['child'], harm: 'some' },
} as const;
const views = { child: 'enough', parent: 'not-asked' } as const;
type Versioned = IncidentStep & { version: number };
const first = { kind: 'incident', version: 1, value: told } as unknown as Versioned;
const answer = (on: string): Versioned => ({
  ...{ kind: 'response', version: 2 },
  value: { on, done: ['made-safe'], ...views, isInTime: on <= answerBy(told) },
});
const look = (version: number, on: string, state: 'stopped' | 'goes-on'): Versioned => ({
  ...{ kind: 'look', version, value: { on, state, ...views } },
});
const wanted = (...steps: Versioned[]) => {
  const { wanted: what, dueOn } = foldIncident('incident', steps, false) ?? {};
  return [what, dueOn];
};

describe('an incident', () => {
  it('is answered within five working days of the day on which the school heard of it', () => {
    expect(wanted(first)).toEqual(['answer', '2026-11-27']);
    expect(answerBy({ heardOn: '2026-12-11' })).toBe('2026-12-21');
  });

  it('is looked at again after a month, and once more while it goes on', () => {
    expect(wanted(answer('2026-11-26'), first)).toEqual(['look', '2026-12-26']);
    expect(wanted(look(3, '2026-12-25', 'goes-on'), first, answer('2026-11-26'))).toEqual([
      'look',
      '2027-01-24',
    ]);
  });

  it('waits for somebody else once it has stopped, and for nobody once it is closed', () => {
    const steps = [first, answer('2026-11-26'), look(3, '2026-12-18', 'stopped')];
    expect(wanted(...steps)).toEqual(['closing', '2026-12-25']);
    expect(foldIncident('incident', steps, true)).toMatchObject({ wanted: null, dueOn: null });
  });

  it('is nothing without its first step', () => {
    expect(foldIncident('incident', [answer('2026-11-26')], false)).toBeNull();
  });
});

it('tells a month by its newest version, and no more days away than there were', () => {
  const month = (version: number, away: number) => ({
    ...{ version, value: { month: '2026-10', days: 20, away, excused: 0 } },
  });
  expect(monthsOf([month(2, 4), month(1, 9)])).toEqual([month(2, 4)]);
  expect(Attendance.safeParse({ month: '2026-10', days: 20, away: 21, excused: 0 }).success).toBe(
    false,
  );
});

it.each([
  ['7 Б', 7],
  ['11«А»', 11],
  ['0', 0],
  ['мектепалды', null],
  ['123', null],
])('reads the class %s as the grade %s', (klass, grade) => {
  expect(gradeOfClass(klass)).toBe(grade);
});
