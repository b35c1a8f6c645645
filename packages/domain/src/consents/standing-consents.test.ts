import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONSENT_PURPOSES,
  type ConsentEntry,
  type ConsentTopic,
  effectOfWithdrawal,
  hasReceiver,
  isAllowed,
  lastWordOn,
  reconsentsDue,
  type StandingConsent,
  standingConsents,
  topicKey,
  USUAL_AGE_TABLE,
} from './index.ts';
import { someDay, someHistory, someTopic } from './testing/random-history.ts';

const TODAY = '2026-11-29';
const HOSPITAL = '00000000-0000-4000-8000-0000000000a1';
const SCHOOL = '00000000-0000-4000-8000-0000000000a2';

let number = 0;
const said = (over: Partial<ConsentEntry>): ConsentEntry => ({
  id: `00000000-0000-4000-8000-${String(++number).padStart(12, '0')}`,
  purpose: 'service',
  receiverId: null,
  party: 'person',
  decision: 'given',
  needs: ['person'],
  mode: 'thumb',
  language: 'kk',
  textVersion: 'service-1',
  givenOn: '2026-11-01',
  standsUntil: null,
  recordedAt: '2026-11-01T10:00:00.000Z',
  ...over,
});
const stateOf = (history: ConsentEntry[], topic: Partial<ConsentTopic>, on = TODAY) =>
  standingConsents(history, on).find(
    (one) => one.purpose === topic.purpose && one.receiverId === (topic.receiverId ?? null),
  )?.state;
const standing = (history: readonly ConsentEntry[], on: string) =>
  standingConsents(history, on).filter(({ state }) => state === 'stands');
const keysOf = (topics: readonly ConsentTopic[]) => topics.map(topicKey).sort();

describe('what Madina allows', () => {
  it('is nothing until she was asked', () => {
    expect(standingConsents([], TODAY).map(({ state }) => state)).toEqual(
      CONSENT_PURPOSES.filter((purpose) => !hasReceiver(purpose)).map(() => 'not-asked'),
    );
  });

  it('is one hospital and not the other service, when she agreed to the hospital', () => {
    const history = [said({ purpose: 'referral', receiverId: HOSPITAL })];
    expect(isAllowed(history, { purpose: 'referral', receiverId: HOSPITAL }, TODAY)).toBe(true);
    expect(isAllowed(history, { purpose: 'referral', receiverId: SCHOOL }, TODAY)).toBe(false);
  });

  it('ends on the day that was agreed', () => {
    const history = [said({ standsUntil: '2026-11-29' })];
    expect(stateOf(history, { purpose: 'service' }, '2026-11-28')).toBe('stands');
    expect(stateOf(history, { purpose: 'service' })).toBe('lapsed');
  });

  it('is not brought back by an older paper that is typed in later', () => {
    const history = [
      said({ purpose: 'research', decision: 'withdrawn', givenOn: '2026-11-20' }),
      said({ purpose: 'research', givenOn: '2026-11-10', recordedAt: '2026-11-25T10:00:00.000Z' }),
    ];
    expect(stateOf(history, { purpose: 'research' })).toBe('withdrawn');
  });

  it('for a child of ten takes both, and the child’s no ends it', () => {
    const needs: ConsentEntry['needs'] = ['guardian', 'person'];
    const mother = said({ party: 'guardian', needs });
    expect(stateOf([mother], { purpose: 'service' })).toBe('incomplete');
    const child = said({ needs, givenOn: '2026-11-02' });
    expect(stateOf([mother, child], { purpose: 'service' })).toBe('stands');
    const no = said({ needs, decision: 'declined', givenOn: '2026-11-03' });
    expect(stateOf([mother, child, no], { purpose: 'service' })).toBe('declined');
  });
});

