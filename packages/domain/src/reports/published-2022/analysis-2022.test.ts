import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findForm } from '../../instruments/index.ts';
import { buildWaveReport, type Cell, type Table } from '../index.ts';
import inR from './analysis-in-r.json' with { type: 'json' };
import { syntheticFacts } from './synthetic-facts.ts';

const FORMS = ['needs-assessment-2022', 'ghq-12'].flatMap((code) => findForm(code, '1.0.0') ?? []);
const csv = (name: string) =>
  readFileSync(
    new URL(`../../../../server/src/demo/synthetic-2022/${name}.csv`, import.meta.url),
    'utf8',
  );
const FACTS = syntheticFacts({ women: csv('women'), children: csv('children') }, FORMS);
const REPORT = buildWaveReport(FACTS, FORMS, { language: 'en' });

function tableOf(id: string): Table {
  const block = REPORT.sections.flatMap(({ blocks }) => blocks).find((b) => b.id === id);
  if (block?.kind !== 'table') throw new Error(`no table ${id}`);
  return block;
}

/** Cells of one row by column id, an interval as its two ends. */
function rowOf(table: string, id: string): Record<string, Cell | [number, number]> {
  const { columns, rows } = tableOf(table);
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`no row ${id} in ${table}`);
  return Object.fromEntries(
    columns.map((column, i) => {
      const cell = row.cells[i] ?? null;
      const isInterval = cell !== null && typeof cell === 'object' && 'low' in cell;
      return [column.id, isInterval ? [cell.low, cell.high] : cell];
    }),
  );
}

/** Ten digits of R's values are written down; its optimisers give fewer. */
function expectNear(actual: unknown, expected: unknown, digits = 9) {
  const actuals = [actual].flat(2) as number[];
  const wanted = [expected].flat(2) as number[];
  expect(actuals).toHaveLength(wanted.length);
  wanted.forEach((value, i) => {
    const size = Math.max(1, Math.abs(value));
    expect((actuals[i] ?? Number.NaN) / size).toBeCloseTo(value / size, digits);
  });
}

const SCALES = [
  ['women', 'needs-assessment-2022', 'women'],
  ['screener', 'ghq-12', 'ghq'],
  ['children', 'needs-assessment-2022', 'children'],
] as const;

describe.each(SCALES)('the scale of %s, as in psych and lavaan', (name, form, scale) => {
  const expected = inR[name];

  it('has the reliability', () => {
    const row = rowOf(`reliability-${form}-${scale}`, scale);
    expect(row.n).toBe(expected.n);
    expectNear(row.alpha, expected.alpha);
    expectNear(row.alphaInterval, [expected.low, expected.high]);
    expectNear(row.standardised, expected.standardised);
    expectNear(row.omega, expected.omega, 5);
    expectNear(row.lambda2, expected.lambda2);
    expectNear(row.averageCorrelation, expected.averageCorrelation);
  });

  it('has the statements against each other', () => {
    const rows = tableOf(`item-analysis-${form}-${scale}`).rows.map(({ id }) =>
      rowOf(`item-analysis-${form}-${scale}`, id),
    );
    const column = (id: string) => rows.map((row) => row[id]);
    expectNear(column('itemRest'), expected.itemRest);
    expectNear(column('alphaIfDropped'), expected.alphaIfDropped);
    expectNear(column('loading'), expected.loadings, 4);
  });

  it('has the fit of one factor', () => {
    const row = rowOf(`one-factor-${form}-${scale}`, scale);
    const { chiSquare, df, p, cfi, tli, rmsea, rmseaInterval, srmr } = row;
    expectNear([chiSquare, df, p, cfi, tli, rmsea, rmseaInterval, srmr], expected.fit, 3);
  });
});

