import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAFETY_KINDS, SAFETY_URGENCIES } from '../../instruments/index.ts';
import { nextContactOn } from './contact-schedule.ts';
import { PROTOCOLS } from './protocol.ts';
import { clockOf, isSafeClock, levelAt, USUAL_SAFETY_CLOCK } from './safety-clock.ts';
import type { SafetyEntry } from './safety-entry.ts';
import { foldSafety } from './safety-event.ts';
import { holderOf, type SafetyChain, whomToAsk } from './safety-holder.ts';
import { safetyObstacle } from './safety-obstacles.ts';

const SAULE = '00000000-0000-4000-8000-000000000001';
const GULMIRA = '00000000-0000-4000-8000-000000000002';
const ON_CALL = '00000000-0000-4000-8000-000000000003';
const AIDOS = '00000000-0000-4000-8000-000000000004';
const KAIRAT = '00000000-0000-4000-8000-000000000005';
const PEOPLE = [SAULE, GULMIRA, ON_CALL, AIDOS, KAIRAT];
const CHAIN: SafetyChain = {
  levels: [[SAULE], [GULMIRA], [ON_CALL], [AIDOS], []],
  lastResort: KAIRAT,
};
const START = '2026-11-27T12:55:00.000Z';
const at = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000).toISOString();
const EVENT = { kind: 'suicide', urgency: 'now', startsAt: START, dueAt: at(60) } as const;

let made = 0;
const entry = (
  by: string | null,
  minutes: number,
  said: Pick<SafetyEntry, 'kind'> & { value?: object; words?: object | null },
): SafetyEntry => {
  made += 1;
  const id = `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`;
  const when = at(minutes);
  return {
    value: {},
    words: null,
    ...said,
    id,
    recordedBy: by,
    doneAt: when,
    recordedAt: when,
    sequence: made,
  } as SafetyEntry;
};
const standingOf = (...entries: SafetyEntry[]) => foldSafety(EVENT, entries);
const steps = (by: string) =>
  PROTOCOLS.suicide.required.map((step) =>
    entry(by, 20, { kind: 'step', value: { step, state: 'done' } }),
  );
const asked = (standing: ReturnType<typeof standingOf>, minutes: number, chain = CHAIN) =>
  whomToAsk(EVENT, { standing, chain, now: at(minutes) }).map(({ accountId }) => accountId);

describe('the clock of an event', () => {
  it('counts from the answer, in whatever time zone it was given, and is overdue at once when it comes three hours late', () => {
    const arrivedAt = at(180);
    const clock = clockOf({ answeredAt: '2026-11-27T12:55:00Z', arrivedAt }, 'now');
    expect(clock).toEqual({ startsAt: START, dueAt: at(60), countsFrom: 'answer' });
    expect(clock.dueAt < arrivedAt).toBe(true);
  });

  it('counts from the arrival where a device says a time that has not come yet', () => {
    expect(clockOf({ answeredAt: at(300), arrivedAt: START }, 'now')).toEqual({
      ...{ startsAt: START, dueAt: at(60), countsFrom: 'arrival' },
    });
  });

  it('is never later than the same hour or the same day after the server heard, whatever a device says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.constantFrom(...SAFETY_URGENCIES),
        (minutes, urgency) => {
          const { dueAt } = clockOf({ answeredAt: at(minutes), arrivedAt: START }, urgency);
          expect(dueAt <= at(urgency === 'now' ? 60 : 24 * 60)).toBe(true);
        },
      ),
    );
  });

  it('goes on step by step, on the minute', () => {
    expect(
      [0, 14.99, 15, 30, 59.99, 60, 6000].map((minutes) => levelAt(EVENT, at(minutes))),
    ).toEqual([0, 0, 1, 2, 2, 3, 3]);
  });

  it('may be made quicker and never slower', () => {
    expect(isSafeClock(USUAL_SAFETY_CLOCK)).toBe(true);
    const quick = { supervisor: 5, onCall: 10, coordinator: 20 };
    expect(isSafeClock({ ...USUAL_SAFETY_CLOCK, now: quick })).toBe(true);
    expect(isSafeClock({ ...USUAL_SAFETY_CLOCK, now: { ...quick, coordinator: 61 } })).toBe(false);
    expect(isSafeClock({ ...USUAL_SAFETY_CLOCK, now: { ...quick, onCall: 5 } })).toBe(false);
  });
});

