import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../drawing/text-width.ts';
import { LANGUAGES } from '../../text/index.ts';
import { buildWaveReport, type Table } from '../index.ts';
import { reportTexts } from '../report-texts.ts';
import { SMALL_FORM, smallWave } from '../small-wave.ts';
import { columnFitter } from './fit-columns.ts';
import { flattenTable } from './flat-table.ts';
import { printReport, reportCsv, reportWorkbook } from './index.ts';
import { TEXT_WIDTH } from './print-report.ts';
import { printTable } from './print-table.ts';
import { csvText } from './table-csv.ts';

const FACTS = smallWave([
  { answers: { age: 34, home: 'rent', calm: 'seldom', tense: 'often', wishes: ['house'] } },
  { answers: { age: 29, home: 'own', calm: 'often', wishes: ['work', 'rest'] } },
]);
const REPORT = buildWaveReport(FACTS, [SMALL_FORM], { language: 'en' });
const PRINTED = { version: '9.8.7' };

const column = (id: string, kind: Table['columns'][number]['kind'] = 'count') => ({
  id,
  label: id,
  kind,
  decimals: kind === 'count' ? 0 : 1,
});
const tableOf = (given: Partial<Table>): Table => ({
  kind: 'table',
  id: 'a-table',
  number: 1,
  title: 'A table',
  base: { unit: 'respondents', cases: 104, n: 103 },
  rowHead: 'Answer',
  columns: [],
  rows: [],
  notes: [],
  ...given,
});
const print = (table: Table) =>
  printTable(table, { language: 'en', t: reportTexts('en'), width: TEXT_WIDTH });

describe('a printed report', () => {
  it('has a foot that counts pages in the order of its language', () => {
    const feet = LANGUAGES.map((language) => {
      const report = buildWaveReport(FACTS, [SMALL_FORM], { language });
      return printReport(report, PRINTED)
        .foot.map((part) => (part.kind === 'text' ? part.text : `<${part.kind}>`))
        .join('');
    });
    expect(feet).toEqual([
      '<page>-бет, барлығы <pages>',
      'Страница <page> из <pages>',
      'Page <page> of <pages>',
    ]);
  });

  it('is refused with a figure that is not told in words', () => {
    const silent = {
      ...REPORT,
      sections: REPORT.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.kind === 'figure' ? { ...block, description: ' ' } : block,
        ),
      })),
    };
    expect(() => printReport(silent, PRINTED)).toThrow('is not told in words');
  });

  it('keeps every table between the margins', () => {
    for (const { blocks } of printReport(REPORT, PRINTED).sections) {
      for (const block of blocks) {
        if (block.kind !== 'table') continue;
        const across = block.fit.widths.reduce((sum, width) => sum + width, 0);
        expect(across).toBeLessThanOrEqual(TEXT_WIDTH + 1e-6);
        expect(block.fit.widths).toHaveLength(block.columns.length + 1);
      }
    }
  });
});