describe('the answers of 2022 compared, as in R', () => {
  it('correlate', () => {
    const { rows } = tableOf('correlations');
    expect(rows.map(({ id }) => id)).toEqual([
      'needs-assessment-2022-women--needs-assessment-2022-children',
      'needs-assessment-2022-women--ghq-12-ghq',
      'needs-assessment-2022-children--ghq-12-ghq',
    ]);
    rows.forEach(({ id }, i) => {
      const row = rowOf('correlations', id);
      const expected = inR.correlations[i];
      expectNear(
        [row.n, row.r, row.rInterval, row.rP, row.rho, row.rhoP, row.rhoHolm],
        [
          expected?.n,
          expected?.r,
          [expected?.rLow, expected?.rHigh],
          expected?.rP,
          expected?.rho,
          expected?.rhoP,
          inR.holm[i],
        ],
      );
    });
  });

  it.each(Object.entries(inR.groups))('differ by %s as much', (by, expected) => {
    const row = rowOf('group-tests-needs-assessment-2022-women', `needs-assessment-2022-${by}`);
    const { n, groups, f, df2, p, etaSquared, h, ranksP } = row;
    expectNear([n, groups, f, df2, p, etaSquared, h, ranksP], Object.values(expected));
  });

  it('differ between the languages as much', () => {
    const row = rowOf('pair-tests-ghq-12-ghq', 'language');
    const { difference, low, high, t, df, p, g } = inR.language;
    expectNear(
      [row.difference, row.differenceInterval, row.t, row.df, row.p, row.g],
      [difference, [low, high], t, df, p, g],
    );
  });

  it('of children of one mother are as alike', () => {
    const row = rowOf('clustering-needs-assessment-2022-children', 'children');
    const { n, respondents, icc, mean, standardError, designEffect } = row;
    expectNear(
      [n, respondents, icc, mean, standardError, designEffect],
      Object.values(inR.clustered),
    );
  });

  it('give each need the same place, and the same places it may have', () => {
    const table = tableOf('low-needs-assessment-2022-women');
    for (const { item, rank, low, high } of inR.places) {
      const row = rowOf(table.id, item);
      expect([item, row.rank, row.ranks]).toEqual([item, rank, [low, high]]);
    }
    expect(table.rows).toHaveLength(inR.places.length);
  });
});

describe('the two languages of 2022, as in MASS::polr', () => {
  it('answer each statement as much alike, and no verdict is given on 34 against 70 women', () => {
    const table = 'equivalence-needs-assessment-2022-women';
    const { items, uniform, nonUniform } = inR.equivalence;
    expect(items).toHaveLength(18);
    items.forEach((expected, i) => {
      const row = rowOf(table, expected.item);
      expect([row.n, row.verdict]).toEqual([expected.n, 'no verdict']);
      expectNear(
        [row.uniform, row.uniformGain, row.nonUniform, row.nonUniformGain],
        [uniform[i], expected.uniformGain, nonUniform[i], expected.nonUniformGain],
        5,
      );
    });
  });
});

describe('the planned models on the answers of 2022, as in MASS, sandwich, lmtest and car', () => {
  const rowsIn = (table: string) => tableOf(table).rows.map(({ id }) => rowOf(table, id));
  const { count, linear, logistic, women } = inR.models;

  it('explain distress as a count', () => {
    const rows = rowsIn('count-model-distress');
    expectNear(
      rows.map((row) => [row.estimate, row.standardError, row.p]),
      count.coefficients,
      5,
    );
    expectNear(
      rows.slice(1).map(({ vif }) => vif),
      count.vif,
      5,
    );
    expectNear(rowOf('model-fit-distress', 'count').aic, count.aic, 5);
  });

  it('and, beside it, by least squares and by the cut-off', () => {
    expectNear(
      rowsIn('linear-model-distress').map((row) => [row.estimate, row.standardError, row.p]),
      linear.coefficients,
    );
    const fit = rowOf('model-fit-distress', 'linear');
    expectNear([fit.explained, fit.unequal], [linear.rSquared, linear.bp]);
    expectNear(
      rowsIn('logistic-model-distress').map((row) => [row.estimate, row.standardError, row.p]),
      logistic.coefficients,
      6,
    );
    expectNear(rowOf('model-fit-distress', 'logistic').aic, logistic.aic, 6);
  });

  it("explain the women's own scale", () => {
    const rows = rowsIn('linear-model-women');
    expectNear(
      rows.map((row) => [row.estimate, row.standardError, row.p]),
      women.coefficients,
    );
    expectNear(
      rows.slice(1).map(({ vif }) => vif),
      women.vif,
    );
    const fit = rowOf('model-fit-women', 'linear');
    expectNear([fit.n, fit.explained], [women.n, women.rSquared]);
  });
});