describe('who has an event', () => {
  it('is asked one after another until somebody takes it', () => {
    const none = standingOf();
    expect(asked(none, 0)).toEqual([SAULE]);
    expect(asked(none, 15)).toEqual([SAULE, GULMIRA]);
    expect(asked(none, 60)).toEqual([SAULE, GULMIRA, ON_CALL, AIDOS]);
    const known = standingOf(entry(null, 0, { kind: 'asked', value: { to: SAULE, level: 0 } }));
    expect(asked(known, 15)).toEqual([GULMIRA]);
    const taken = standingOf(entry(SAULE, 10, { kind: 'acknowledged' }), ...steps(SAULE));
    expect(asked(taken, 600)).toEqual([]);
  });

  it('is the next one at once where Saule is on leave, and the supervisor is away as well', () => {
    const away = { ...CHAIN, levels: [[], [], [ON_CALL], [AIDOS], []] };
    const holder = holderOf(EVENT, { standing: standingOf(), chain: away, now: START });
    expect(holder).toEqual({ accountId: ON_CALL, level: 2, isTaken: false });
    expect(asked(standingOf(), 0, away)).toEqual([ON_CALL]);
  });

  it('hears again of what was taken when nothing was done by the deadline', () => {
    const taken = standingOf(entry(SAULE, 10, { kind: 'acknowledged' }));
    expect(asked(taken, 59)).toEqual([]);
    expect(asked(taken, 60)).toContain(GULMIRA);
  });

  it('keeps it when it is handed over until the other one says that she has it', () => {
    const offered = [
      entry(SAULE, 5, { kind: 'acknowledged' }),
      entry(SAULE, 6, { kind: 'handed-over', value: { to: ON_CALL } }),
    ];
    expect(standingOf(...offered)).toMatchObject({ takenBy: SAULE, offeredTo: ON_CALL });
    const both = standingOf(...offered, entry(ON_CALL, 7, { kind: 'acknowledged' }));
    expect(both).toMatchObject({ takenBy: ON_CALL, offeredTo: null });
  });

  const histories = fc.array(
    fc.record({
      by: fc.constantFrom(...PEOPLE),
      minutes: fc.integer({ min: 0, max: 3000 }),
      said: fc.oneof(
        fc.constant({ kind: 'acknowledged' as const }),
        fc.constantFrom(...PEOPLE).map((to) => ({ kind: 'handed-over' as const, value: { to } })),
        fc
          .constantFrom(...PEOPLE)
          .map((to) => ({ kind: 'asked' as const, value: { to, level: 1 } })),
        fc.constantFrom(
          { kind: 'closing-proposed' as const, value: { ground: 'danger-over' } },
          { kind: 'closing-declined' as const },
          { kind: 'closed' as const },
          { kind: 'reopened' as const },
        ),
      ),
    }),
    { maxLength: 12 },
  );
  const chains = fc
    .array(fc.subarray(PEOPLE), { minLength: 0, maxLength: 5 })
    .map((levels): SafetyChain => ({ levels, lastResort: KAIRAT }));
  const times = fc.integer({ min: -10, max: 100_000 });

  it('is always somebody, whatever happened, whoever is away and whatever the time; and what was taken stays hers', () => {
    fc.assert(
      fc.property(
        histories,
        chains,
        times,
        fc.constantFrom(...SAFETY_KINDS),
        (history, chain, minutes, kind) => {
          const standing = foldSafety(
            { kind },
            history.map(({ by, minutes: when, said }) => entry(by, when, said)),
          );
          const now = at(minutes);
          const holder = holderOf(EVENT, { standing, chain, now });
          expect(PEOPLE).toContain(holder.accountId);
          const { takenBy } = standing;
          if (takenBy !== null && chain.levels.flat().includes(takenBy)) {
            expect(holder).toMatchObject({ accountId: takenBy, isTaken: true });
          }
          if (standing.status !== 'closed') {
            const heard = new Set([
              ...standing.asked,
              ...whomToAsk(EVENT, { standing, chain, now }).map(({ accountId }) => accountId),
            ]);
            expect(holder.isTaken || heard.has(holder.accountId)).toBe(true);
          }
        },
      ),
    );
  });

  it('is the same however the entries arrive', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, seed) => {
        const entries = history.map(({ by, minutes, said }) => entry(by, minutes, said));
        const mixed = [...entries, ...entries].toSorted((a, b) =>
          `${a.id}${seed}` < `${b.id}${seed % 7}` ? 1 : -1,
        );
        const told = (list: SafetyEntry[]) => {
          const { takenBy, status, offeredTo } = foldSafety(EVENT, list);
          return { takenBy, status, offeredTo };
        };
        expect(told(mixed)).toEqual(told(entries));
      }),
    );
  });
});