describe('a printed table', () => {
  it('with many columns and one row is turned, and its footnotes go with the columns', () => {
    const columns = Array.from({ length: 9 }, (_, i) => column(`c${i}`));
    const turned = print(
      tableOf({
        columns: columns.map((each, i) => (i === 3 ? { ...each, footnote: 'Rounded up.' } : each)),
        rows: [
          { id: 'all', label: 'All', role: 'category', n: 9, cells: columns.map((_, i) => i) },
        ],
      }),
    );
    expect(turned.columns.map(({ label }) => label)).toEqual(['All']);
    expect(turned.rows.map(({ label }) => label)).toEqual(columns.map(({ label }) => label));
    expect(turned.rows.map(({ cells }) => cells[0]?.lines)).toEqual(
      columns.map((_, i) => [String(i)]),
    );
    expect(turned.rows[3]?.mark).toBe('a');
    expect(turned.notes).toEqual(['a Rounded up.']);
  });

  it('sets a count above its share where side by side they would need smaller letters', () => {
    const columns = Array.from({ length: 7 }, (_, i) => column(`Agree somewhat ${i}`, 'share'));
    const rows = ['one', 'two', 'three', 'four'].map((id) => ({
      id,
      label: `A statement of a usual length, number ${id}`,
      detail: 'The whole question, which is a good deal longer than its label.',
      role: 'category' as const,
      n: 1040,
      cells: columns.map(() => ({ count: 1000, percent: 96.2 })),
    }));
    expect(print(tableOf({ columns, rows })).rows[0]?.cells[0]?.lines).toEqual(['1,000', '96.2%']);
    const narrow = columns.slice(0, 2);
    const few = rows.map((row) => ({ ...row, cells: row.cells.slice(0, 2) }));
    expect(print(tableOf({ columns: narrow, rows: few })).rows[0]?.cells[0]?.lines).toEqual([
      '1,000 (96.2%)',
    ]);
  });

  it('of any words is never wider than the page and gives every column some room', () => {
    const word = fc.string({ minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 14 }),
        fc.array(word, { minLength: 1, maxLength: 6 }),
        (heads, labels) => {
          const fit = columnFitter({
            rowHead: 'Answer',
            columns: heads.map((label) => ({ label, mark: '', isText: false })),
            rows: labels.map((label) => ({
              label,
              mark: '',
              detail: '',
              role: 'category',
              cells: heads.map(() => ({ lines: ['12.3%'], bar: null })),
            })),
            width: TEXT_WIDTH,
          })(8);
          expect(fit.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(
            TEXT_WIDTH + 1e-6,
          );
          expect(Math.min(...fit.widths)).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('breaks words of its heads before it breaks a number, where the page is too narrow', () => {
    const interval = '0.67\u20130.81';
    const fit = columnFitter({
      rowHead: 'Scale',
      columns: Array.from({ length: 11 }, () => ({
        label: 'Standardised-coefficient',
        mark: '',
        isText: false,
      })),
      rows: [
        {
          label: 'GHQ-12',
          mark: '',
          detail: '',
          role: 'category',
          cells: Array.from({ length: 11 }, (_, i) => ({
            lines: [i === 4 ? interval : '104'],
            bar: null,
          })),
        },
      ],
      width: TEXT_WIDTH,
    })(7);
    expect(fit.fits).toBe(false);
    expect(fit.widths[5]).toBeGreaterThan(textWidth(interval, 7, 'regular') + 8);
  });

  it('gives long texts side by side room by their length, so that none becomes a tower', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'answer').join(' ');
    const { widths } = columnFitter({
      rowHead: 'Scale',
      columns: ['Items', 'Rule'].map((label) => ({ label, mark: '', isText: true })),
      rows: [
        {
          label: 'Women',
          mark: '',
          detail: '',
          role: 'category',
          cells: [60, 30].map((count) => ({ lines: [words(count)], bar: null })),
        },
      ],
      width: TEXT_WIDTH,
    })(9);
    const [, items = 0, rule = 0] = widths;
    expect(items / rule).toBeGreaterThan(1.7);
    expect(items / rule).toBeLessThan(2.3);
  });

  it('is set in smaller letters where larger ones leave its sentences no more than a tower', () => {
    const advice =
      'Invite those with many signs to see a specialist, offer the others support among equals';
    const rowOf = (label: string) => ({
      ...{ id: label, label, role: 'category' as const, n: 104 },
      cells: [64, 61.5, 'Reintegration', advice, 'Government', 'Regional programme centre', '–'],
    });
    const needs = tableOf({
      columns: [
        ...[column('Number'), column('Percent', 'number')],
        ...['Part', 'What', 'Hands', 'Organisation', 'When'].map((id) => column(id, 'text')),
      ],
      rows: ['Papers and legal standing', 'State of mind', 'Money and other needs'].map(rowOf),
    });
    const { fit } = print(needs);
    const wide = (fit.widths[4] ?? 0) - 8;
    expect(fit.fits).toBe(true);
    expect(textWidth(advice, fit.size) / wide).toBeLessThan(5);
  });

  it('with fewer rows than columns is turned where no letters are small enough for it upright', () => {
    const columns = Array.from({ length: 9 }, (_, i) => column(`Standardised-coefficient-${i}`));
    const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      id,
      label: `Scale ${id}`,
      role: 'category' as const,
      n: 104,
      cells: columns.map((_, i) => i),
    }));
    const turned = print(tableOf({ columns, rows }));
    expect(turned.columns.map(({ label }) => label)).toEqual(rows.map(({ label }) => label));
    expect(turned.fit.fits).toBe(true);
  });
});

describe('a table for machines', () => {
  const table = tableOf({
    columns: [column('share', 'share'), column('interval', 'percent-interval')],
    rows: [
      {
        id: 'yes',
        label: 'Yes',
        role: 'category',
        n: 103,
        cells: [
          { count: 40, percent: 38.8 },
          { low: 30, high: 48.5, level: 0.95 },
        ],
      },
      { id: 'none', label: 'None', role: 'missing', n: 0, cells: [null, 'not asked'] },
    ],
  });

  it('takes shares and intervals apart, one value a cell, and tells the base of each row', () => {
    const flat = flattenTable(table, reportTexts('en'));
    expect(flat.columns.map(({ label }) => label)).toEqual([
      'Answer',
      'Base (n)',
      'share: count',
      'share: %',
      'interval: lower limit',
      'interval: upper limit',
    ]);
    expect(flat.rows.map(({ values }) => values)).toEqual([
      ['Yes', 103, 40, 38.8, 30, 48.5],
      ['None', 0, null, null, 'not asked', null],
    ]);
  });

  it('is CSV as Excel of the region opens it: byte order mark, semicolons, decimal commas', () => {
    const cells = [['Бала "жасы"', 1234.5, null, '=1+1']];
    expect(csvText(cells, 'kk')).toBe('\uFEFF"Бала ""жасы""";1234,5;;"\'=1+1"\r\n');
    expect(csvText(cells, 'ru')).toBe(csvText(cells, 'kk'));
    expect(csvText(cells, 'en')).toBe('\uFEFF"Бала ""жасы""",1234.5,,"\'=1+1"\r\n');
    expect(() => csvText([[Number.NaN]], 'en')).toThrow(RangeError);
  });
});

describe('a workbook and an archive', () => {
  it('name their parts so that every program takes them, none twice, and every link leads to one', () => {
    const sheets = reportWorkbook(REPORT, PRINTED);
    const names = sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    for (const { leadsTo } of sheets.flatMap(({ rows }) => rows.flat())) {
      if (leadsTo !== undefined) expect(names).toContain(leadsTo);
    }
    const files = reportCsv(REPORT, PRINTED).map(({ name }) => name);
    expect(new Set(files).size).toBe(files.length);
    for (const file of files) expect(file).toMatch(/^\d\d-[\w.-]+\.csv$/);
  });
});
