import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Birth } from '../birth.ts';
import type { Identity, Sex } from '../identity.ts';
import { compareBirths } from './compare-births.ts';
import { type Compared, compareIdentities, SHOWN_FROM } from './compare-identities.ts';

interface Known {
  readonly family?: string;
  readonly given?: string;
  readonly patronymic?: string;
  readonly former?: string;
  readonly birth?: Birth | null;
  readonly phone?: string;
  readonly number?: string;
  readonly sex?: Sex;
}

function somebody({ family = '', given = '', patronymic = '', ...known }: Known): Compared {
  const identity: Identity = {
    names: [
      { kind: 'called', family, given, patronymic },
      ...(known.former
        ? [{ kind: 'former' as const, family: known.former, given, patronymic }]
        : []),
    ],
    birth: known.birth ?? null,
    phones: known.phone ? [known.phone] : [],
    documents: known.number ? [{ kind: 'passport', number: known.number }] : [],
  };
  return { identity, sex: known.sex ?? 'unknown' };
}

const day = (date: string): Birth => ({ precision: 'day', date });
const year = (date: string): Birth => ({ precision: 'year', date });

const compare = (one: Known, other: Known) => compareIdentities(somebody(one), somebody(other));

describe('two entries', () => {
  it('of one woman in two alphabets are the same, and say why', () => {
    const match = compare(
      { family: 'Ахметова', given: 'Сәуле', birth: day('1990-05-12') },
      { family: 'Akhmetova', given: 'Saule', birth: year('1990') },
    );
    expect(match.reasons).toEqual(['family-same', 'given-same', 'birth-same-year']);
    expect(match.score).toBeGreaterThan(70);
  });

  it('with a letter wrong, the same birth year: shown, and the letter is told', () => {
    const match = compare(
      { family: 'Сейтқалиева', given: 'Мадина', birth: year('1987') },
      { family: 'Сейткалиева', given: 'Мадена', birth: day('1987-01-09') },
    );
    expect(match.reasons).toEqual(['family-same', 'given-close', 'birth-same-year']);
    expect(match.score).toBeGreaterThanOrEqual(SHOWN_FROM);
  });

  it('with given and family name in each other’s place are found and told so', () => {
    const match = compare(
      { family: 'Бекова', given: 'Айнұр', birth: year('1992') },
      { family: 'Айнур', given: 'Бекова', birth: year('1992') },
    );
    expect(match.reasons).toContain('names-swapped');
    expect(match.score).toBeGreaterThanOrEqual(SHOWN_FROM);
  });

  it('of a woman under the name she had before are found and told so', () => {
    const match = compare(
      { family: 'Сапарова', given: 'Роза', former: 'Бекова' },
      { family: 'Бекова', given: 'Роза' },
    );
    expect(match.reasons).toContain('name-of-before');
    expect(match.score).toBeGreaterThanOrEqual(SHOWN_FROM);
  });

  it('of one telephone or one document are shown whatever the names', () => {
    const name = { family: 'Омарова', given: 'Дана' };
    const other = { family: 'Ким', given: 'Роза' };
    const number = compare({ ...name, number: 'N 1234567' }, { ...other, number: 'n1234567' });
    expect(number.score).toBeGreaterThanOrEqual(SHOWN_FROM);
    expect(number.reasons[0]).toBe('document-same');
  });

  it('of a mother and her daughter of one name are told apart by their births', () => {
    const mother = { family: 'Әлиева', given: 'Зере', birth: day('1985-03-03') };
    const child = { family: 'Әлиева', given: 'Зере', birth: day('2012-08-08') };
    const { reasons, score } = compare(mother, child);
    expect(reasons).toContain('birth-differs');
    expect(score).toBeLessThan(compare(mother, { ...mother, birth: null }).score);
  });

  it('of two people who share nothing are not shown', () => {
    const match = compare(
      { family: 'Жұмабаева', given: 'Күлән', birth: day('1979-01-01'), sex: 'female' },
      { family: 'Петров', given: 'Олег', birth: day('2011-11-11'), sex: 'male' },
    );
    expect(match.score).toBe(0);
  });

  it('score the same whichever is named first', () => {
    const part = fc.constantFrom(
      'Ахметова',
      'Akhmetov',
      'Сәуле',
      'Саулет',
      'Бек',
      '',
      'Нұр Сұлтан',
    );
    const known = fc.record({
      family: part,
      given: fc.constantFrom('Сәуле', 'Saule', 'Айнұр', 'Бек'),
      patronymic: part,
      birth: fc.constantFrom(null, year('1990'), day('1990-02-03'), day('1990-03-02')),
      sex: fc.constantFrom<Sex>('female', 'male', 'unknown'),
    });
    fc.assert(
      fc.property(known, known, (one, other) => {
        expect(compare(one, other).score).toBe(compare(other, one).score);
      }),
      { numRuns: 500 },
    );
  });

  it('never look less alike for one fact more that agrees', () => {
    const known = fc.record({
      family: fc.constantFrom('Ахметова', 'Бекова', 'Akhmetova'),
      given: fc.constantFrom('Сәуле', 'Айнұр'),
    });
    fc.assert(
      fc.property(known, known, (one, other) => {
        const { score } = compare(one, other);
        for (const fact of [{ birth: day('1990-02-03') }, { phone: '+77010001122' }]) {
          expect(compare({ ...one, ...fact }, { ...other, ...fact }).score).toBeGreaterThanOrEqual(
            score,
          );
        }
      }),
    );
  });
});

describe('two births', () => {
  it.each([
    [day('1990-05-12'), day('1990-05-12'), 'same-day'],
    [day('1990-05-12'), day('1990-12-05'), 'turned-round'],
    [day('1990-05-12'), { precision: 'month', date: '1990-05' }, 'same-month'],
    [day('1990-05-12'), year('1990'), 'same-year'],
    [day('1990-05-12'), day('1990-07-30'), 'same-year'],
    [year('1990'), year('1991'), 'near'],
    [year('1990'), { precision: 'about', date: '1992' }, 'near'],
    [year('1990'), { precision: 'about', date: '1993' }, 'apart'],
    [year('1990'), year('1992'), 'apart'],
    [null, year('1992'), 'unknown'],
  ] as const)('%j and %j: %s', (one, other, relation) => {
    expect(compareBirths(one, other)).toBe(relation);
    expect(compareBirths(other, one)).toBe(relation);
  });
});
