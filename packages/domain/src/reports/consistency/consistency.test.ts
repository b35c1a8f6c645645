import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../text/index.ts';
import { checkReport, describeReading, readReportFile } from './index.ts';

import { check, table, told } from './test/told.ts';

describe('percentages of counts', () => {
  it('names the women who were counted twice, inside a band and once more', () => {
    const report = `We asked 104 women.

Of distress, 61 (51%) told nothing. 43 (36%) told some, with 16 (13%) in the clinical range.`;
    expect(told(report)).toEqual([
      [3, 'counted-twice', '61 (51%), 43 (36%), 16 (13%)', '61 (59%), 43 (41%), 16 (15%)'],
    ]);
  });

  it('names them in a table too, and leaves a table alone that holds one band inside another', () => {
    const bands = (...shares: string[]) =>
      table(
        '| Distress (n = 104) | n (%) |',
        `| None | 61 (${shares[0]}) |`,
        `| Elevated | 43 (${shares[1]}) |`,
        `| of which clinical | 16 (${shares[2]}) |`,
      );
    expect(told(bands('50.8', '35.8', '13.3')).map(([line, reading]) => [line, reading])).toEqual([
      [5, 'counted-twice'],
    ]);
    expect(told(bands('58.7', '41.3', '15.4'))).toEqual([]);
  });

  it('says nothing about three groups who really are apart', () => {
    expect(
      told('We asked 120 women: 61 (51%) told nothing, 43 (36%) some and 16 (13%) much.'),
    ).toEqual([]);
  });

  it('tells a percentage that was cut off from one of another base', () => {
    const report = table(
      '| Age | n (%) |',
      '| 6 | 18 (9.33) |',
      '| 7 | 32 (16.58) |',
      '| 8 | 134 (69.43) |',
      '| 12 | 9 (4.6) |',
    );
    expect(told(report)).toEqual([[6, 'percent-cut-off', '9 (4.6)', '4.7%']]);
    const mixed = table(
      '| Wish | n (%) |',
      '| papers | 154 (14.6%) |',
      '| home | 140 (13.2%) |',
      '| safety | 137 (13.0%) |',
      '| doctor | 125 (12.8%) |',
      '| school | 418 (39.5%) |',
    );
    expect(told(mixed).map(([, reading]) => reading)).toEqual([
      'base-not-sum',
      'percent-other-base',
    ]);
  });

  it('reads a slash where a decimal sign was meant', () => {
    const report = table(
      '| Wish | n (%) |',
      '| home | 40 (40%) |',
      '| school | 57 (57%) |',
      '| work | 3 (0/3%) |',
    );
    expect(told(report)).toEqual([[5, 'percent-misprint', '0/3%', '3%']]);
  });

  it('holds the sentence against its own base, in three languages', () => {
    expect(told('Of the 104 women, 43 (36%) told of distress.')).toEqual([
      [1, 'percent-other-count', '43 (36%)', '41%'],
    ]);
    expect(told('Из 104 женщин 43 (36 %) говорили о дистрессе.')).toEqual([
      [1, 'percent-other-count', '43 (36 %)', '41%'],
    ]);
    expect(told('104 әйелдің 43-і (36 %) күйзелісті айтты.')).toEqual([
      [1, 'percent-other-count', '43 (36 %)', '41%'],
    ]);
  });

  it('knows what no whole number of people gives', () => {
    expect(told('Of the 25 mothers, 33.3% work.')).toEqual([
      [1, 'percent-impossible', '33.3%', '32.0% / 36.0%'],
    ]);
    expect(told('Of the 24 mothers, 33.3% work.')).toEqual([]);
    expect(told('We surveyed 25 women. 33% rent their homes.')).toEqual([
      [1, 'percent-impossible', '33%', '32% / 36%'],
    ]);
    expect(told('We surveyed 25 women. 32% rent; 33% of their children go to school.')).toEqual([]);
    expect(told('Опрошено 30 женщин. Жильё снимают 41,5 %.')).toEqual([
      [1, 'percent-impossible', '41,5 %', '40,0% / 43,3%'],
    ]);
  });

  it('lets growth pass 100 percent, but no share of people', () => {
    expect(told('The number of places grew by 150%.')).toEqual([]);
    expect(told('In spring 104% of women came.')).toEqual([[1, 'percent-over', '104%', '≤ 100%']]);
    expect(told('There 60 of the 55 women came.')).toEqual([[1, 'part-larger', '60 / 55', '≤ 55']]);
  });
});

