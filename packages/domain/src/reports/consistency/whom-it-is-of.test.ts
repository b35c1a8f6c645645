import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../text/index.ts';
import { describeReading } from './index.ts';
import { check, told } from './test/told.ts';

const earnings = (sentence: string, income = ['40', '9', '6']) => `The survey reached 104 women.

| Employment | n | % |
|---|---|---|
| Full-time | 21 | 20.2 |
| Part-time | 11 | 10.6 |
| Self-employed | 23 | 22.1 |
| Unemployed | 49 | 47.1 |

If working: monthly income

| Income | n (%) |
|---|---|
| Up to 100 thousand | ${income[0]} (72.7) |
| Up to 150 thousand | ${income[1]} (16.4) |
| Over 150 thousand | ${income[2]} (10.9) |
| No response | 49 |

${sentence}
`;

describe('a percentage of fewer people than the sentence speaks of', () => {
  it('is named with the people it is of', () => {
    const report = earnings('The rent is the monthly income of the majority (73%) of respondents.');
    const [finding, ...more] = check(report);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      line: 19,
      printed: '73%',
      recomputed: '38.5%',
      reading: 'base-narrower',
      params: { count: '40', base: '55', all: '104' },
    });
    for (const language of LANGUAGES)
      expect(finding && describeReading(finding, language)).not.toContain('{{');
  });

  it('is left alone where the sentence says so, or where it is of all', () => {
    expect(told(earnings('Of those who work, 73% have a monthly income of 100.'))).toEqual([]);
    expect(told(earnings('A monthly income of 100 is what working women (73%) have.'))).toEqual([]);
    expect(told(earnings('A monthly income of 100 have 38.5% of respondents.'))).toEqual([]);
    // Another thing that is as frequent.
    expect(told(earnings('Children of school age have 73% of respondents.'))).toEqual([]);
  });

  it('is left alone where a few did not answer, as valid percentages do', () => {
    const report = (sentence: string) => `We asked 104 women.

Number of children killed

| Children | n (%) |
|---|---|
| One | 21 (20.59) |
| Two | 5 (4.90) |
| None | 76 (74.51) |
| No response | 2 |

${sentence}
`;
    expect(told(report('A number of children killed: one for 20.6% of women.'))).toEqual([]);
  });
});

describe('a question for some', () => {
  it('cannot be answered by more than there are of them', () => {
    const report = earnings('').replace(
      '| Self-employed | 23 | 22.1 |',
      '| Own firm | 23 | 22.1 |',
    );
    expect(told(earnings(''))).toEqual([]);
    expect(told(report)).toEqual([[12, 'filter-passed', '55', '32']]);
  });

  it('says nothing about tables of other people', () => {
    const report = earnings('').replace('| Self-employed | 23 | 22.1 |\n', '');
    expect(told(report).map(([, reading]) => reading)).not.toContain('filter-passed');
  });
});

const ages = (...heads: readonly string[]) => `Children by age

| Region | ${heads.join(' | ')} |
|---|---|---|---|
| North | 11 | 13 | 24 |
| South | 32 | 14 | 37 |
| West | 29 | 20 | 49 |
`;

describe('classes of age', () => {
  it('that share their limits hold a child twice', () => {
    expect(told(ages('0-3 yo', '3-6 yo', '6-10 yo'))).toEqual([
      [3, 'limits-shared', '0-3 yo, 3-6 yo, 6-10 yo', '3, 6'],
    ]);
    expect(told(ages('0–3 лет', '3–6 лет', '6–10 лет')).map(([, reading]) => reading)).toEqual([
      'limits-shared',
    ]);
    expect(told(ages('0–3 жас', '3–6 жас', '6–10 жас')).map(([, reading]) => reading)).toEqual([
      'limits-shared',
    ]);
  });

  it('that follow each other, or say which limit counts, do not', () => {
    expect(told(ages('0-2 yo', '3-5 yo', '6-10 yo'))).toEqual([]);
    expect(told(ages('0 to under 3 years', '3 to under 6 years', '6 to under 10 years'))).toEqual(
      [],
    );
    expect(told(ages('от 0 до 3 лет', 'от 3 до 6 лет', 'от 6 до 10 лет'))).toEqual([]);
    // Amounts have no next whole number to begin with.
    expect(told(ages('50-100 KZT', '100-150 KZT', '150-250 KZT'))).toEqual([]);
  });

  it('are found as rows too', () => {
    const report = `| Age of the child | n | % |
|---|---|---|
| 0-3 | 20 | 20 |
| 3-6 | 30 | 30 |
| 6-10 | 50 | 50 |
`;
    expect(told(report)).toEqual([[3, 'limits-shared', '0-3, 3-6, 6-10', '3, 6']]);
    expect(told(report.replace('3-6', '4-6').replace('6-10', '7-10'))).toEqual([]);
  });
});

describe('a word beside its percentage', () => {
  it('must be able to mean it', () => {
    expect(told('The majority of the families (42%) rent.')).toEqual([
      [1, 'word-and-percent', '42%', '> 50%'],
    ]);
    expect(told('Почти половина семей (53 %) снимает жильё.')).toEqual([
      [1, 'word-and-percent', '53 %', '< 50%'],
    ]);
    expect(told('Отбасылардың үштен бірінен астамы (29 %) пәтер жалдайды.')).toEqual([
      [1, 'word-and-percent', '29 %', '> 33%'],
    ]);
  });

  it('is left alone where it can, or where it speaks of something else', () => {
    expect(
      told('The majority of the families (62%) rent, nearly half (49%) of them in town.'),
    ).toEqual([]);
    expect(told('Not the majority (42%), but many of the families rent.')).toEqual([]);
    expect(told('A relative majority (42%) rents.')).toEqual([]);
    expect(told('The majority rents; of these (42%) most live in town.')).toEqual([]);
    // Rounded from 50.4.
    expect(told('The majority of the families (50%) rent.')).toEqual([]);
  });
});
