import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasProgram, run, withFolder, writePieces } from '../../../../reference/other-programs.ts';
import { sameRandomBytes, syntheticWave } from '../../../../reference/synthetic-wave.ts';
import { buildWaveReport } from '../../index.ts';
import { missingLabels } from '../bundle-head.ts';
import { writeCsv } from '../csv.ts';
import { buildWaveData } from '../wave-data.ts';
import { analysisNumbers, analysisNumbersCsv } from './analysis-numbers.ts';
import { analysisRecipe } from './analysis-recipe.ts';
import { rScript } from './r-script.ts';
import { reportNumbers } from './report-numbers.ts';
import { reportNumbersCsv } from './report-numbers-csv.ts';
import { stataScript } from './stata-script.ts';

const { facts, forms } = syntheticWave();
const report = buildWaveReport(facts, forms, { language: 'kk' });
const tables = buildWaveData(facts, forms, { language: 'kk', random: sameRandomBytes(2) });
const numbers = reportNumbers(report, tables, forms);
const all = () => true;
const recipe = analysisRecipe(facts.responses, { forms, tables, language: 'kk' });

describe('the numbers of a report that files must give again', () => {
  it('are those of every question, every item and every score', () => {
    const from = new Set(numbers.map((number) => number.from));
    const wanted = report.sections
      .flatMap(({ blocks }) => blocks)
      .filter(
        ({ kind, id }) =>
          kind === 'table' &&
          /^(frequency|classes|items|order|multi|numbers|numeric|scores|sizes|languages|response-flow|arrivals|actions|missing-answers|codebook(?!-scales))/.test(
            id,
          ),
      )
      .map(({ id }) => id);
    expect([...from].sort()).toEqual(wanted.sort());
    expect(numbers.length).toBe(1373);
  });

  it('are asserted in the do-file, points and all', () => {
    const script = stataScript(tables, numbers, all);
    expect(script).toContain('use "respondents.dta", clear');
    expect(script).toContain('use "children.dta", clear');
    // Stata would take a month for a difference of two numbers.
    expect(script).not.toMatch(/count if received/);
    const widowed = numbers.find(({ variable, code }) => variable === 'marital' && code === '3');
    expect(script).toContain(`quietly count if marital == 3\nassert r(N) == ${widowed?.value}`);
    expect(script).toContain(
      "quietly recode g01 (0 = 0) (1 = 0) (2 = 1) (3 = 1), generate(`points')",
    );
  });
});

describe.skipIf(!hasProgram('R'))('the R script', () => {
  function inFolder<Result>(use: (folder: string) => Result): Result {
    return withFolder((folder) => {
      for (const table of tables) writePieces(join(folder, `${table.name}.csv`), writeCsv(table));
      writeFileSync(join(folder, 'report-numbers.csv'), reportNumbersCsv(numbers, all));
      writeFileSync(
        join(folder, 'report-analyses.csv'),
        analysisNumbersCsv(analysisNumbers(report), all),
      );
      writeFileSync(
        join(folder, 'reproduce.R'),
        rScript(tables, {
          missingLabels: missingLabels('kk'),
          recipe,
          analyses: analysisNumbers(report),
        }),
      );
      return use(folder);
    });
  }

  it('computes every number of the report again from the CSV files', { timeout: 120_000 }, () => {
    inFolder((folder) => {
      const said = run('Rscript', ['--vanilla', 'reproduce.R'], folder);
      expect(said).toContain(`${numbers.length} numbers of the report, ${numbers.length} the same`);
      expect(said).toMatch(/Жесір/);
      const [head = '', ...lines] = readFileSync(join(folder, 'report-numbers-checked.csv'), 'utf8')
        .trim()
        .split('\n');
      const columns = head.replaceAll('"', '').split(',');
      const computed = lines.map((line) => Number(line.split(',')[columns.indexOf('computed')]));
      numbers.forEach(({ value }, i) => {
        expect(Math.abs(computed[i]! - value)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(value)),
        );
      });
    });
  });

  it('fails when a single cell of the data was changed', { timeout: 120_000 }, () => {
    inFolder((folder) => {
      const file = join(folder, 'respondents.csv');
      const data = readFileSync(file, 'utf8');
      writeFileSync(file, data.replace(/^(\w{8},\d,[\d-]+,)(\d+)/m, '$199'));
      expect(() => run('Rscript', ['--vanilla', 'reproduce.R'], folder)).toThrow(
        /numbers of the report/,
      );
    });
  });
});
