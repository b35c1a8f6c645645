import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticWave } from '../../../reference/synthetic-wave.ts';
import { NEED_CATEGORIES, NEED_DOMAINS } from '../../cases/index.ts';
import { LANGUAGES } from '../../text/index.ts';
import { buildBrief } from '../brief/index.ts';
import { buildWaveReport, isHidden, protectReport, type Report, type Table } from '../index.ts';
import type { AnalysisPlan } from '../releases/analysis-plan.ts';
import { runPlan } from '../releases/run-plan.ts';
import { tablesOf } from '../tables-of.ts';
import { categoryOf } from './category-of.ts';

const { facts, forms } = syntheticWave();
const NEEDS = 'needs-assessment-2022';
const form = forms.find(({ code }) => code === NEEDS)!;

let exact: Report;
let told: Report;
beforeAll(() => {
  exact = buildWaveReport(facts, forms, { language: 'en' });
  const outcome = protectReport(facts, forms, { language: 'en', audience: 'public' });
  if (outcome.kind !== 'protected') throw new Error(outcome.code);
  told = outcome.report;
}, 60_000);

const tableIn = (report: Report, id: string): Table => {
  const found = tablesOf(report).find((table) => table.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};
const column = (table: Table, id: string) => {
  const place = table.columns.findIndex((candidate) => candidate.id === id);
  return table.rows.map(({ cells }) => cells[place]);
};
const boundIn = ({ sections }: Report) =>
  sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.id === 'say-actions' && block.kind === 'paragraph' ? (block.parts ?? []) : [],
    )
    .flatMap((part) => (typeof part === 'string' ? [] : [part]));

describe('the taxonomy of needs', () => {
  it('has a place for every problem that was asked about in 2022, but for "something else"', () => {
    const problems = form.byLinkId.get('problems')?.options ?? [];
    expect(problems).toHaveLength(21);
    const homeless = problems.filter(({ id }) => categoryOf(NEEDS, id) === null);
    expect(homeless.map(({ id }) => id)).toEqual(['15_other']);
  });

  it('makes no need of what somebody believes or thinks', () => {
    for (const id of ['w17_different_views', 'w18_religion', 'c9_different_views']) {
      expect(form.byLinkId.has(id)).toBe(true);
      expect(categoryOf(NEEDS, id)).toBe(null);
    }
  });

  it('has a place for every other statement about women and children', () => {
    const statements = form.pkg.scales.flatMap(({ items }) => items);
    const homeless = statements.filter((id) => categoryOf(NEEDS, id) === null);
    expect(homeless).toEqual(['w17_different_views', 'w18_religion', 'c9_different_views']);
  });

  it('has categories in every part of the way', () => {
    const domains = Object.values(NEED_CATEGORIES).map(({ domain }) => domain);
    expect([...new Set(domains)].sort()).toEqual([...NEED_DOMAINS].sort());
  });
});

describe('what could be done', () => {
  it('follows from the problems named most and the lowest ratings, each need once', () => {
    const table = tableIn(exact, 'actions');
    expect(table.rows.map(({ id }) => id)).toEqual([
      'housing',
      'work',
      'papers',
      'health',
      'parenting',
      'distress',
      'basic',
    ]);
    expect(table.rows[0]).toMatchObject({
      label: 'Housing',
      n: 104,
      cells: [
        'Resettlement',
        64,
        expect.closeTo(61.538, 3),
        'Check where each family stands in the housing queue and name a date',
        'State',
        'Housing department of the akimat',
        null,
      ],
    });
    expect(new Set(column(table, 'by'))).toEqual(new Set([null]));
  });

  it('shows a number that its sentence leads to, in a table that shows the same', () => {
    const bound = boundIn(exact);
    const { rows } = tableIn(exact, 'actions');
    expect(bound).toHaveLength(3 * rows.length);
    rows.forEach(({ cells }, place) => {
      const counted = bound[3 * place]?.cell;
      const source = tableIn(exact, counted?.table ?? '');
      const at = source.columns.findIndex(({ id }) => id === counted?.column);
      expect(source.rows.find(({ id }) => id === counted?.row)?.cells[at]).toBe(cells[1]);
    });
  });

  it('is the same in the report and in the brief for a ministry', () => {
    const receipt = { version: '1', madeOn: '2026-11-25', snapshot: null, release: null };
    for (const report of [exact, told]) {
      const table = tableIn(report, 'actions');
      const proposed = new Map(
        table.rows.map(({ id }, i) => [id, [column(table, 'action')[i], column(table, 'body')[i]]]),
      );
      const { rows } = buildBrief(report, forms, receipt).actions;
      expect(rows.length).toBeGreaterThan(2);
      for (const { id, action, body } of rows) expect(proposed.get(id)).toEqual([action, body]);
    }
  });

  it('tells the public no number that the tables of its report hide', () => {
    const bound = boundIn(told);
    expect(bound.length).toBeGreaterThan(8);
    for (const { cell } of bound) {
      const source = tableIn(told, cell.table);
      const row = source.rows.find(({ id }) => id === cell.row);
      expect(row?.cells.some(isHidden)).toBe(false);
    }
  });

  it('rests in a chosen report on what was chosen, and is gone where nothing is left to rest on', () => {
    const planned = (sections: string[]) => {
      const plan: AnalysisPlan = {
        waveId: facts.wave.id,
        audience: 'internal',
        population: [],
        sections,
      };
      const made = runPlan(plan, { facts, forms, language: 'en', snapshot: 'x', earlier: [] });
      if (made.kind === 'refused') throw new Error(made.code);
      return made.report.sections;
    };
    const [, actions] = planned(['actions', 'choices']);
    expect(actions?.blocks.find(({ kind }) => kind === 'table')).toMatchObject({
      rows: [
        { id: 'housing' },
        { id: 'work' },
        { id: 'papers' },
        { id: 'health' },
        { id: 'parenting' },
        { id: 'distress' },
      ],
    });
    expect(planned(['actions', 'codebook']).map(({ id }) => id)).not.toContain('actions');
  }, 60_000);

  it.each(LANGUAGES)(
    'is told in %s without a gap',
    (language) => {
      const table = tableIn(buildWaveReport(facts, forms, { language }), 'actions');
      for (const id of ['domain', 'action', 'holder', 'body']) {
        expect(column(table, id).every((text) => typeof text === 'string' && text !== '')).toBe(
          true,
        );
      }
    },
    60_000,
  );
});
