import type { DataTable } from '../data-table.ts';
import type { ReportNumber } from './report-number.ts';

/** What `summarize` leaves behind. */
const RESULTS: Readonly<Record<string, string>> = {
  n: 'r(N)',
  mean: 'r(mean)',
  sd: 'r(sd)',
  minimum: 'r(min)',
  maximum: 'r(max)',
};

/** A code or the sign of a missing one; a class has two ends, and a month would be a difference. */
const ONE_CODE = /^(\.[a-z]|-?[\d.]+)$/;

/**
 * A do-file that opens the Stata files, shows every variable and asserts each count, mean, SD, minimum
 * and maximum of the report; it stops where one differs. Quartiles and medians are left to R: Stata
 * computes them by another rule than type 7.
 */
export function stataScript(
  tables: readonly DataTable[],
  numbers: readonly ReportNumber[],
  isExact: (number: ReportNumber) => boolean,
): string {
  const exact = numbers.filter(isExact);
  const changed = numbers.length - exact.length;
  return [
    '* Opens the data files beside this do-file and computes the numbers of the report again.',
    '* Needs Stata 14 or later. Run it in their folder: do reproduce.do',
    'version 14',
    'set more off',
    ...tables.flatMap((table) => [
      '',
      `use "${table.name}.dta", clear`,
      'describe',
      'codebook, compact',
      ...checks(exact.filter(({ data }) => data === table.name)),
    ]),
    '',
    changed === 0
      ? 'display "All numbers of the report are the same."'
      : `display "${exact.length} numbers of the report are the same; ${changed} rest on columns that were made coarser or withheld."`,
    '',
  ].join('\n');
}

function checks(numbers: readonly ReportNumber[]): string[] {
  let measured = '';
  return numbers.flatMap((number) => {
    const { variable, statistic, code, row, points, value } = number;
    if (code !== null) {
      if (statistic !== 'count' || !ONE_CODE.test(code)) return [];
      // Counting forgets what was measured.
      measured = '';
      return [`quietly count if ${variable} == ${code}`, `assert r(N) == ${value}`];
    }
    const result = RESULTS[statistic];
    if (result === undefined) return [];
    const condition = row === null ? '' : ` if row == ${row}`;
    const key = `${variable}${condition}${points ? [...points].join() : ''}`;
    const measure = key === measured ? [] : summarise(variable, { condition, points });
    measured = key;
    return [...measure, `assert reldif(${result}, ${value}) < 1e-9`];
  });
}

function summarise(
  variable: string,
  { condition, points }: { condition: string; points: ReportNumber['points'] },
): string[] {
  if (points === null) return [`quietly summarize ${variable}${condition}`];
  const rules = [...points].map(([code, value]) => `(${code} = ${value})`).join(' ');
  return [
    'tempvar points',
    `quietly recode ${variable} ${rules}, generate(\`points')`,
    `quietly summarize \`points'${condition}`,
  ];
}
