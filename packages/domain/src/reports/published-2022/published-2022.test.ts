import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findForm } from '../../instruments/index.ts';
import { formatNumber, LANGUAGES } from '../../text/index.ts';
import { buildWaveReport, type Report, type Table } from '../index.ts';
import { compareWithPublished } from './compare-with-published.ts';
import { KNOWN_DIFFERENCES } from './known-differences.ts';
import published from './published-figures.json' with { type: 'json' };
import { syntheticFacts } from './synthetic-facts.ts';

const FORMS = ['needs-assessment-2022', 'ghq-12'].map((code) => {
  const form = findForm(code, '1.0.0');
  if (!form) throw new Error(`no form ${code}`);
  return form;
});
const csv = (name: string) =>
  readFileSync(
    new URL(`../../../../server/src/demo/synthetic-2022/${name}.csv`, import.meta.url),
    'utf8',
  );
const FACTS = syntheticFacts({ women: csv('women'), children: csv('children') }, FORMS);
const REPORTS = LANGUAGES.map((language) => buildWaveReport(FACTS, FORMS, { language }));
const REPORT = REPORTS[LANGUAGES.indexOf('en')] as Report;
const COMPARED = compareWithPublished(REPORT, published.figures);

function tableOf(id: string): Table {
  const block = REPORT.sections.flatMap(({ blocks }) => blocks).find((b) => b.id === id);
  if (block?.kind !== 'table') throw new Error(`no table ${id}`);
  return block;
}

describe('the report on the answers of 2022', () => {
  it('has a number for every published figure', () => {
    expect(COMPARED.length).toBe(373);
    expect(COMPARED.filter(({ computed }) => computed === null).map(({ id }) => id)).toEqual([]);
  });

  it.each(
    COMPARED.filter(({ id }) => !KNOWN_DIFFERENCES.some((difference) => difference.id === id)),
  )('line $line, $what: $printed', ({ agrees }) => {
    expect(agrees).toBe(true);
  });

  it.each(KNOWN_DIFFERENCES)('$id: printed $printed, rightly $correct', (difference) => {
    const figure = COMPARED.find(({ id }) => id === difference.id);
    expect(figure).toMatchObject({ printed: difference.printed, agrees: false });
    const decimals = difference.correct.split('.')[1]?.length ?? 0;
    expect(formatNumber(figure?.computed ?? Number.NaN, 'en', { decimals })).toBe(
      difference.correct,
    );
    expect(difference.reason.length).toBeGreaterThan(20);
  });

  it('keeps both bases of a question with several answers', () => {
    const problems = tableOf('multi-needs-assessment-2022-problems');
    expect(problems.base).toMatchObject({ n: 104, cases: 104 });
    expect(problems.rows.find(({ id }) => id === 'total')).toMatchObject({
      n: 396,
      cells: [396, null, 100],
    });
    const priorities = tableOf('multi-needs-assessment-2022-priorities');
    expect(priorities.base).toMatchObject({ unit: 'children', n: 193 });
    expect(priorities.rows.find(({ id }) => id === 'total')?.n).toBe(1057);
  });

  it('shows the 16 women inside the 43, and three bands that add up to 104', () => {
    const nested = tableOf('bands-ghq-12-ghq-1');
    expect(nested.rows.map(({ id, role, cells }) => [id, role, cells[1]])).toEqual([
      ['outside', 'category', 61],
      ['elevated', 'category', 43],
      ['clinical-range', 'nested', 16],
      ['total', 'total', 104],
    ]);
    const exclusive = tableOf('bands-ghq-12-ghq-0').rows.filter(({ role }) => role === 'category');
    expect(exclusive.map(({ cells }) => cells[1])).toEqual([61, 27, 16]);
  });

  it('counts each child as a record, and the mothers who have one of that age', () => {
    const ages = tableOf('numbers-needs-assessment-2022-child_age');
    expect(ages.base).toMatchObject({ n: 193 });
    const seven = ages.rows.find(({ id }) => id === '7');
    // One mother has two children of seven.
    expect(seven?.cells.slice(0, 1).concat(seven.cells[2] ?? null)).toEqual([32, 31]);
    expect(ages.rows.filter(({ id }) => id === '19' || id === '20').map((r) => r.cells[0])).toEqual(
      [0, 0],
    );
  });

  it('holds the same numbers in every language', () => {
    const numbersIn = ({ sections }: Report) =>
      sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.kind === 'table'
            ? block.rows.map((row) => [
                block.id,
                row.id,
                ...row.cells.filter((c) => typeof c !== 'string'),
              ])
            : [],
        ),
      );
    const [first, ...others] = REPORTS.map(numbersIn);
    for (const other of others) expect(other).toEqual(first);
  });
});
