import { describe, expect, it } from 'vitest';
import { check, table, told } from './test/told.ts';

const ANSWERS = `| Item | 1 | 2 | 3 | 4 | 5 |
|---|---|---|---|---|---|
| papers | 1% | 4% | 0% | 45% | 50% |
| needs | 2% | 9% | 0% | 56% | 33% |
| services | 2% | 5% | 0% | 58% | 35% |
| school | 0% | 5% | 0% | 46% | 49% |
`;

describe('means', () => {
  it('finds the numbering of the answers that the means follow from', () => {
    const means = (...values: string[]) =>
      `${ANSWERS}\nMeans\n\n| Item | Mean |\n|---|---|\n${['papers', 'needs', 'services', 'school'].map((item, at) => `| ${item} | ${values[at]} |`).join('\n')}\n`;
    expect(told(means('4.4', '4.1', '4.2', '4.4'))).toEqual([]);
    const [finding, ...more] = check(means('3.4', '3.2', '3.3', '3.4'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      reading: 'coding-differs',
      params: { printed: '1-2-4-5', coding: '1-2-3-4', fitting: '4' },
      see: [3, 4, 5, 6],
    });
    expect(told(means('4.4', '4.1', '4.6', '4.4'))).toEqual([
      [14, 'mean-not-of-shares', '4.6', '4.2'],
    ]);
  });

  it('finds the row whose shares do not make 100, where the others do', () => {
    expect(told(ANSWERS.replace('46%', '40%'))).toEqual([
      [6, 'percents-short', '0% + 5% + 0% + 40% + 49%', '94%'],
    ]);
    expect(told(ANSWERS.replace('46%', '45%'))).toEqual([]);
  });

  it('calls a standard deviation impossible only beside means that whole numbers give', () => {
    const rows = (last: string) =>
      [
        ['3.45', '1.05'],
        ['2.90', '1.12'],
        ['4.15', '0.67'],
        ['3.70', '0.86'],
        ['1.05', '0.22'],
        ['2.25', last],
      ].map(([mean, sd], at) => `| item ${at} | 20 | ${mean} | ${sd} |`);
    const report = (last: string) => table('| Item | n | Mean | SD |', ...rows(last));
    expect(told(report('0.97'))).toEqual([]);
    expect(told(report('0.98'))).toEqual([[8, 'spread-impossible', '0.98', '0.97 / 0.99']]);
  });

  it('knows that a number of children is whole', () => {
    const say = (mean: string, sd: string) =>
      `The mean number of children was ${mean} (SD = ${sd}, n = 20).`;
    expect(told(say('3.45', '1.05'))).toEqual([]);
    expect(told(say('3.47', '1.05'))).toEqual([[1, 'mean-of-counts', '3.47', '3.45 / 3.50']]);
    expect(told('The weighted mean number of children was 3.47 (n = 20).')).toEqual([]);
    expect(told('Среднее число детей составило 3,47 (n = 20), всего 104 женщины.')).toEqual([
      [1, 'mean-of-counts', '3,47', '3,45 / 3,50'],
    ]);
  });

  it('calls a mean impossible only among means that whole numbers give', () => {
    const rows = (last: string) =>
      ['3.45', '2.90', '4.15', '3.70', '1.05', '2.25', last].map(
        (mean, at) => `| item ${at} | 20 | ${mean} |`,
      );
    const report = (last: string) => table('| Item | n | Mean |', ...rows(last));
    expect(told(report('3.30'))).toEqual([]);
    expect(told(report('3.33'))).toEqual([[9, 'mean-impossible', '3.33', '3.30 / 3.35']]);
    // Ages in days and the like: most are not multiples of a twentieth.
    expect(told(report('3.33').replace('2.90', '2.93').replace('4.15', '4.11'))).toEqual([]);
  });

  it('keeps a mean and its spread within their range', () => {
    expect(told('The mean was 5.4 on a scale from 1 to 5.')).toEqual([
      [1, 'mean-outside', '5.4', '1–5'],
    ]);
    expect(told('The mean GHQ was 1.2 (SD = 1.8; range 0 to 9).')).toEqual([]);
    expect(told('The mean was 3.0 (SD = 3.2; range 1 to 5, n = 50).')).toEqual([
      [1, 'spread-too-large', '3.0 / 3.2', '≤ 2.0'],
    ]);
  });
});

describe('tests', () => {
  it('computes p again', () => {
    expect(
      told('The groups differed, t(28) = 2.20, p = .036, and F(1, 28) = 4.50, p = .043.'),
    ).toEqual([]);
    expect(told('Различий нет: χ²(3) = 9,21; p = 0,127.')).toEqual([
      [1, 'p-decision', 'χ²(3) = 9,21; p = 0,127', 'p = 0,027'],
    ]);
    expect(told('They go together, r(102) = .15, p < .01.').map(([, reading]) => reading)).toEqual([
      'p-decision',
    ]);
    expect(told('A trend, z = 2.10, p = .018.').map(([, reading]) => reading)).toEqual([
      'p-one-sided',
    ]);
    expect(told('One-sided, z = 2.10, p = .018.')).toEqual([]);
  });

  it('computes p again in tables', () => {
    const report = (p: string) =>
      `| Group | t | df | p |\n|---|---|---|---|\n| town | 2.20 | 28 | ${p} |\n| village | -1.10 | 100 | 0.27 |\n`;
    expect(told(report('.036'))).toEqual([]);
    expect(told(report('.36'))).toEqual([[3, 'p-decision', '.36', 'p = 0.036']]);
  });

  it('wants an estimate inside its interval', () => {
    expect(told('OR = 2.1 (95% CI 1.2–3.9).')).toEqual([]);
    expect(told('OR = 2.1 (95% CI 1.2–1.9).').map(([, reading]) => reading)).toEqual([
      'interval-outside',
    ]);
  });
});
