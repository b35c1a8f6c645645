import { describe, expect, it } from 'vitest';
import { type Look, oddViews } from './odd-views.ts';

const NOON = '2026-11-23T07:00:00.000Z';
const look = (over: Partial<Look> = {}): Look => ({
  accountId: 'saule',
  personId: 'madina',
  at: NOON,
  isElsewhere: false,
  isNamesake: false,
  ...over,
});
const kinds = (looks: Look[]) => oddViews(looks).map(({ kind }) => kind);
const people = (count: number, over: Partial<Look>) =>
  Array.from({ length: count }, (_, i) => look({ personId: `person-${i}`, ...over }));

describe('what is worth a question', () => {
  it('is not Saule’s working day', () => {
    expect(kinds(people(40, {}))).toEqual([]);
    expect(kinds(people(4, { isElsewhere: true }))).toEqual([]);
  });

  it('is a look at somebody of her own family name whom others hold, and not at one she holds', () => {
    expect(kinds([look({ isNamesake: true })])).toEqual([]);
    expect(oddViews([look({ isNamesake: true, isElsewhere: true })])).toEqual([
      { kind: 'namesake', accountId: 'saule', people: ['madina'], looks: 1, lastAt: NOON },
    ]);
  });

  it('is five people of other centres in one day, and not in two', () => {
    expect(kinds(people(5, { isElsewhere: true }))).toEqual(['many-elsewhere']);
    const inTwo = people(5, { isElsewhere: true }).map((each, i) =>
      i === 0 ? { ...each, at: '2026-11-24T07:00:00.000Z' } : each,
    );
    expect(kinds(inTwo)).toEqual([]);
  });

  it('is the same person of another centre three times', () => {
    const again = Array.from({ length: 3 }, () => look({ isElsewhere: true }));
    expect(kinds(again)).toEqual(['same-elsewhere']);
    expect(kinds(again.slice(1))).toEqual([]);
  });

  it('is sixty people in one day', () => {
    expect(kinds(people(59, {}))).toEqual([]);
    expect(kinds(people(60, {}))).toEqual(['many-people']);
  });

  it('is looking at night in Kazakhstan, from ten to six', () => {
    const at = (instant: string) => Array.from({ length: 3 }, () => look({ at: instant }));
    expect(kinds(at('2026-11-23T17:00:00.000Z'))).toEqual(['at-night']);
    expect(kinds(at('2026-11-23T16:59:59.000Z'))).toEqual([]);
    expect(kinds(at('2026-11-23T00:59:59.000Z'))).toEqual(['at-night']);
    expect(kinds(at('2026-11-23T01:00:00.000Z'))).toEqual([]);
  });

  it('tells of each colleague apart, the latest first', () => {
    const odd = oddViews([
      look({ isElsewhere: true, isNamesake: true }),
      look({
        accountId: 'gulmira',
        isElsewhere: true,
        isNamesake: true,
        at: '2026-11-24T07:00:00.000Z',
      }),
    ]);
    expect(odd.map(({ accountId }) => accountId)).toEqual(['gulmira', 'saule']);
  });
});
