import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Answers, csvColumns, findForm } from '../../instruments/index.ts';
import {
  describeFinding,
  type ImportMapping,
  type ImportTable,
  readImport,
  suggestMapping,
} from './index.ts';

const FOLDER = new URL('../../../../server/src/demo/synthetic-2022/', import.meta.url);

/** The synthetic files hold no quotes, so a split is enough here; the server's reader has tests of its own. */
function csv(name: string): ImportTable {
  const [head = '', ...lines] = readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8')
    .trim()
    .split(/\r?\n/);
  return {
    name,
    columns: head.split(','),
    rows: lines.map((line) => line.split(',')),
    lines: lines.map((_, index) => index + 2),
  };
}

const FORMS = ['needs-assessment-2022', 'ghq-12'].map((code) => {
  const form = findForm(code);
  if (!form) throw new Error(`${code} is missing`);
  return form;
});
const forms = new Map(FORMS.map((form) => [form.code, form]));
const tables = [csv('women'), csv('children')];

function suggestion(): ImportMapping {
  const mapping = suggestMapping(tables, FORMS, {
    known: [...csvColumns.women, ...csvColumns.children],
    receivedOn: '2022-06-15',
  });
  if (!mapping) throw new Error('no suggestion');
  return mapping;
}

function withCell(table: ImportTable, line: number, column: string, value: string): ImportTable {
  const place = table.columns.indexOf(column);
  const row = table.lines.indexOf(line);
  return {
    ...table,
    rows: table.rows.map((cells, index) => (index === row ? cells.with(place, value) : cells)),
  };
}

describe('bringing in the answers of 2022', () => {
  it('needs no hand on the mapping: every column is understood', () => {
    const read = readImport(suggestion(), tables, forms);
    if (read.kind === 'refused') expect(read.findings).toEqual([]);
    expect(read).toMatchObject({ kind: 'ready' });
    if (read.kind !== 'ready') return;
    expect(read.responses).toHaveLength(104);
    expect(read.warnings.filter((finding) => finding.code === 'column-not-mapped')).toEqual([]);
    const children = read.responses.flatMap((each) => {
      const roster = each.answers['needs-assessment-2022']?.children;
      return Array.isArray(roster) ? (roster as Answers[]) : [];
    });
    expect(children).toHaveLength(193);
    expect(read.responses.filter((each) => each.language === 'kk')).toHaveLength(34);
  });

  it('keeps the children in their order under their mother', () => {
    const read = readImport(
      suggestion(),
      [
        tables[0]!,
        { ...tables[1]!, rows: tables[1]!.rows.toReversed(), lines: tables[1]!.lines.toReversed() },
      ],
      forms,
    );
    if (read.kind !== 'ready') throw new Error('refused');
    const [first] = read.responses;
    expect(first?.answers['needs-assessment-2022']?.children).toMatchObject([
      { child_age: 12 },
      { child_age: 9 },
    ]);
  });

  it('names table, row, column, value and remedy of every wrong cell, and takes nothing', () => {
    const women = withCell(
      withCell(withCell(tables[0]!, 2, 'marital', 'maried'), 3, 'age', 'forty'),
      5,
      'language',
      'de',
    );
    const children = withCell(tables[1]!, 4, 'mother_id', '999');
    const read = readImport(suggestion(), [women, children], forms);
    expect(read.kind).toBe('refused');
    if (read.kind !== 'refused') return;
    const places = read.findings
      .filter((each) => each.severity === 'error')
      .map(({ code, table, line, column, value }) => ({ code, table, line, column, value }));
    expect(places).toContainEqual({
      code: 'choice-unknown',
      table: 'women',
      line: 2,
      column: 'marital',
      value: 'maried',
    });
    expect(places).toContainEqual({
      code: 'number-invalid',
      table: 'women',
      line: 3,
      column: 'age',
      value: 'forty',
    });
    expect(places).toContainEqual({
      code: 'language-unknown',
      table: 'women',
      line: 5,
      column: 'language',
      value: 'de',
    });
    expect(places).toContainEqual({
      code: 'parent-unknown',
      table: 'children',
      line: 4,
      column: 'mother_id',
      value: '999',
    });
    const [choice] = read.findings.filter((each) => each.code === 'choice-unknown');
    expect(choice && describeFinding(choice, 'ru')).toMatch(
      /«women», строка 2, столбец «marital».*maried.*Возможны: .*registered/,
    );
    expect(choice && describeFinding(choice, 'kk')).toMatch(/2-жол/);
  });

  it('refuses an age no woman has, at its cell', () => {
    const read = readImport(
      suggestion(),
      [withCell(tables[0]!, 2, 'age', '320'), tables[1]!],
      forms,
    );
    expect(
      read.kind === 'refused' && read.findings.find((each) => each.code === 'answer-refused'),
    ).toMatchObject({ table: 'women', line: 2, column: 'age', value: '320' });
  });

  it('says which column is missing and which is left over', () => {
    const women = {
      ...tables[0]!,
      columns: tables[0]!.columns.map((name) => (name === 'g07' ? 'g7' : name)),
    };
    const read = readImport(suggestion(), [women, tables[1]!], forms);
    expect(
      read.kind === 'refused' &&
        read.findings.map(({ code, column, severity }) => ({ code, column, severity })),
    ).toEqual(
      expect.arrayContaining([
        { code: 'column-missing', column: 'g07', severity: 'error' },
        { code: 'column-not-mapped', column: 'g7', severity: 'warning' },
      ]),
    );
  });

  it('tells a half-blank set of ticks from one left wholly blank', () => {
    const mapping = suggestion();
    const half = readImport(
      mapping,
      [withCell(tables[0]!, 2, 'prob_11_covid_19', ''), tables[1]!],
      forms,
    );
    expect(half.kind === 'refused' && half.findings[0]).toMatchObject({
      code: 'tick-half-blank',
      column: 'prob_11_covid_19',
    });
    const blank = tables[0]!.columns
      .filter((name) => name.startsWith('prob_'))
      .reduce((table, column) => withCell(table, 2, column, ''), tables[0]!);
    const read = readImport(mapping, [blank, tables[1]!], forms);
    expect(
      read.kind === 'ready' && read.responses[0]?.answers['needs-assessment-2022']?.problems,
    ).toEqual({ absent: 'not-reached' });
  });
});