describe('whatever was said, in any order', () => {
  it('declining or taking back screening changes nothing about help or any other purpose', () => {
    fc.assert(
      fc.property(someHistory, someDay, (history, on) => {
        const others = (all: readonly StandingConsent[]) =>
          all.filter(({ purpose }) => purpose !== 'screening');
        const refusals = history.map((entry) =>
          entry.purpose === 'screening' ? { ...entry, decision: 'declined' as const } : entry,
        );
        const no = said({ purpose: 'screening', decision: 'declined', givenOn: on });
        const withdrawn = said({ purpose: 'screening', decision: 'withdrawn', givenOn: on });
        const before = others(standingConsents(history, on));
        expect(others(standingConsents([...refusals, no, withdrawn], on))).toEqual(before);
      }),
    );
  });

  it('no consent comes from another purpose, receiver or day', () => {
    fc.assert(
      fc.property(someHistory, someTopic, someDay, (history, topic, on) => {
        if (!isAllowed(history, topic, on)) return;
        const own = history.filter((entry) => topicKey(entry) === topicKey(topic));
        expect(own.some(({ decision }) => decision === 'given')).toBe(true);
        expect(isAllowed(own, topic, on)).toBe(true);
      }),
    );
  });

  it('the order in which entries arrive makes no difference', () => {
    fc.assert(
      fc.property(someHistory, someDay, (history, on) => {
        const byKey = (all: StandingConsent[]) =>
          all.toSorted((one, other) => (topicKey(one) < topicKey(other) ? -1 : 1));
        expect(byKey(standingConsents(history.toReversed(), on))).toEqual(
          byKey(standingConsents(history, on)),
        );
      }),
    );
  });

  it('the effect that a withdrawal shows is the effect that it has, and help always remains', () => {
    fc.assert(
      fc.property(
        someHistory,
        someTopic,
        fc.constantFrom('person' as const, 'guardian' as const),
        fc.boolean(),
        (history, { purpose, receiverId }, party, isToAll) => {
          const on = '2026-12-01';
          const withdrawal = { purpose, receiverId: isToAll ? null : receiverId, party };
          const effect = effectOfWithdrawal(history, withdrawal, on);
          expect(effect.remains).toContain('help');
          const after = [
            ...history,
            ...effect.topics.map((topic) =>
              said({
                ...topic,
                party,
                decision: 'withdrawn',
                needs: lastWordOn(history, topic)?.needs ?? [],
                givenOn: on,
                recordedAt: '2026-12-01T15:00:00.000Z',
              }),
            ),
          ];
          const gone = new Set(keysOf(effect.topics));
          expect(keysOf(standing(after, on))).toEqual(
            keysOf(standing(history, on)).filter((key) => !gone.has(key)),
          );
        },
      ),
    );
  });

  it('what stands at the beginning of a span and not at its end was due in it', () => {
    const born = { from: '2012-11-15', to: '2012-11-15' };
    fc.assert(
      fc.property(someHistory, someDay, someDay, (history, one, other) => {
        const [from = '', until = ''] = [one, other].sort();
        // Nothing is said within the span.
        const before = history.filter(({ givenOn }) => givenOn <= from);
        const due = reconsentsDue({ history: before, born, table: USUAL_AGE_TABLE }, from, until);
        const later = new Set(keysOf(standing(before, until)));
        const lost = keysOf(standing(before, from)).filter((key) => !later.has(key));
        const told = new Set(keysOf(due.filter(({ lapses }) => lapses)));
        expect(lost.filter((key) => !told.has(key))).toEqual([]);
      }),
    );
  });
});

describe('what is to be asked again of a girl who will be fourteen', () => {
  const born = { from: '2012-12-10', to: '2012-12-10' };
  const due = (history: ConsentEntry[], until: string) =>
    reconsentsDue({ history, born, table: USUAL_AGE_TABLE }, TODAY, until).map(
      ({ on, why, lapses }) => [on, why, lapses],
    );
  const given = said({ standsUntil: '2027-12-10' });

  it('is everything that stands, at fourteen as a reminder and at fifteen because another rule begins', () => {
    expect(due([given], '2027-12-31')).toEqual([
      ['2026-12-10', 'age-reached', false],
      ['2027-12-10', 'rule-changes', true],
    ]);
    expect(due([given], '2026-12-09')).toEqual([]);
  });

  it('is not what was asked after the birthday, and is what ran out before', () => {
    expect(due([said({ standsUntil: '2026-11-20' })], '2026-11-30')).toEqual([
      ['2026-11-20', 'term-ends', true],
    ]);
    const after = said({ givenOn: '2026-12-10', recordedAt: '2026-12-10T10:00:00.000Z' });
    const table = USUAL_AGE_TABLE;
    expect(reconsentsDue({ history: [after], born, table }, '2026-12-11', '2026-12-31')).toEqual(
      [],
    );
  });
});
