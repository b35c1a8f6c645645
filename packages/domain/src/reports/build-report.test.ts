import { describe, expect, it } from 'vitest';
import type { Answers } from '../instruments/index.ts';
import {
  buildWaveReport,
  Report,
  type Row,
  reportJson,
  reportJsonSchema,
  type Table,
} from './index.ts';
import { SMALL_FORM, smallWave } from './small-wave.ts';

const MADINA: Answers = {
  age: 34,
  home: 'rent',
  rent_paid: 60_000,
  works: true,
  calm: 'seldom',
  tense: 'always',
  wishes: ['house', 'rest'],
  children: [{ child_age: 7 }, { child_age: 7 }, { child_age: 11 }],
};
const NEIGHBOUR: Answers = {
  age: 29,
  home: 'own',
  works: false,
  calm: 'often',
  tense: 'never',
  wishes: ['house'],
  children: [{ child_age: 4 }],
};
const COUSIN: Answers = {
  age: { absent: 'declined' },
  home: 'own',
  calm: 'sometimes',
  wishes: { absent: 'unknown' },
};

const FACTS = smallWave([
  { answers: MADINA },
  { language: 'ru', answers: NEIGHBOUR },
  { answers: COUSIN },
]);
const report = buildWaveReport(FACTS, [SMALL_FORM], { language: 'en' });
const blocks = report.sections.flatMap((section) => section.blocks);

function tableOf(id: string): Table {
  const block = blocks.find((candidate) => candidate.id === id);
  if (block?.kind !== 'table') throw new Error(`no table ${id}`);
  return block;
}

/** Rows as id: cells, with numbers cut to two digits. */
const rowsOf = (id: string) =>
  tableOf(id).rows.map(({ id: row, cells }) => [row, ...cells.map(brief)]);
const brief = (cell: Row['cells'][number]): unknown => {
  if (typeof cell === 'number') return Math.round(cell * 100) / 100;
  if (cell && typeof cell === 'object' && 'count' in cell)
    return `${cell.count}/${brief(cell.percent)}`;
  return cell && typeof cell === 'object' ? 'interval' : cell;
};

