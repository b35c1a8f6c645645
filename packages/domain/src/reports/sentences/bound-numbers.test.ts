import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findForm } from '../../instruments/index.ts';
import { LANGUAGES } from '../../text/index.ts';
import {
  type BoundNumber,
  buildWaveReport,
  formatCell,
  pageTexts,
  type Report,
  renderReportHtml,
  type Table,
} from '../index.ts';
import { syntheticFacts } from '../published-2022/synthetic-facts.ts';

const FORMS = ['needs-assessment-2022', 'ghq-12'].flatMap((code) => findForm(code, '1.0.0') ?? []);
const csv = (name: string) =>
  readFileSync(
    new URL(`../../../../server/src/demo/synthetic-2022/${name}.csv`, import.meta.url),
    'utf8',
  );
const FACTS = syntheticFacts({ women: csv('women'), children: csv('children') }, FORMS);
const REPORTS = LANGUAGES.map((language) => buildWaveReport(FACTS, FORMS, { language }));

const blocksOf = ({ sections }: Report) => sections.flatMap(({ blocks }) => blocks);
const sentencesOf = (report: Report) =>
  blocksOf(report).flatMap((block) =>
    block.kind === 'paragraph' && block.parts ? [{ ...block, parts: block.parts }] : [],
  );
const tablesOf = (report: Report) =>
  new Map(
    blocksOf(report).flatMap((block): [string, Table][] =>
      block.kind === 'table' ? [[block.id, block]] : [],
    ),
  );

/** What a reader finds in the cell that a number names. */
function shownIn(report: Report, { cell }: BoundNumber): string {
  const table = tablesOf(report).get(cell.table);
  const row = table?.rows.find(({ id }) => id === cell.row);
  if (!table || !row) throw new Error(`no row ${cell.row} in ${cell.table}`);
  const speech = { t: pageTexts(report.language), language: report.language };
  if (cell.column === null) return formatCell(row.n, { kind: 'count', decimals: 0 }, speech);
  const place = table.columns.findIndex(({ id }) => id === cell.column);
  const column = table.columns[place];
  if (!column) throw new Error(`no column ${cell.column} in ${cell.table}`);
  return formatCell(row.cells[place] ?? null, column, speech);
}

describe.each(REPORTS)('every sentence on a result in $language', (report) => {
  const sentences = sentencesOf(report);
  const numbers = sentences.flatMap(({ parts }) =>
    parts.filter((part) => typeof part !== 'string'),
  );

  it('says of each number what its cell says', () => {
    expect(numbers.length).toBeGreaterThan(60);
    for (const number of numbers) expect(number.text).toBe(shownIn(report, number));
  });

  it('is its parts, one after the other', () => {
    for (const { text, parts } of sentences) {
      expect(parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(
        text,
      );
      expect(text).not.toMatch(/\{\{|\}\}|[\uE000-\uF8FF]|undefined|NaN|\s[.,;]/);
    }
  });

  it('has no digits of its own but in names and in the level of an interval', () => {
    const names = [...tablesOf(report).values()]
      .flatMap(({ title, rows }) => [title, ...rows.map(({ label }) => label)])
      .concat(
        FORMS.flatMap((form) =>
          form.pkg.scales.flatMap(({ title, bandSets }) => namesIn(title, bandSets)),
        ),
      )
      .filter((name) => /\d/.test(name))
      .sort((a, b) => b.length - a.length);
    for (const { parts } of sentences) {
      const words = parts.filter((part) => typeof part === 'string').join('\n');
      const rest = names
        .flatMap((name) => [name, name.replace(/[.\s]+$/, '')])
        .reduce((text, name) => text.replaceAll(name, ''), words);
      expect(rest.replaceAll(/95%(-й)?/g, '')).not.toMatch(/\d/);
    }
  });

  it('leads from each number to the cell that shows it', () => {
    const html = renderReportHtml(report);
    const links = [...html.matchAll(/<a class="report-bound" href="#([^"]*)">([^<]*)<\/a>/g)];
    expect(links).toHaveLength(numbers.length);
    const cells = new Map(
      [...html.matchAll(/<t[dh] [^>]*?id="([^"]*)"[^>]*>(.*?)<\/t[dh]>/g)].map(
        ([, id = '', inner = '']) => [id, inner.replaceAll(/<[^>]*>/g, '')] as const,
      ),
    );
    links.forEach(([, id = '', text = ''], i) => {
      expect(text.replace('&lt;', '<')).toBe(numbers[i]?.text);
      const isBase = numbers[i]?.cell.column === null;
      // A base without a column of its own stands above the table; its link leads to the row.
      expect(isBase ? cells.has(id) : cells.get(id)).toBe(isBase ? true : text);
    });
  });
});

describe('the same sentences in three languages', () => {
  it('name the same cells in as many sentences', () => {
    const cellsIn = (report: Report) =>
      sentencesOf(report).map(({ id, parts }) => [
        id,
        parts
          .flatMap((part) => (typeof part === 'string' ? [] : [JSON.stringify(part.cell)]))
          .sort(),
      ]);
    const [first, ...others] = REPORTS.map(cellsIn);
    for (const other of others) expect(other).toEqual(first);
  });
});

function namesIn(
  title: Record<string, unknown>,
  bandSets: ReadonlyArray<{ bands: ReadonlyArray<{ label: Record<string, unknown> }> }>,
): string[] {
  const wordings = [title, ...bandSets.flatMap(({ bands }) => bands.map(({ label }) => label))];
  return wordings.flatMap((wording) =>
    Object.values(wording).flatMap((one) =>
      one && typeof one === 'object' && 'text' in one ? [String(one.text)] : [],
    ),
  );
}
