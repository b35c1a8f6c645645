import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findForm } from '../../instruments/index.ts';
import { LANGUAGES } from '../../text/index.ts';
import { nameOf, type Printed, workOut } from '../disclosure/attacker.ts';
import { policyFor } from '../disclosure/policy.ts';
import { flattenTable } from '../documents/flat-table.ts';
import {
  buildWaveReport,
  type Cell,
  isHidden,
  protectReport,
  type Report,
  renderReportHtml,
  reportJson,
  type Table,
} from '../index.ts';
import { syntheticFacts } from '../published-2022/synthetic-facts.ts';
import { reportTexts } from '../report-texts.ts';
import { SMALL_FORM, smallWave } from '../small-wave.ts';
import { spanOf } from './code-ends.ts';

const FORMS = ['needs-assessment-2022', 'ghq-12'].map((code) => findForm(code, '1.0.0')!);
const csv = (name: string) =>
  readFileSync(
    new URL(`../../../../server/src/demo/synthetic-2022/${name}.csv`, import.meta.url),
    'utf8',
  );
const FACTS = syntheticFacts({ women: csv('women'), children: csv('children') }, FORMS);
const EXACT = buildWaveReport(FACTS, FORMS, { language: 'en' });

function protectedFor(audience: 'network' | 'public', language: Report['language'] = 'en'): Report {
  const outcome = protectReport(FACTS, FORMS, { language, audience });
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.report;
}

const NETWORK = protectedFor('network');
const PUBLIC = protectedFor('public');