describe('the report of a wave', () => {
  it('tells each step from the invitation to the report, and which was not recorded', () => {
    expect(rowsOf('response-flow')).toEqual([
      ['invited', 10, null],
      ['opened', 'not recorded', null],
      ['consented', 5, 50],
      ['completed', 3, 60],
      ['analysed', 3, 100],
    ]);
    expect(rowsOf('languages')).toEqual([
      ['kk', 2, 66.67],
      ['ru', 1, 33.33],
    ]);
  });

  it('counts a choice with its base and names why an answer is missing', () => {
    expect(rowsOf('frequency-small-works')).toEqual([
      ['true', 1, 33.33, 50],
      ['false', 1, 33.33, 50],
      ['missing-not-reached', 1, 33.33, null],
    ]);
    expect(tableOf('frequency-small-works').base).toEqual({ unit: 'respondents', cases: 3, n: 2 });
  });

  it('does not count a question that was not asked as one that was skipped', () => {
    expect(rowsOf('classes-small-rent_paid').slice(1)).toEqual([
      ['missing-not-shown', 2, 66.67, null],
    ]);
  });

  it('summarises numbers over those who gave one', () => {
    expect(rowsOf('numeric-sample')[0]).toEqual([
      'age',
      2,
      31.5,
      3.54,
      'interval',
      31.5,
      30.25,
      32.75,
      29,
      34,
      1,
    ]);
  });

  it('sets numbers that spread widely in half-open classes, each number in one only', () => {
    const facts = smallWave([19, 20, 24, 25, 60].map((age) => ({ answers: { age } })));
    const wide = buildWaveReport(facts, [SMALL_FORM], { language: 'en' });
    const table = wide.sections.flatMap((s) => s.blocks).find((b) => b.id === 'classes-small-age');
    const rows =
      table?.kind === 'table' ? table.rows.filter(({ role }) => role === 'category') : [];
    expect(rows.map(({ label, cells }) => `${label}: ${cells[0]}`).slice(0, 4)).toEqual([
      '15\u201319: 1',
      '20\u201324: 2',
      '25\u201329: 1',
      '30\u201334: 0',
    ]);
    expect(rows.reduce((sum, { cells }) => sum + Number(cells[0]), 0)).toBe(5);
  });

  it('turns a reversed statement around in mean and low ratings, and marks it', () => {
    const table = tableOf('items-small-ease');
    expect(rowsOf('items-small-ease')).toEqual([
      ['calm', 3, 2, 1, '0/0', '1/33.33', '1/33.33', '1/33.33', '0/0', 0],
      ['tense', 2, 2, 2.83, '1/50', '0/0', '0/0', '0/0', '1/50', 1],
    ]);
    expect(table.rows[1]?.label).toBe('I feel tense *');
    expect(rowsOf('low-small-ease')).toEqual([
      ['tense', 2, 1, 50, 'interval', 1, 'interval'],
      ['calm', 3, 1, 33.33, 'interval', 2, 'interval'],
    ]);
  });

  it('scores those who answered enough and says how many did not', () => {
    expect(rowsOf('scores-small-ease')[0]?.slice(0, 3)).toEqual(['all', 2, 4]);
    expect(rowsOf('scores-small-ease')[0]?.at(-1)).toBe(1);
    expect(rowsOf('bands-small-ease-0').map((row) => row.slice(0, 3))).toEqual([
      ['low', '0\u20133', 1],
      ['high', '4\u20138', 1],
      ['total', null, 2],
    ]);
    expect(rowsOf('distribution-small-ease')).toHaveLength(9);
  });

  it('leaves out a score that another version of the rule made', () => {
    const older = {
      ...FACTS,
      responses: FACTS.responses.map((response) => ({
        ...response,
        scores: response.scores.map((score) => ({ ...score, version: '0' })),
      })),
    };
    const other = buildWaveReport(older, [SMALL_FORM], { language: 'en' });
    const scores = other.sections
      .flatMap((s) => s.blocks)
      .find((b) => b.id === 'scores-small-ease');
    expect(scores).toMatchObject({ base: { cases: 3, n: 0 } });
  });

  it('keeps shares of women and shares of ticks apart', () => {
    expect(rowsOf('multi-small-wishes')).toEqual([
      ['house', 2, 100, 66.67],
      ['rest', 1, 50, 33.33],
      ['work', 0, 0, 0],
      ['total', 3, null, 100],
      ['missing-unknown', 1, 33.33, null],
    ]);
  });

  it('counts each child, and each mother once for an age', () => {
    expect(rowsOf('numbers-small-child_age').find(([id]) => id === '7')).toEqual([
      '7',
      2,
      50,
      1,
      50,
    ]);
    expect(rowsOf('sizes-small-children')).toEqual([
      ['0', 1, 33.33, 0],
      ['1', 1, 33.33, 1],
      ['2', 0, 0, 0],
      ['3', 1, 33.33, 3],
      ['total', 3, 100, 4],
    ]);
  });

  it('lists what is missing with its reason', () => {
    expect(tableOf('missing-answers').columns.map(({ id }) => id)).toEqual([
      'asked',
      'missing',
      'percent',
      'declined',
      'unknown',
      'not-applicable',
      'not-reached',
      'not-shown',
    ]);
    expect(rowsOf('missing-answers')).toEqual([
      ['small-age', 3, 1, 33.33, 1, 0, 0, 0, 0],
      ['small-rent_paid', 1, 0, 0, 0, 0, 0, 0, 2],
      ['small-works', 3, 1, 33.33, 0, 0, 0, 1, 0],
      ['small-tense', 3, 1, 33.33, 0, 0, 0, 1, 0],
      ['small-wishes', 3, 1, 33.33, 0, 1, 0, 0, 0],
    ]);
  });

  it('numbers its tables and figures in their order, every id once', () => {
    const numbersOf = (kind: 'table' | 'figure') =>
      blocks.flatMap((block) => (block.kind === kind ? [block.number] : []));
    expect(numbersOf('table')).toEqual(numbersOf('table').map((_, i) => i + 1));
    expect(numbersOf('figure')).toEqual(numbersOf('figure').map((_, i) => i + 1));
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
  });

  it('has as many cells as columns in every row, and no number without its base', () => {
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      for (const row of block.rows)
        expect([block.id, row.cells.length]).toEqual([block.id, block.columns.length]);
      expect(block.base.n).toBeLessThanOrEqual(block.base.cases);
    }
  });

  it('tells with every table where its numbers come from', () => {
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      expect([block.id, block.receipt]).toEqual([
        block.id,
        {
          definition: expect.stringMatching(/\w/),
          rule: expect.stringMatching(/\w/),
          version: expect.stringMatching(/tirek-report 2$/),
        },
      ]);
    }
  });

  it('counts the answers of each day, and knows no hour', () => {
    expect(rowsOf('arrivals')).toEqual([['2026-11-22', 3, 100, 100]]);
    expect(tableOf('arrivals').rows[0]?.label).toBe('22 November 2026');
  });

  it('lists every variable with its name in data files, its codes and why it may be missing', () => {
    const rows = tableOf('codebook-small').rows.map(({ id, label, cells }) => [
      id,
      label,
      ...cells,
    ]);
    expect(rows.map(([id]) => id)).toEqual([
      'age',
      'home',
      'rent_paid',
      'works',
      'calm',
      'tense',
      'wishes',
      'child_age',
    ]);
    expect(rows[1]).toEqual([
      'home',
      'Home (home)',
      'one answer: own = Own; rent = Rent',
      'Preferred not to say; Does not know; Not reached',
      3,
    ]);
    expect(rows[2]?.slice(2, 4)).toEqual([
      'whole number: 0\u20131000000',
      'Preferred not to say; Does not know; Not reached; Not asked',
    ]);
    expect(rowsOf('codebook-scales-small')).toEqual([
      [
        'ease',
        'calm, tense',
        'Scoring rule version 1, coding 0-1-2-3-4. The score is the sum of the answers. Possible scores: 0 to 8. A score needs every answer: 2.',
        'for tests',
      ],
    ]);
  });

  it('fills the reporting checklist from the facts, and leaves open what only its author knows', () => {
    const table = tableOf('checklist');
    const answers = new Map(table.rows.map(({ id, cells }) => [id, cells[0]]));
    expect(answers.get('invited')).toBe('10');
    expect(answers.get('incomplete')).toBe('1 of 3');
    expect(answers.get('length')).toBe('8, of which asked only of some: 1');
    expect(answers.get('aim')).toBe('for the author to write');
    expect(table.base.n).toBe(table.rows.filter(({ role }) => role !== 'missing').length);
  });

  it('says nothing about reliability, groups or correlations of three women', () => {
    expect(report.sections.map(({ id }) => id)).toEqual([
      'summary',
      'flow',
      'sample',
      'scale-small-ease',
      'choices',
      'roster-small-children',
      'missing',
      'methods',
      'reporting',
      'codebook',
    ]);
    expect(blocks.map(({ id }) => id)).not.toContain('reliability-small-ease');
  });

  it('of a wave nobody answered yet says so', () => {
    const empty = buildWaveReport(smallWave([]), [SMALL_FORM], { language: 'kk' });
    expect(empty.sections.map(({ id }) => id)).toEqual(['flow']);
    expect(empty.sections[0]?.blocks[0]).toMatchObject({ text: 'Әзірге жауап түскен жоқ.' });
  });

  it('of one woman who left everything out stands, without a single NaN', () => {
    const json = reportJson(
      buildWaveReport(smallWave([{ answers: {} }]), [SMALL_FORM], { language: 'ru' }),
    );
    expect(json).not.toMatch(/NaN|Infinity/);
    expect(Report.parse(JSON.parse(json)).responses).toBe(1);
  });
});

describe('the JSON of a report', () => {
  it('is the report, whole, and fits its published schema', () => {
    expect(JSON.parse(reportJson(report))).toEqual(report);
    expect(reportJsonSchema()).toMatchObject({
      type: 'object',
      properties: { format: { const: 'tirek-report' }, version: { const: 2 } },
    });
  });

  it('refuses a share of more than everybody', () => {
    const wrong = structuredClone(report) as { sections: { blocks: unknown[] }[] };
    const share = JSON.stringify(wrong).replace('"percent":0}', '"percent":101}');
    expect(Report.safeParse(JSON.parse(share)).success).toBe(false);
  });
});