describe('wholes and parts', () => {
  it('names a whole that leaves out the last of its parts', () => {
    expect(
      told('Half (49%) live alone: 30% are widowed, 19% divorced and 3% were never married.'),
    ).toEqual([[1, 'parts-over-later', '49%: 30% + 19% + 3%', '52%']]);
  });

  it('says nothing where people could name several things', () => {
    expect(told('Most (62%) named needs: 45% work, 38% papers and 31% health.')).toEqual([]);
    expect(told('Of 104 women 60 have a phone and 55 a laptop.')).toEqual([]);
  });

  it('asks where the rest is when ranges leave nothing out', () => {
    expect(told('Away for 4 to 6 years were 41%.')).toEqual([]);
    expect(
      told(
        '41% were away for 4 to 6 years, 25% for less than 4 years and 24% for more than 6 years.',
      ),
    ).toEqual([[1, 'ranges-short', '41% + 25% + 24%', '90%']]);
    expect(told('41% жили там от 4 до 6 лет, 35% менее 4 лет и 24% более 6 лет.')).toEqual([]);
  });

  it('finds the cell that spoils its row and its column', () => {
    const report = table(
      '| Region | Girls | Boys | Total |',
      '| North | 11 | 13 | 24 |',
      '| South | 32 | 14 | 37 |',
      '| West | 29 | 20 | 49 |',
      '| East | 10 | 8 | 18 |',
      '| Total | 73 | 55 | 128 |',
    );
    expect(told(report)).toEqual([[4, 'cell-off', '32', '23']]);
  });

  it('tells a part inside another from a lost thousand', () => {
    const nested = table(
      '| Who | n |',
      '| women | 60 |',
      '| men | 40 |',
      '| mothers | 35 |',
      '| Total | 100 |',
    );
    expect(told(nested)).toEqual([[6, 'sum-nested', '100', '135']]);
    const thousand = table(
      '| Year | tenge |',
      '| first | 12 |',
      '| second | 15 000 |',
      '| Итого | 27 000 |',
    );
    expect(check(thousand, 'r.md').map(({ reading }) => reading)).toEqual(['sum-factor']);
  });

  it('knows how far 1 in 5 is from 1 in 4', () => {
    expect(
      told('A quarter (25% of all) are so married; 1 in 5 of these (6% of all) shares a husband.'),
    ).toEqual([[1, 'one-in-wrong', '1 in 5', '1 : 4']]);
    expect(
      told('A quarter (25% of all) are so married; 1 in 4 of these (6% of all) shares a husband.'),
    ).toEqual([]);
  });

  it('wants the rest to make the whole', () => {
    expect(told('In school 53% do well, but what about the other 45%?')).toEqual([
      [1, 'rest-wrong', '45%', '47%'],
    ]);
    expect(told('In school 53% do well, but what about the other 47%?')).toEqual([]);
  });
});

const HOUSING = `In the survey of 104 women housing was asked about.

Of the women, 39.4% rent their housing, 32% live with parents, 23.5% own a home. Around 4% live in state housing.

| Housing | n (%) |
|---|---|
| Own an apartment | 22 (21.15) |
| Rent | 41 (39.42) |
| Mortgage | 2 (1.92) |
| With parents | 33 (31.73) |
| State housing | 4 (3.85) |
| Other | 2 (1.92) |

Local groups buy flats (see the 23.5% who own a home).
`;