const tablesOf = ({ sections }: Report): Table[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

function tableOf(report: Report, id: string): Table {
  const table = tablesOf(report).find((candidate) => candidate.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
}

const cellAt = ({ columns }: Table, cells: readonly Cell[], column: string): Cell =>
  cells[columns.findIndex(({ id }) => id === column)] ?? null;

/** Counts of people with a property, as far as a table shows them: no bases and no missing ones. */
const shownCounts = (report: Report) =>
  tablesOf(report).flatMap((table) =>
    table.rows
      .filter(({ role }) => role === 'category' || role === 'nested')
      .flatMap((row) =>
        row.cells.flatMap((cell, i) => {
          const { id, kind } = table.columns[i]!;
          const isBase =
            ['n', 'missing', 'alphaCases'].includes(id) || table.id === 'response-flow';
          if (kind === 'share' && cell && typeof cell === 'object' && 'count' in cell) {
            return [{ table: table.id, row: row.id, count: cell.count, base: row.n }];
          }
          if (kind !== 'count' || isBase || typeof cell !== 'number') return [];
          return [{ table: table.id, row: row.id, count: cell, base: row.n }];
        }),
      ),
  );

/** Bands by group, patterns of missing answers and what models leave over point at few people, and no rule covers them. */
const UNTOLD =
  /^(say-)?(band-tests-|band-groups-|missing-by-chance|missing-patterns-|bands-ghq-12-ghq$|missing-needs|residuals-|count-blocks-|linear-blocks-|model-checks-)/;

describe.each([
  ['network', NETWORK],
  ['public', PUBLIC],
] as const)('the report of 2022 for the %s', (audience, report) => {
  const policy = policyFor(audience);

  it('has neither bands by group, what was left out together nor checks of models, and no sentence on them', () => {
    const idsOf = ({ sections }: Report) =>
      sections.flatMap(({ blocks }) => blocks.map(({ id }) => id)).filter((id) => UNTOLD.test(id));
    expect(idsOf(EXACT)).toEqual([
      'residuals-needs-assessment-2022-women',
      'residuals-ghq-12-ghq',
      'residuals-needs-assessment-2022-children',
      'say-bands-ghq-12-ghq',
      'band-tests-ghq-12-ghq',
      'band-groups-ghq-12-ghq',
      'say-count-blocks-distress',
      'count-blocks-distress',
      'linear-blocks-distress',
      'say-model-checks-distress',
      'model-checks-distress',
      'say-linear-blocks-women',
      'linear-blocks-women',
      'say-model-checks-women',
      'model-checks-women',
      'missing-patterns-needs-assessment-2022-women',
      'say-missing-needs-assessment-2022-women',
      'missing-by-chance',
    ]);
    expect(idsOf(report)).toEqual([]);
    expect(JSON.stringify(report.sections)).not.toContain('no proof of it');
  });

  it('calls nothing the lowest or most named that a hidden row may pass', () => {
    const said = (of: Report) =>
      of.sections
        .filter(({ id }) => id === 'summary')
        .flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.text] : [])));
    expect(said(EXACT).filter((text) => text.includes('of what may be shown'))).toEqual([]);
    const leading = said(report).filter((text) => /lowest rated|named most often/.test(text));
    const parted = leading.filter((text) => text.includes('of what may be shown'));
    expect(parted.map((text) => text.split(',')[0])).toContain('Biggest problems');
    expect(parted.length).toBeLessThan(leading.length);
  });

  it('shows no count of a few, of nobody or of everybody', () => {
    const counts = shownCounts(report);
    expect(counts.length).toBeGreaterThan(120);
    expect(counts.filter(({ count }) => count < policy.people)).toEqual([]);
    // That nobody stands outside of bands, or everybody in them, is how bands are made.
    expect(counts.filter(({ count, base }) => count === base)).toEqual([]);
  });

  it('shows what the exact report shows, or nothing', () => {
    for (const table of tablesOf(report)) {
      const exact = tableOf(EXACT, table.id);
      for (const row of table.rows) {
        const source = exact.rows.find(({ id }) => id === row.id);
        if (!source) continue;
        for (const [i, cell] of row.cells.entries()) {
          if (!isHidden(cell)) expect(cell).toEqual(source.cells[i]);
        }
      }
    }
  });

  it('never shows the least or the greatest value, nor by the label of a last row', () => {
    for (const table of tablesOf(report)) {
      for (const { cells } of table.rows) {
        for (const column of ['minimum', 'maximum']) {
          const cell = cellAt(table, cells, column);
          if (cell !== null) expect(isHidden(cell)).toBe(true);
        }
      }
    }
    const ages = tableOf(report, 'classes-needs-assessment-2022-age');
    const categories = ages.rows.filter(({ role }) => role === 'category');
    expect(categories.at(0)?.label).toMatch(/^below \d+$/);
    expect(categories.at(-1)?.label).toMatch(/^\d+ and above$/);
  });

  it('leaves a range to every hidden answer to a statement, whatever mean and spread say', () => {
    let tried = 0;
    for (const { id, rows, columns } of tablesOf(report).filter((t) => t.id.startsWith('items-'))) {
      const exact = tableOf(EXACT, id);
      for (const row of rows) {
        const truth = exact.rows.find((r) => r.id === row.id)!;
        const options = columns.flatMap((column, i) => {
          if (column.kind !== 'share') return [];
          const cell = truth.cells[i] as { count: number };
          const points = Number(/\((\d+)\)/.exec(column.label)?.[1]);
          return [{ count: cell.count, points, isHidden: isHidden(row.cells[i]!) }];
        });
        const ranges = possibleCounts(options, {
          sum: cellAt(exact, row.cells, 'mean'),
          spread: cellAt(exact, row.cells, 'standardDeviation'),
        });
        options.forEach(({ count, isHidden: hidden }, i) => {
          if (!hidden || count === 0 || count >= policy.people) return;
          tried += 1;
          expect(ranges[i]!.high - ranges[i]!.low).toBeGreaterThanOrEqual(policy.width);
        });
      }
    }
    expect(tried).toBeGreaterThan(20);
  });

  it('names no hidden row in a sentence or in the words of a figure', () => {
    const blocks = report.sections.flatMap((section) => section.blocks);
    const summary = report.sections[0]!.blocks.flatMap((b) =>
      b.kind === 'paragraph' ? b.text : [],
    );
    for (const figure of blocks.filter((block) => block.kind === 'figure')) {
      const table = tableOf(report, figure.id.replace(/^figure-/, ''));
      for (const row of table.rows) {
        const count = cellAt(table, row.cells, 'count');
        if (count === null || !isHidden(count)) continue;
        expect(figure.chart.rows.map(({ id }) => id)).not.toContain(row.id);
        expect(figure.description).not.toContain(`. ${row.label}: `);
        expect(figure.description).not.toContain(`; ${row.label}: `);
      }
    }
    for (const table of tablesOf(report)) {
      for (const { label, cells } of table.rows.filter((row) => row.cells.some(isHidden))) {
        if (!isHidden(cellAt(table, cells, 'count') ?? 0)) continue;
        for (const text of summary) expect(text).not.toContain(`${label} –`);
      }
    }
  });

  it('puts hidden rows last where a table is sorted, since their place would bound them', () => {
    for (const { id, rows } of tablesOf(report).filter((t) => /^(multi|low)-/.test(t.id))) {
      const hidden = rows.map(({ role, cells }) => role === 'category' && cells.some(isHidden));
      const first = hidden.indexOf(true);
      if (first < 0) continue;
      const categories = rows.filter(({ role }) => role === 'category').length;
      expect({ id, after: hidden.slice(first, categories) }).toEqual({
        id,
        after: new Array(categories - first).fill(true),
      });
      const ids = rows.slice(first, categories).map((row) => row.id);
      expect(ids).toEqual(ids.toSorted());
    }
  });

  it('says what is hidden and by which rule, and is for nobody else', () => {
    expect(report.audience).toBe(audience);
    expect(report.banners.join()).not.toContain('Exact numbers');
    const section = report.sections.at(-1)!;
    expect(section.id).toBe('protection');
    const text = section.blocks.map((b) => (b.kind === 'paragraph' ? b.text : '')).join('\n');
    expect(text).toContain(`Smallest number of people behind a number shown: ${policy.people}`);
    const cells = tablesOf(report).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const hidden = cells.filter(isHidden).length;
    expect(text).toContain(`Numbers not shown: ${hidden} of`);
    expect(1 - hidden / cells.length).toBeGreaterThan(0.5);
  });

  it('exports exactly what the screen shows', () => {
    const html = renderReportHtml(report);
    const marks = html.match(/<abbr class="report-hidden"/g)?.length ?? 0;
    const exported = reportJson(report);
    expect(exported.match(/"hidden": true/g)?.length).toBe(marks);
    expect(JSON.parse(exported)).toEqual(report);
    expect(html.match(/title="not shown">–\*<\/abbr>/g)?.length).toBe(marks);
  });

  it('hides the same in a spreadsheet, where shares and intervals are taken apart', () => {
    const t = reportTexts('en');
    for (const table of tablesOf(report)) {
      const flat = flattenTable(table, t);
      const pairs = ['share', 'interval', 'percent-interval'];
      table.rows.forEach((row, i) => {
        const expected = row.cells.reduce<number>((sum, cell, at) => {
          if (!isHidden(cell)) return sum;
          return sum + (pairs.includes(table.columns[at]!.kind) ? 2 : 1);
        }, 0);
        expect(flat.rows[i]!.values.filter((value) => value === '–*')).toHaveLength(expected);
      });
    }
  });

  it('says no sentence with a number that its tables do not show, and gives nothing a place', () => {
    const cells = report.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'paragraph' ? (block.parts ?? []) : []))
      .flatMap((part) => (typeof part === 'string' ? [] : [part.cell]));
    expect(cells.length).toBeGreaterThan(10);
    for (const { table, row, column } of cells) {
      const found = tableOf(report, table);
      const shown = found.rows.find(({ id }) => id === row);
      expect(shown).toBeDefined();
      if (column !== null) expect(isHidden(cellAt(found, shown!.cells, column))).toBe(false);
    }
    const ids = tablesOf(report).flatMap(({ columns }) => columns.map(({ id }) => id));
    expect(ids.filter((id) => id === 'rank' || id === 'ranks')).toEqual([]);
  });

  it.each(LANGUAGES)(
    'hides the same numbers in %s',
    (language) => {
      const hiddenIn = (r: Report) =>
        tablesOf(r).map(({ id, rows }) => [id, rows.map(({ cells }) => cells.map(isHidden))]);
      expect(hiddenIn(protectedFor(audience, language))).toEqual(hiddenIn(report));
    },
    30_000,
  );
});