describe('closing', () => {
  const taken = () => entry(SAULE, 5, { kind: 'acknowledged' });
  const proposal = {
    kind: 'closing-proposed',
    value: { ground: 'danger-over' },
    words: null,
  } as const;
  const closed = { kind: 'closed', value: {}, words: null } as const;

  it('waits for every required step, done or reasoned away in words', () => {
    expect(safetyObstacle(standingOf(), proposal, SAULE)).toBe('safety-not-taken');
    expect(safetyObstacle(standingOf(taken()), proposal, SAULE)).toBe('safety-steps-missing');
    const reasoned = { kind: 'step', value: { step: 'means-away', state: 'reasoned' } } as const;
    expect(safetyObstacle(standingOf(taken()), { ...reasoned, words: null }, SAULE)).toBe(
      'safety-reason-missing',
    );
    expect(safetyObstacle(standingOf(taken(), ...steps(SAULE)), proposal, SAULE)).toBeNull();
  });

  it('takes two people, in what may be written and in how it is read', () => {
    const asking = [taken(), ...steps(SAULE), entry(SAULE, 40, proposal)];
    expect(safetyObstacle(standingOf(...asking), closed, SAULE)).toBe('safety-second-person');
    expect(safetyObstacle(standingOf(...asking), closed, GULMIRA)).toBeNull();
    expect(standingOf(...asking, entry(SAULE, 41, closed)).status).toBe('closing');
    expect(standingOf(...asking, entry(GULMIRA, 41, closed)).status).toBe('closed');
  });

  it('can be undone, and then it is whoever opened it again who has it', () => {
    const all = [taken(), ...steps(SAULE), entry(SAULE, 40, proposal), entry(GULMIRA, 41, closed)];
    expect(safetyObstacle(standingOf(...all), closed, GULMIRA)).toBe('safety-closed');
    const again = standingOf(...all, entry(GULMIRA, 50, { kind: 'reopened' }));
    expect(again).toMatchObject({ status: 'open', takenBy: GULMIRA });
  });
});

describe('contact afterwards', () => {
  const dayOf = (instant: string) => instant.slice(0, 10);
  const reached = (day: string) => ({
    ...entry(SAULE, 0, { kind: 'contact', value: { means: 'call', outcome: 'reached' } }),
    doneAt: `${day}T10:00:00.000Z`,
  });
  const next = (...contacts: SafetyEntry[]) =>
    nextContactOn(EVENT, standingOf(entry(SAULE, 1, { kind: 'acknowledged' }), ...contacts), dayOf);

  it('is each week for two months and every two weeks after that, counted from the last time she was reached', () => {
    expect(next()).toBe('2026-12-04');
    expect(next(reached('2026-12-03'))).toBe('2026-12-10');
    expect(next(reached('2027-01-25'))).toBe('2027-02-08');
  });

  it('stays due while she was not reached, and ends with the event', () => {
    const missed = entry(SAULE, 9000, {
      kind: 'contact',
      value: { means: 'call', outcome: 'missed' },
    });
    expect(next(missed)).toBe('2026-12-04');
    expect(nextContactOn(EVENT, { ...standingOf(), status: 'closed' }, dayOf)).toBeNull();
  });
});
