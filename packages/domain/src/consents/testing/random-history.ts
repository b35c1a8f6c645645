import * as fc from 'fast-check';
import {
  CONSENT_DECISIONS,
  CONSENT_MODES,
  CONSENT_PURPOSES,
  type ConsentEntry,
  hasReceiver,
} from '../index.ts';

/** Days of one month, so that random words meet. */
export const someDay = fc
  .integer({ min: 1, max: 30 })
  .map((day) => `2026-11-${String(day).padStart(2, '0')}`);

const RECEIVERS = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];

export const someTopic = fc
  .record({
    purpose: fc.constantFrom(...CONSENT_PURPOSES),
    receiver: fc.constantFrom(...RECEIVERS),
  })
  .map(({ purpose, receiver }) => ({
    purpose,
    receiverId: hasReceiver(purpose) ? receiver : null,
  }));

const someEntry: fc.Arbitrary<ConsentEntry> = fc
  .record({
    id: fc.uuid({ version: 4 }),
    topic: someTopic,
    party: fc.constantFrom('person' as const, 'guardian' as const),
    decision: fc.constantFrom(...CONSENT_DECISIONS),
    needs: fc.constantFrom<ConsentEntry['needs']>(['person'], ['guardian'], ['guardian', 'person']),
    mode: fc.constantFrom(...CONSENT_MODES),
    language: fc.constantFrom('kk' as const, 'ru' as const, 'en' as const),
    givenOn: someDay,
    standsUntil: fc.option(someDay, { nil: null }),
    hour: fc.integer({ min: 10, max: 14 }),
  })
  .map(({ topic, hour, standsUntil, ...entry }) => ({
    ...entry,
    ...topic,
    textVersion: `${topic.purpose}-1`,
    standsUntil: standsUntil !== null && standsUntil > entry.givenOn ? standsUntil : null,
    recordedAt: `2026-12-01T${hour}:00:00.000Z`,
  }));

/** Anything that may have been said in any order, sense or nonsense. */
export const someHistory = fc.array(someEntry, { maxLength: 25 });
