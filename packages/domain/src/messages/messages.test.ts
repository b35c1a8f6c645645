import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../text/index.ts';
import { CHANNELS, SENT_KINDS } from './kinds.ts';
import { messageText, smsParts } from './message-texts.ts';
import {
  allowedAt,
  DAY,
  FAILURES,
  givenUpAt,
  isWorthRetrying,
  MOST_URGENT_FIRST,
  POLICIES,
  pauseSeconds,
  plannedDeliveries,
} from './policy.ts';

const ORAL = 300;
const everyText = SENT_KINDS.flatMap((kind) =>
  LANGUAGES.map((language) => ({ kind, language, text: messageText(kind, language, '482913') })),
);
const all = everyText.flatMap(({ kind, language, text }) =>
  Object.entries(text).map(([part, words]) => [kind, language, part, words] as const),
);

/** Whoever reads over her shoulder must not learn from a message what the programme is, of whom it speaks, or what happened. */
const NEVER = new RegExp(
  [
    // the past
    'syria|сири|iraq|ирак|return|верн[уё]|возвра|орал[ғу]|jusan|жусан|террор|terror|лаңкес|боевик|содыр|соғыс|войн|war\\b|camp\\b|лагер',
    // the mind and danger
    'psych|психо|психик|suicid|суицид|самоуби|өзіне қол|risk|риск|тәуекел|danger|опасн|қауіп|violen|насил|зорлық|abuse|crisis|кризис|depress|депресс|trauma|травм|жарақат',
    // instruments and papers
    'phq|gad|who-5|ghq|sdq|pcl|c-ssrs|\\basq\\b|test result|questionnaire|анкет|опрос|сауалнама|score|балл|ұпай|screen|скрининг|diagnos|диагноз|assess',
    // people
    'mother|мать|матери|ана(?!\\p{L})|child|ребен|ребён|дет[ией]|бала|husband|муж(?!\\p{L})|күйеу|family of|client|клиент|patient|пациент|madina|мадина|saule|сәуле|сауле',
    // authorities
    'police|полици|prison|тюрьм|түрме|court|суд(?!\\p{L})|сот(?!\\p{L})|knb|кнб|ұқк|probation|пробац',
  ].join('|'),
  'iu',
);

describe('what a message says', () => {
  it.each(all)('of %s in %s as %s tells nothing of anybody', (_kind, _language, _part, words) => {
    expect(words).not.toMatch(NEVER);
    expect(words).not.toContain('{{');
    expect(words).not.toMatch(/https?:|www\./);
  });

  it('finds the words it looks for, so that the test above can fail', () => {
    for (const words of [
      'Мадина ждёт психолога',
      'PHQ-9 is due',
      'suicide risk',
      'Сирияның отбасылары',
      'Ваш ребенок',
      'Бала күтіп тұр',
    ]) {
      expect(words).toMatch(NEVER);
    }
  });

  it.each(everyText.map(({ kind, language, text }) => [kind, language, text.short] as const))(
    'of %s in %s costs one part of an SMS',
    (_kind, _language, short) => {
      expect(smsParts(short)).toBe(1);
    },
  );

  it('has a place to fill in for the code and for nothing else', () => {
    for (const { kind, language, text } of everyText) {
      const other = messageText(kind, language, '000000');
      const isSame = JSON.stringify(other) === JSON.stringify(text);
      expect(isSame).toBe(kind !== 'prove');
    }
  });

  it('counts the parts as a telephone company does', () => {
    expect(smsParts('a'.repeat(160))).toBe(1);
    expect(smsParts('a'.repeat(161))).toBe(2);
    expect(smsParts('қ'.repeat(70))).toBe(1);
    expect(smsParts('қ'.repeat(71))).toBe(2);
    expect(smsParts('қ'.repeat(135))).toBe(3);
  });
});

describe('when and by what a message goes', () => {
  const addresses = CHANNELS.map((channel) => ({ id: channel, channel }));
  const night = '2026-11-27T18:30:00.000Z';

  it('has a place for every kind in the order of sending, what must be seen now the first', () => {
    expect([...MOST_URGENT_FIRST].sort()).toEqual([...SENT_KINDS].sort());
    expect(MOST_URGENT_FIRST[0]).toBe('look-now');
  });

  it('at night: what must be seen now goes by every channel at once, what can wait waits for eight in the morning', () => {
    const now = { addresses, now: night, utcOffsetMinutes: ORAL };
    expect(plannedDeliveries('look-now', now)).toEqual(
      CHANNELS.map((channel) => ({ channel, addressId: channel, at: night })),
    );
    const morning = '2026-11-28T03:00:00.000Z';
    expect(plannedDeliveries('look-today', now).map(({ at }) => at)).toEqual([
      morning,
      morning,
      morning,
    ]);
    expect(allowedAt('remember', night, ORAL)).toBe(morning);
    expect(allowedAt('remember', '2026-11-27T20:00:00.000Z', ORAL)).toBe(morning);
  });

  it('by day an SMS of what can wait goes an hour after the rest, and at once where there is nothing else', () => {
    const day = '2026-11-27T06:00:00.000Z';
    const asked = { now: day, utcOffsetMinutes: ORAL };
    const both = plannedDeliveries('look-today', { ...asked, addresses });
    expect(both.find(({ channel }) => channel === 'sms')?.at).toBe('2026-11-27T07:00:00.000Z');
    const sms = addresses.filter(({ channel }) => channel === 'sms');
    expect(plannedDeliveries('look-today', { ...asked, addresses: sms })[0]?.at).toBe(day);
    expect(plannedDeliveries('look-now', { ...asked, addresses: [] })).toEqual([]);
  });

  it('never rings by night unless it must, never earlier than it was to go, wherever the clock stands', () => {
    const instants = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(...SENT_KINDS),
        fc.integer({ min: -720, max: 840 }),
        (date, kind, offset) => {
          const at = allowedAt(kind, date.toISOString(), offset);
          const waited = Date.parse(at) - date.getTime();
          expect(waited).toBeGreaterThanOrEqual(0);
          expect(waited).toBeLessThanOrEqual(12 * 3_600_000);
          if (!POLICIES[kind].isByDay) {
            expect(waited).toBe(0);
            return;
          }
          const hour = new Date(Date.parse(at) + offset * 60_000).getUTCHours();
          expect(hour).toBeGreaterThanOrEqual(DAY.fromHour);
          expect(hour).toBeLessThan(DAY.untilHour);
        },
      ),
    );
  });

  it('is tried again later and later, and given up when it is no longer worth it', () => {
    const pauses = Array.from({ length: 12 }, (_, index) => pauseSeconds(index + 1));
    expect(pauses.slice(0, 4)).toEqual([15, 30, 60, 120]);
    expect(Math.max(...pauses)).toBe(1800);
    expect(givenUpAt('prove', '2026-11-27T06:00:00.000Z')).toBe('2026-11-27T06:15:00.000Z');
    expect(FAILURES.filter(isWorthRetrying)).toContain('certificate');
    expect(FAILURES.filter(isWorthRetrying)).not.toContain('no-consent');
  });
});