describe('a text and its table', () => {
  it('holds a sentence against the table it retells, and finds the same figure again later', () => {
    expect(told(HOUSING)).toEqual([
      [3, 'text-and-table', '23.5%', '21.2%'],
      [14, 'text-and-table', '23.5%', '21.2%'],
    ]);
    expect(told(HOUSING.replaceAll('23.5%', '21.2%'))).toEqual([]);
    // Own home and mortgage together.
    expect(told(HOUSING.replaceAll('23.5%', '23.1%'))).toEqual([]);
  });

  it('knows a figure that was rounded twice', () => {
    const report = (figure: string) => `We asked 104 women.

Most live in the regional capital (59.6%), and ${figure} live in mining towns and rural places.

| Where | n (%) |
|---|---|
| Regional capital | 62 (59.62) |
| District center | 12 (11.54) |
| Mining town | 14 (13.46) |
| Settlement | 8 (7.69) |
| Rural | 8 (7.69) |
`;
    expect(told(report('28.9%'))).toEqual([[3, 'sum-of-rounded', '28.9%', '28.8%']]);
    expect(told(report('28.8%'))).toEqual([]);
    const widows = (figure: string) => `Of all, ${figure} are widowed.

| Status (n = 104) | n | % |
|---|---|---|
| Widowed | 30 | 28.85 |
| Divorced | 20 | 19.23 |
| Married | 54 | 51.92 |
`;
    expect(told(widows('28.9%'))).toEqual([[1, 'sum-of-rounded', '28.9%', '28.8%']]);
    expect(told(widows('28.8%'))).toEqual([]);
    expect(
      told(
        widows('28.8%').replace('28.85', '28.9').replace('19.23', '19.2').replace('51.92', '51.9'),
      ),
    ).toEqual([[5, 'percent-rounded-twice', '30 (28.9)', '28.8%']]);
  });

  it('holds counts against the table as well', () => {
    const report = (
      married: number,
    ) => `There were 31 widowed, 20 divorced and ${married} married women.

| Status (n = 104) | n | % |
|---|---|---|
| Widowed | 31 | 29.81 |
| Divorced | 20 | 19.23 |
| Married | 50 | 48.08 |
| Other | 3 | 2.88 |
`;
    expect(told(report(52))).toEqual([[1, 'text-and-table', '52', '50']]);
    expect(told(report(50))).toEqual([]);
  });

  it('asks about a single sentence only where it names the row by all its words', () => {
    const report = (sentence: string) => `${sentence}

| Where (n = 104) | n | % |
|---|---|---|
| State housing | 22 | 21.2 |
| Rent | 20 | 19.2 |
| Own | 62 | 59.6 |
`;
    expect(
      check(report('In all 23.5% live in state housing.')).map(({ reading, certainty }) => [
        reading,
        certainty,
      ]),
    ).toEqual([['text-and-table', 'possible']]);
    expect(told(report('In 2019, 23.5% lived in state housing.'))).toEqual([]);
    expect(told(report('Of those in towns 23.5% live in state housing.'))).toEqual([]);
  });

  it('notices percentages of ticks beside percentages of people', () => {
    const report = (title: string) => `The survey of 104 women let them choose five.

Named were housing by 62%, work by 45% and papers by 38%.

${title}

| Problem | n (%) |
|---|---|
| Housing | 64 (27.59) |
| Work | 47 (20.26) |
| Papers | 39 (16.81) |
| Health | 82 (35.34) |
`;
    expect(told(report('Problems')).map(([, reading]) => reading)).toEqual(['mentions-and-people']);
    expect(told(report('Problems, % of mentions'))).toEqual([]);
  });

  it('finds one mean with two values, unless they are of different people', () => {
    const report = (sentence: string) =>
      `${sentence}\n\n| All | |\n|---|---|\n| Mother's age (mean) | 33.4 |\n| Children | 3.8 |\n`;
    expect(told(report('The average age of the women was 33.6 years.'))).toEqual([
      [1, 'two-values', '33.6', '33.4'],
    ]);
    expect(told(report('The average age of the husbands was 33.6 years.'))).toEqual([]);
    expect(told(report('In 2019 the average age of the women was 33.6 years.'))).toEqual([]);
  });

  it('finds a share said twice in the same words with another figure', () => {
    const twice = (second: string) => `Elevated psychological distress was told by many.

In all 41% of women reported elevated psychological distress.

To sum up, ${second} of women reported elevated psychological distress.`;
    expect(told(twice('36%'))).toEqual([[5, 'two-values', '36%', '41%']]);
    expect(told(twice('41%'))).toEqual([]);
  });
});

describe('money', () => {
  const INCOME = `| Monthly income | n (%) |
|---|---|
| 50-100,000 KZT ($104-208) | 40 (72.73) |
| 100-150,000 KZT ($208-312) | 9 (16.36) |
| 150-250,000 KZT ($312-521) | 3 (5.45) |
| 250-400,000 KZT ($521-833) | 2 (3.64) |
| More than 400k KZT ($833) | 1 (1.82) |
`;

  it('finds dollars that are thousands of tenge', () => {
    expect(told(`Only 5.5% make more than $250 a month.\n\n${INCOME}`)).toEqual([
      [1, 'unit-slip', '5.5% > 250 USD', '5.5% > 250,000 KZT'],
    ]);
    expect(told(`Only 10.9% make more than $312 a month.\n\n${INCOME}`)).toEqual([]);
  });

  it('holds less and more against each other', () => {
    expect(told('89% make less than $300 a month. Only 5.5% make more than $250 a month.')).toEqual(
      [[1, 'less-and-more', '5.5%', '≥ 11%']],
    );
    expect(told('89% make less than $300 a month. Only 5.5% make more than $350 a month.')).toEqual(
      [],
    );
  });

  it('finds the row whose two currencies do not belong together', () => {
    expect(told(INCOME)).toEqual([]);
    expect(
      told(INCOME.replace('($312-521)', '($31-52)')).map(([line, reading]) => [line, reading]),
    ).toEqual([[5, 'rate-slip']]);
  });
});

describe('any text', () => {
  it('is read without failing', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '| ',
        ' |',
        '\n',
        '\t',
        '%',
        ' (',
        ')',
        '104',
        '12,5',
        '1.234',
        '= .05',
        'Total',
        'Всего',
        'n = ',
        'of the ',
        ' женщин',
        't(28) = ',
        'p < ',
        '<table><tr><td>',
        '$',
        ': ',
        '99999999999999999999',
        '.',
        '0.00000000000000001',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('a.md', 'a.html', 'a.csv'),
        (pieces, name) => {
          const read = readReportFile({ name, bytes: new TextEncoder().encode(pieces.join('')) });
          if (read.kind === 'read')
            for (const finding of checkReport(read.document))
              expect(finding.line).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1500 },
    );
  }, 120_000);

  it('has a sentence for every finding in every language, with all its figures in it', () => {
    for (const finding of check(HOUSING))
      for (const language of LANGUAGES) {
        const sentence = describeReading(finding, language);
        expect(sentence).toContain('21.2%');
        expect(sentence).not.toContain('{{');
      }
  });
});
