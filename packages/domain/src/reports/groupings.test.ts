import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listGroupings } from './groupings.ts';
import { reportTexts } from './report-texts.ts';
import { SMALL_FORM, smallWave } from './small-wave.ts';

const speech = { language: 'en' as const, t: reportTexts('en') };
const groupingsOf = (...given: Parameters<typeof smallWave>) =>
  listGroupings(smallWave(...given).responses, [SMALL_FORM], speech);
const byAge = (ages: readonly number[]) =>
  groupingsOf(ages.map((age) => ({ answers: { age } }))).find(({ label }) => label === 'Age');

describe('the ways of dividing respondents', () => {
  it('are the language and every answer that makes two groups, none that everybody shares', () => {
    const groupings = groupingsOf([
      { language: 'kk', answers: { home: 'own', works: true } },
      { language: 'ru', answers: { home: 'rent', works: true } },
      { language: 'ru', answers: { home: { absent: 'declined' } } },
    ]);
    expect(groupings.map(({ id }) => id)).toEqual(['language', 'small-home']);
    expect(groupings[1]?.of).toEqual(['own', 'rent', null]);
  });

  it('cut ages into classes of ten years with open ends, thin classes joined to a neighbour', () => {
    const ages = [18, ...Array(12).fill(24), ...Array(15).fill(33), ...Array(11).fill(45), 71];
    const grouping = byAge(ages);
    expect(grouping?.groups.map(({ label }) => label)).toEqual([
      'below 30',
      '30\u201339',
      '40 and above',
    ]);
    expect(grouping?.of[0]).toBe(grouping?.of[1]);
    expect(grouping?.of.at(-1)).toBe(grouping?.of.at(-2));
  });

  it('make no grouping of ages that are all alike', () => {
    expect(byAge(Array(30).fill(25))).toBeUndefined();
  });

  it('put every age into exactly one of at most four classes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 110 }), { minLength: 1 }), (ages) => {
        const grouping = byAge(ages);
        if (!grouping) return true;
        const ids = grouping.groups.map(({ id }) => id);
        return (
          ids.length <= 4 &&
          new Set(ids).size === ids.length &&
          grouping.of.every((group) => group !== null && ids.includes(group))
        );
      }),
      { numRuns: 60 },
    );
  });
});