describe('both reports together', () => {
  /** Every count that stands for answers to one question, as somebody with both reports has it. */
  function printedFrom(report: Report, id: string, values: readonly string[]): Printed[] {
    const table = tablesOf(report).find((t) => t.id === id);
    return (table?.rows ?? [])
      .filter(({ role }) => role === 'category')
      .flatMap((row): Printed[] => {
        const { from, below } = spanOf(table!, row.id);
        const within = id.startsWith('frequency')
          ? [row.id]
          : values.filter((v) => Number(v) >= from && Number(v) < below);
        const upTo = values.filter((v) => Number(v) < below);
        const number = (cell: Cell) => (typeof cell === 'number' ? cell : 'hidden');
        const cumulative = cellAt(table!, row.cells, 'cumulative');
        return [
          { group: { answer: within }, number: number(cellAt(table!, row.cells, 'count')) },
          ...(typeof cumulative === 'number'
            ? [{ group: { answer: upTo }, number: Math.round((cumulative * row.n) / 100) }]
            : []),
        ];
      });
  }

  it.each(
    tablesOf(EXACT)
      .filter(({ id }) => /^(frequency|classes|distribution|sizes)-/.test(id))
      .map(({ id }) => id),
  )('give away no small group of %s', (id) => {
    const exact = tableOf(EXACT, id);
    const rows = exact.rows.filter(({ role }) => role === 'category');
    const values = rows.map((row) => row.id);
    const counts = new Map(rows.map((row) => [row.id, row.cells[0] as number]));
    const printed = [
      { group: {}, number: [...counts.values()].reduce((a, b) => a + b, 0) },
      ...printedFrom(NETWORK, id, values),
      ...printedFrom(PUBLIC, id, values),
    ];
    const known = workOut(printed, { answer: values });
    for (const value of values) {
      const bounds = known.get(nameOf({ answer: [value] }, { answer: values }));
      const count = counts.get(value)!;
      if (count === 0 || count >= 5 || !bounds) continue;
      expect({ value, width: bounds.high - bounds.low >= 5 }).toEqual({ value, width: true });
    }
  });
});

