import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../text/index.ts';
import { buildWaveReport, type Cell, type Report } from '../index.ts';
import { protectReport } from '../protection/protect-report.ts';
import type { TableDraft } from '../report.ts';
import { reportTexts } from '../report-texts.ts';
import { buildImputationSection } from '../sections/imputation.ts';
import inR from './analysis-in-r.json' with { type: 'json' };
import { holedFacts } from './holed-facts.ts';
import written from './imputed-values.json' with { type: 'json' };
import { imputedValues } from './imputed-values.ts';
import { syntheticFacts } from './synthetic-facts.ts';

const csv = (name: string) =>
  readFileSync(
    new URL(`../../../../server/src/demo/synthetic-2022/${name}`, import.meta.url),
    'utf8',
  );
const { facts: HOLED, forms: FORMS } = holedFacts(csv);
const WHOLE = syntheticFacts({ women: csv('women.csv'), children: csv('children.csv') }, FORMS);

const sectionOf = (report: Report) => report.sections.find(({ id }) => id === 'imputation');
const blocksIn = (language: Language, facts = HOLED) =>
  buildImputationSection(facts.responses, FORMS, { language, t: reportTexts(language) }).blocks;
const ENGLISH = blocksIn('en');

function tableOf(id: string): TableDraft {
  const block = ENGLISH.find((candidate) => candidate.id === id);
  if (block?.kind !== 'table') throw new Error(`no table ${id}`);
  return block;
}

const cellsOf = ({ columns, rows }: TableDraft, id: string): Record<string, Cell> => {
  const row = rows.find((candidate) => candidate.id === id);
  return Object.fromEntries(columns.map((column, i) => [column.id, row?.cells[i] ?? null]));
};

/** Ten digits of R's values are written down. */
const near = (actual: unknown, expected: unknown) => {
  const size = Math.max(1, Math.abs(expected as number));
  expect((actual as number) / size).toBeCloseTo((expected as number) / size, 7);
};

describe('what 104 women might have answered', () => {
  it('is filled in with the values that R was given (else: node scripts/reference-values.ts --imputed)', () => {
    expect(imputedValues(HOLED, FORMS)).toEqual(written);
    expect(new Set(written.map(({ values }) => values[0]?.length))).toEqual(new Set([20]));
  });

  it('is only ever what another woman answered', () => {
    const ages = new Set(
      HOLED.responses.map(({ answers }) => answers['needs-assessment-2022']?.age),
    );
    const filled = written.find(({ name }) => name === 'age')?.values.flat() ?? [];
    expect(filled.filter((age) => !ages.has(age))).toEqual([]);
  });

  it('gives the regression of distress that mice pools from these values', () => {
    const table = tableOf('imputed-model-distress');
    expect(table.rows).toHaveLength(inR.imputation.filled.length);
    table.rows.forEach(({ id }, place) => {
      const row = cellsOf(table, id);
      const [estimate, low, high, p, fraction] = inR.imputation.filled[place] ?? [];
      near(Math.log(row.filled as number), estimate);
      const interval = row.filledInterval as { low: number; high: number };
      near(Math.log(interval.low), low);
      near(Math.log(interval.high), high);
      near(row.filledP, p);
      near(row.fractionMissing, 100 * (fraction as number));
      const [complete, , completeP] = inR.imputation.complete[place] ?? [];
      near(Math.log(row.complete as number), complete);
      near(row.completeP, completeP);
    });
    expect(table.notes[0]).toContain(`n = ${inR.imputation.n}`);
  });

  it.each([
    ['ghq-12-ghq', inR.imputation.means.ghq],
    ['needs-assessment-2022-children', inR.imputation.means.child],
  ])('gives the mean of %s that mice pools from these values', (id, expected) => {
    const row = cellsOf(tableOf('imputed-means'), id);
    const interval = row.filledInterval as { low: number; high: number };
    near(row.complete, expected.complete);
    near(row.filled, expected.mean);
    near(interval.low, expected.low);
    near(interval.high, expected.high);
    near(row.fractionMissing, 100 * expected.fmi);
  });
});

describe('the report', () => {
  it('says what was filled in, how much of it, from what, how often and from which seed', () => {
    const table = tableOf('imputed-variables');
    expect(cellsOf(table, 'ghq-12-ghq')).toMatchObject({
      missing: 13,
      percent: 12.5,
      from: expect.stringContaining('Marital status; Education; Age; Language of the answers'),
    });
    expect(cellsOf(table, 'language')).toMatchObject({ missing: 0, from: 'nothing is missing' });
    expect(table.notes[0]).toMatch(/^20 filled data sets, each after 5 rounds.* Seed 20221122/);
  });

  it.each(['kk', 'ru', 'en'] as const)(
    'in %s binds every number of its sentences to a cell',
    (language) => {
      const sentences = blocksIn(language).flatMap((block) =>
        block.kind === 'paragraph' ? [block] : [],
      );
      expect(sentences.map(({ id }) => id)).toEqual([
        'say-imputed-model-distress',
        'say-imputed-means',
      ]);
      for (const { parts = [] } of sentences) {
        expect(parts.filter((part) => typeof part !== 'string').length).toBeGreaterThan(3);
        const words = parts.filter((part) => typeof part === 'string').join(' ');
        expect(words.replaceAll('GHQ-12, ', '').replaceAll('0-0-1-1', '')).not.toMatch(/\d/);
      }
    },
  );

  it('does not repeat a regression that lacks nothing, and says so', () => {
    const blocks = blocksIn('en', WHOLE);
    expect(blocks.map(({ id }) => id)).toEqual([
      'imputed-variables',
      'imputation-skipped-distress',
      'say-imputed-means',
      'imputed-means',
    ]);
    expect(blocks[1]).toMatchObject({
      text: expect.stringContaining('the regression lacks no value'),
    });
  });

  it('fills in nothing where nothing is missing, too few answered or too many, and says so', () => {
    const whole = WHOLE.responses.filter(({ answers }) => {
      const children = answers['needs-assessment-2022']?.children;
      return Array.isArray(children) && children.length > 0;
    });
    const scored = whole.filter(({ scores }) =>
      scores.some(({ scale, kind }) => scale === 'children' && kind === 'scored'),
    );
    const told = (responses: typeof whole) =>
      blocksIn('en', { ...WHOLE, responses }).map((block) =>
        block.kind === 'paragraph' ? block.text : block.id,
      );
    expect(told(scored)).toEqual([expect.stringContaining('since the models lack none')]);
    expect(told(whole.slice(0, 30))).toEqual([expect.stringContaining('too few complete answers')]);
    const many = Array.from({ length: 20 }, () => HOLED.responses).flat();
    expect(told(many)).toEqual([expect.stringContaining('more than 2,000 respondents')]);
  });

  it.each(['network', 'public'] as const)(
    'for the %s leaves all of it out',
    (audience) => {
      expect(sectionOf(buildWaveReport(HOLED, FORMS, { language: 'en' }))?.blocks.length).toBe(5);
      const told = protectReport(HOLED, FORMS, { language: 'en', audience });
      if (told.kind !== 'protected') throw new Error('refused');
      expect(sectionOf(told.report)).toBeUndefined();
      const ids = told.report.sections.flatMap(({ blocks }) => blocks.map(({ id }) => id));
      expect(ids.filter((id) => id.includes('imput'))).toEqual([]);
    },
    60_000,
  );
});
