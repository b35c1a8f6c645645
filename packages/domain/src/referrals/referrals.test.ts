import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANSWER_HOURS,
  DISCLOSED_ITEMS,
  disclosedOf,
  EVENT_KINDS,
  type EventKind,
  foldReferral,
  isOfReceiver,
  isOver,
  isShownToReceiver,
  later,
  NEXT,
  printLetter,
  REFERRAL_URGENCIES,
  type ReferralEvent,
  ReferralInput,
  type ReferralState,
  tellDisclosed,
} from './index.ts';

const MADE = '2026-11-23T05:00:00.000Z';
const draft = { urgency: 'normal', madeAt: MADE } as const;
const event = (kind: EventKind, version: number, at: string): ReferralEvent => ({
  ...{ id: '018f0000-0000-7000-8000-000000000000', version, kind, via: 'account', by: null, at },
  ...{ reason: null, cameOn: null, feedback: null, override: null },
  appointmentAt: kind === 'appointment' ? later(at, 48) : null,
});
const happened = (...kinds: EventKind[]) =>
  kinds.map((kind, at) => event(kind, at + 1, later(MADE, at + 1)));

/** Any chain of events that may follow on each other, one an hour. */
const paths = fc.array(fc.nat(), { maxLength: 14 }).map((choices) => {
  let state: ReferralState = 'draft';
  const kinds: EventKind[] = [];
  for (const choice of choices) {
    const next: EventKind | undefined = NEXT[state][choice % Math.max(1, NEXT[state].length)];
    if (!next) break;
    kinds.push(next);
    state = next as ReferralState;
  }
  return kinds;
});

describe('the life of a referral', () => {
  it('goes from the draft to the feedback and the end', () => {
    const all = ['sent', 'received', 'accepted', 'appointment', 'attended', 'completed'] as const;
    const now = later(MADE, 20);
    expect(foldReferral(draft, happened(...all), now)).toMatchObject({
      ...{ state: 'completed', waitsFor: 'receiver', version: 6, isOverdue: false },
    });
    expect(foldReferral(draft, happened(...all, 'feedback'), now)).toMatchObject({
      ...{ state: 'feedback', waitsFor: 'referrer' },
    });
    expect(foldReferral(draft, happened(...all, 'feedback', 'closed'), now)).toMatchObject({
      ...{ state: 'closed', waitsFor: null, dueAt: null },
    });
  });

  it('leaves no state that is over, whatever is said afterwards', () => {
    fc.assert(
      fc.property(paths, fc.array(fc.constantFrom(...EVENT_KINDS)), (kinds, more) => {
        const before = foldReferral(draft, happened(...kinds), later(MADE, 20));
        fc.pre(isOver(before.state));
        const after = foldReferral(draft, happened(...kinds, ...more), later(MADE, 20));
        expect(after.state).toBe(before.state);
      }),
    );
  });

  it('always has somebody whose turn it is and an instant until when, as long as it is not over', () => {
    fc.assert(
      fc.property(
        paths,
        fc.constantFrom(...REFERRAL_URGENCIES),
        fc.nat(5000),
        (kinds, urgency, hours) => {
          const at = foldReferral(
            { urgency, madeAt: MADE },
            happened(...kinds),
            later(MADE, hours),
          );
          expect(at.waitsFor !== null && at.dueAt !== null).toBe(!isOver(at.state));
        },
      ),
    );
  });

  it('is the same in whatever order its events arrive', () => {
    fc.assert(
      fc.property(paths, fc.nat(), (kinds, seed) => {
        const events = happened(...kinds);
        const mixed = events.toSorted(
          (a, b) => ((a.version * seed) % 7) - ((b.version * seed) % 7),
        );
        expect(foldReferral(draft, mixed, MADE)).toEqual(foldReferral(draft, events, MADE));
      }),
    );
  });

  it('is answered by the addressee alone, and only while it is shown to him', () => {
    for (const [state, next] of Object.entries(NEXT)) {
      for (const kind of next.filter(isOfReceiver)) {
        expect(isShownToReceiver(state as ReferralState), `${kind} of ${state}`).toBe(true);
      }
    }
  });

  it.each(REFERRAL_URGENCIES)('expires without an answer in time: %s', (urgency) => {
    const sent = happened('sent', 'received');
    const until = later(MADE, 1 + ANSWER_HOURS[urgency]);
    const before = new Date(Date.parse(until) - 1).toISOString();
    const referral = { urgency, madeAt: MADE };
    expect(foldReferral(referral, sent, before)).toMatchObject({ state: 'received', dueAt: until });
    expect(foldReferral(referral, sent, until)).toMatchObject({
      ...{ state: 'expired', waitsFor: 'referrer', dueAt: later(until, 72) },
    });
  });

  it('waits for word of an appointment only once its time has come', () => {
    const events = happened('sent', 'accepted', 'appointment');
    const { appointmentAt, dueAt } = foldReferral(draft, events, later(MADE, 5));
    expect(dueAt).toBe(later(appointmentAt ?? '', 72));
  });
});

describe('what is told', () => {
  const identity = {
    names: [{ kind: 'called' as const, family: 'Сейітова', given: 'Мәдина', patronymic: '' }],
    birth: { precision: 'about' as const, date: '1990' },
    phones: ['+7 700 000 00 01'],
    documents: [{ kind: 'passport' as const, number: 'N123' }],
  };
  const words = { need: 'Ұйқысы жоқ.', note: '' };

  it('is what was chosen and never more', () => {
    fc.assert(
      fc.property(fc.subarray([...DISCLOSED_ITEMS]), (items) => {
        const disclosed = disclosedOf(
          { items: [...new Set([...items, 'need' as const])], speaks: 'kk', words },
          identity,
          '2026-11-23',
        );
        for (const item of Object.keys(disclosed)) expect([...items, 'need']).toContain(item);
        expect(JSON.stringify(disclosed)).not.toContain('N123');
      }),
    );
  });

  it('stands in the letter word for word, in three languages', () => {
    const items = ['name', 'age', 'speaks', 'need'] as const;
    const disclosed = disclosedOf(
      { items: [...items], speaks: 'kk', words },
      identity,
      '2026-11-23',
    );
    expect(disclosed).toEqual({ name: 'Сейітова Мәдина', age: 33, speaks: 'kk', need: words.need });
    for (const language of ['kk', 'ru', 'en'] as const) {
      const letter = printLetter({
        ...{ language, receiver: 'Ерлан Омаров', service: 'Кеңес', colleague: 'Сәуле Ахметова' },
        ...{ today: '2026-11-23', urgency: 'urgent', disclosed, isWithoutConsent: false },
      });
      expect(letter.told.map(({ value }) => value)).toEqual(
        tellDisclosed(disclosed, language).map(({ value }) => value),
      );
      expect(letter.copies).toHaveLength(3);
      expect(JSON.stringify(letter)).not.toMatch(/\{\{|700 000/);
    }
  });

  it('names the need always, and of a birth the year or the age, not both', () => {
    const input = {
      ...{
        serviceId: '018f0000-0000-7000-8000-00000000000a',
        receiverId: '018f0000-0000-7000-8000-00000000000a',
        urgency: 'normal',
      },
      ...{ speaks: 'kk', needId: null, proposalId: null, insteadOf: null, words },
    };
    const isTaken = (...items: string[]) => ReferralInput.safeParse({ ...input, items }).success;
    expect(isTaken('name', 'need')).toBe(true);
    expect(isTaken('name')).toBe(false);
    expect(isTaken('need', 'born', 'age')).toBe(false);
    expect(isTaken('need', 'diagnosis')).toBe(false);
  });
});