describe('a report of very few', () => {
  it('is refused', () => {
    const facts = smallWave(Array.from({ length: 4 }, () => ({ answers: { home: 'own' } })));
    expect(
      protectReport(facts, [SMALL_FORM], { language: 'kk', audience: 'network' }),
    ).toMatchObject({ kind: 'refused', code: 'base-too-small' });
  });

  it('leaves out a question that was asked of those only who answered another one', () => {
    const homes = [...Array(12).fill('rent'), ...Array(9).fill('own')] as string[];
    const facts = smallWave(
      homes.map((home, i) => ({ answers: { home, ...(home === 'rent' ? { rent_paid: i } : {}) } })),
    );
    const outcome = protectReport(facts, [SMALL_FORM], { language: 'en', audience: 'network' });
    if (outcome.kind === 'refused') throw new Error(outcome.code);
    const ids = tablesOf(outcome.report).map(({ id }) => id);
    expect(ids).toContain('frequency-small-home');
    expect(ids).not.toContain('classes-small-rent_paid');
  });
});

/** Least and greatest count of each option over all whole numbers that give what is shown of a statement. */
function possibleCounts(
  options: ReadonlyArray<{ count: number; points: number; isHidden: boolean }>,
  shown: { sum: Cell; spread: Cell },
): { low: number; high: number }[] {
  const n = options.reduce((sum, { count }) => sum + count, 0);
  const moment = (counts: readonly number[], power: number) =>
    counts.reduce((sum, count, i) => sum + count * options[i]!.points ** power, 0);
  const truth = options.map(({ count }) => count);
  const ranges = options.map(() => ({ low: Number.POSITIVE_INFINITY, high: -1 }));
  const hiddenPlaces = options.flatMap(({ isHidden: hidden }, i) => (hidden ? [i] : []));
  const last = hiddenPlaces.at(-1);
  const fill = (counts: number[], places: readonly number[], left: number) => {
    const [place, ...rest] = places;
    if (place === undefined) {
      if (typeof shown.sum === 'number' && moment(counts, 1) !== moment(truth, 1)) return;
      if (
        typeof shown.spread === 'number' &&
        typeof shown.sum === 'number' &&
        moment(counts, 2) !== moment(truth, 2)
      ) {
        return;
      }
      counts.forEach((count, i) => {
        const { low, high } = ranges[i]!;
        ranges[i] = { low: Math.min(low, count), high: Math.max(high, count) };
      });
      return;
    }
    const from = place === last ? left : 0;
    for (let count = from; count <= left; count += 1) {
      fill(counts.with(place, count), rest, left - count);
    }
  };
  const told = options.reduce((sum, { count, isHidden: hidden }) => sum + (hidden ? 0 : count), 0);
  fill(truth, hiddenPlaces, n - told);
  return ranges;
}
