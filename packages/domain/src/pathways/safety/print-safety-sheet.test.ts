import { describe, expect, it } from 'vitest';
import { SAFETY_KINDS } from '../../instruments/index.ts';
import { LANGUAGES } from '../../text/index.ts';
import {
  PROTOCOLS,
  printSafetySheet,
  type RegionalContact,
  safetyTexts,
  USUAL_SAFETY_CLOCK,
} from './index.ts';

const contact = (
  id: string,
  value: Pick<RegionalContact['value'], 'kind' | 'region' | 'phone'>,
): RegionalContact => ({
  ...{ id, version: 1 },
  value: {
    ...value,
    name: { kk: `Орталық ${id}`, ru: `Центр ${id}`, en: `Centre ${id}` },
    hours: { kk: 'тәулік бойы', ru: 'круглосуточно', en: 'day and night' },
  },
});
const HELPLINE = contact('1', { kind: 'helpline', region: null, phone: '150' });
const CLINIC = contact('2', { kind: 'clinic', region: 'KZ-75', phone: '+7 727 000 00 00' });

const printed = (over: Partial<Parameters<typeof printSafetySheet>[0]> = {}) =>
  printSafetySheet({
    ...{
      language: 'ru',
      region: { code: 'KZ-75', name: 'Алматы' },
      contacts: [HELPLINE, CLINIC],
      today: '2026-11-30',
    },
    clock: USUAL_SAFETY_CLOCK,
    ...over,
  });

describe('the paper that Saule takes to a village without signal', () => {
  it.each(LANGUAGES)('has every step of every kind of danger in %s', (language) => {
    const words = safetyTexts(language);
    const { protocols } = printed({ language });
    expect(protocols.map(({ title }) => title)).toEqual(
      SAFETY_KINDS.map((kind) => words(`kind.${kind}`)),
    );
    for (const [at, kind] of SAFETY_KINDS.entries()) {
      const { required, further } = PROTOCOLS[kind];
      expect(protocols[at]).toMatchObject({
        required: required.map((step) => words(`step.${step}`)),
        further: further.map((step) => words(`step.${step}`)),
      });
    }
  });

  it('names the numbers of the country first, then those near by, and a way to ring at once for the person herself', () => {
    const { calls, plan } = printed();
    expect(calls.numbers.map(({ phone }) => phone)).toEqual([
      ...['112', '103', '+7 727 000 00 00', '150'],
    ]);
    expect(calls.none).toBeNull();
    expect(plan.numbers.map(({ phone }) => phone)).toEqual(['112', '103', '150']);
  });

  it('says aloud that nobody has entered a number of the region', () => {
    expect(printed({ contacts: [] }).calls.none).toContain('от руки');
  });

  it('tells the clock of this programme, where it is quicker than usual', () => {
    const now = { supervisor: 1, onCall: 2, coordinator: 22 };
    const today = { supervisor: 60, onCall: 120, coordinator: 22 * 60 };
    const rules = printed({ clock: { now, today } }).clock.rules.join('\n');
    expect(rules).toContain('через 1 минуту, дежурному через 2 минуты, координатору через 22');
    expect(rules).toContain('через 60 минут, дежурному через 2 часа, координатору через 22 часа');
  });
});
