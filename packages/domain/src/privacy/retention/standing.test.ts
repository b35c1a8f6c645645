import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../cases/index.ts';
import {
  AHEAD_DAYS,
  aheadIn,
  awayOn,
  awayToday,
  mayBeSaid,
  overdueBefore,
  quietBefore,
  renewalDueOn,
} from './standing.ts';

const YEARLY = { renewalMonths: 12 };
const USUAL = { inactiveMonths: 24 };
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));
const silent = { activeOn: '2024-11-23', endedOn: null, caseState: 'closed', isStopped: false };

describe('the yearly word on a purpose', () => {
  it('is due a year after the last one, a leap day’s on the last of February', () => {
    const file = { endedOn: null, caseState: 'open' };
    expect(renewalDueOn({ ...file, confirmedOn: '2025-11-23' }, YEARLY)).toBe('2026-11-23');
    expect(renewalDueOn({ ...file, confirmedOn: '2024-02-29' }, YEARLY)).toBe('2025-02-28');
    expect(renewalDueOn({ ...file, confirmedOn: '2026-08-31' }, { renewalMonths: 6 })).toBe(
      '2027-02-28',
    );
  });

  it('is not asked for where the purpose ended, and at once where support began again', () => {
    const ended = { confirmedOn: '2025-01-10', endedOn: '2026-03-01' };
    expect(renewalDueOn({ ...ended, caseState: 'closed' }, YEARLY)).toBeNull();
    expect(renewalDueOn({ ...ended, caseState: null }, YEARLY)).toBeNull();
    expect(renewalDueOn({ ...ended, caseState: 'open' }, YEARLY)).toBe('2026-03-01');
  });

  it('is overdue in a count as in the list, whatever the lengths of months', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 12 }), (today, confirmedOn, months) => {
        const settings = { renewalMonths: months };
        const dueOn = renewalDueOn({ confirmedOn, endedOn: null, caseState: null }, settings);
        return confirmedOn < overdueBefore(today, settings) === (dueOn !== null && dueOn < today);
      }),
    );
  });

  it('can let it end only after support has ended', () => {
    for (const caseState of ['open', 'closing', 'returned']) {
      expect(mayBeSaid('ends', caseState)).toBe(false);
      expect(mayBeSaid('goes-on', caseState)).toBe(true);
    }
    expect([mayBeSaid('ends', 'closed'), mayBeSaid('ends', null)]).toEqual([true, true]);
  });
});

describe('a file in which nothing happens', () => {
  it('goes on the day after two silent years are full, and not the day before', () => {
    expect(awayToday(silent, '2026-11-22', USUAL)).toBeNull();
    expect(awayToday(silent, '2026-11-23', USUAL)).toBe('inactive');
    expect(awayToday(silent, '2025-05-23', { inactiveMonths: 6 })).toBe('inactive');
  });

  it('goes thirty days after its purpose ended, however much happened before', () => {
    const ended = { ...silent, activeOn: '2026-10-20', endedOn: '2026-10-20' };
    expect(awayToday(ended, '2026-11-18', USUAL)).toBeNull();
    expect(awayToday(ended, '2026-11-19', USUAL)).toBe('purpose-ended');
  });

  it('stays while support goes on, a hold stands or somebody still has to do something', () => {
    for (const caseState of ['open', 'closing', 'returned']) {
      expect(awayToday({ ...silent, caseState }, '2030-01-01', USUAL)).toBeNull();
    }
    expect(awayToday({ ...silent, isStopped: true }, '2030-01-01', USUAL)).toBeNull();
  });

  it('is counted ahead with its people, and what is stopped apart', () => {
    const files = [
      { ...silent, people: 4 },
      { ...silent, activeOn: '2024-12-20', people: 3 },
      { ...silent, activeOn: '2025-01-05', people: 9 },
      { ...silent, isStopped: true, people: 2 },
      { ...silent, caseState: 'open', people: 5 },
    ];
    expect(aheadIn(files, addDays('2026-11-23', AHEAD_DAYS), USUAL)).toEqual({
      families: 2,
      people: 7,
      stopped: 1,
    });
  });

  it('is always among those that are looked at', () => {
    fc.assert(
      fc.property(
        day,
        day,
        fc.option(day),
        fc.integer({ min: 6, max: 24 }),
        (today, activeOn, endedOn, inactiveMonths) => {
          const settings = { inactiveMonths };
          const away = awayOn({ activeOn, endedOn, caseState: 'closed' }, settings);
          const { active, ended } = quietBefore(today, settings);
          const isSeen = activeOn < active || (endedOn !== null && endedOn < ended);
          return !(away && away.on <= today) || isSeen;
        },
      ),
    );
  });
});