describe('the bands of the screener', () => {
  it.each(['language', 'housing', 'met_needs'] as const)('differ by %s as in R', (by) => {
    const { exactP, ...expected } = inR.bands[by];
    const grouping = by === 'language' ? by : `needs-assessment-2022-${by}`;
    const row = rowOf('band-tests-ghq-12-ghq', grouping);
    for (const [column, value] of Object.entries(expected)) expectNear(row[column], value);
    // Asked for only where chi-square is doubted.
    if (expected.expected < 5) expectNear(row.exactP, exactP);
    else expect(row.exactP).toBeNull();
  });

  it('have an exact p or a drawn one with its interval wherever chi-square is doubted', () => {
    const { columns, rows } = tableOf('band-tests-ghq-12-ghq');
    const at = (id: string) => columns.findIndex((column) => column.id === id);
    const doubted = rows.filter(({ cells }) => (cells[at('expected')] as number) < 5);
    expect(doubted.length).toBeGreaterThan(8);
    const drawn = doubted.filter(({ cells }) => cells[at('drawn')] !== null);
    expect(drawn.length).toBeGreaterThan(1);
    expect(drawn.length).toBeLessThan(5);
    for (const { cells } of doubted) expect(cells[at('exactP')]).toEqual(expect.any(Number));
    // R's exact p of the one that is walked longest: fisher.test with a workspace of 2e8.
    const marital = rowOf('band-tests-ghq-12-ghq', 'needs-assessment-2022-marital');
    const [low, high] = marital.drawn as [number, number];
    expect([low < 0.1869, high > 0.1869]).toEqual([true, true]);
  });

  it('add up to the women of each group', () => {
    const { columns, rows } = tableOf('band-groups-ghq-12-ghq');
    expect(columns.map(({ id }) => id)).toEqual(['n', 'band-none', 'band-some', 'band-high']);
    expect(rows.find(({ id }) => id === 'language')?.cells.map(countOf)).toEqual([104, 61, 27, 16]);
    for (const { cells } of rows) {
      const [n, ...bands] = cells.map(countOf);
      expect(bands.reduce((sum, count) => sum + count, 0)).toBe(n);
    }
  });
});

const countOf = (cell: Cell): number =>
  typeof cell === 'object' && cell !== null && 'count' in cell ? cell.count : Number(cell);

describe('what the women left out of their scale', () => {
  it('is tested against chance as in R', () => {
    const row = rowOf('missing-by-chance', 'needs-assessment-2022-women');
    for (const [column, value] of Object.entries(inR.missing)) expectNear(row[column], value, 8);
  });

  it('is said with caution', () => {
    const said = REPORT.sections
      .flatMap(({ blocks }) => blocks)
      .find(({ id }) => id === 'say-missing-needs-assessment-2022-women');
    expect(said?.kind === 'paragraph' && said.text).toBe(
      "Women's rehabilitation and reintegration scale: what was left out does not contradict chance, which is no proof of it (Little's test: χ² = 39.12, df = 34, p\u00a0=\u00a00.251, n = 104).",
    );
  });

  it('stands as patterns that add up', () => {
    const table = tableOf('missing-patterns-needs-assessment-2022-women');
    expect(table.rows.map(({ label, cells }) => [label, ...cells.slice(0, 2)])).toEqual([
      ['Nothing left out', 0, 102],
      ['Services', 1, 1],
      ['Emotional problems', 1, 1],
      ['All responses', null, 104],
    ]);
  });
});
