import { MOST_CASES } from '../../language-equivalence.ts';
import type { Cell, Report, Row, Table } from '../../report.ts';
import { tablesOf } from '../../tables-of.ts';
import { toldAgain } from './told-again.ts';

/** A number of a table that more than one variable or a model stands behind. */
export type AnalysisNumber = {
  readonly table: string;
  readonly row: string;
  /** Column of the table; `meanInterval.low` for a limit. */
  readonly column: string;
  readonly value: number;
  /** Where it stands first, of a number that is told again. */
  readonly source?: AnalysisNumber;
  /** Drawn by chance: taken as it is printed, for what rests on it. */
  readonly isDrawn?: boolean;
};

/**
 * The tables that the R script computes again, by the beginning of their ids, and which of their columns; a column that ends
 * with a hyphen stands for all that begin so.
 */
export const ANALYSES: Readonly<Record<string, readonly string[]>> = {
  'group-means-': ['n', 'mean', 'standardDeviation', 'meanInterval', 'median'],
  'group-tests-': [
    ...['n', 'groups', 'f', 'df2', 'p', 'pHolm'],
    ...['etaSquared', 'etaInterval', 'h', 'ranksP', 'ranksHolm', 'epsilonSquared'],
  ],
  'pair-tests-': ['n', 'difference', 'differenceInterval', 't', 'df', 'p', 'g', 'gInterval'],
  'band-groups-': ['n', 'band-'],
  'band-tests-': [
    ...['n', 'groups', 'chiSquare', 'df', 'p', 'yatesP', 'expected', 'exactP', 'pHolm'],
    ...['cramersV', 'cramersVCorrected', 'drawn'],
  ],
  'bands-': ['count', 'percent', 'interval'],
  'distribution-': ['count', 'percent', 'cumulative'],
  correlations: ['n', 'rho', 'rhoInterval', 'rhoP', 'rhoHolm', 'r', 'rInterval', 'rP'],
  'reliability-': [
    ...['n', 'alpha', 'alphaInterval', 'standardised', 'omega', 'lambda2', 'ordinalAlpha'],
    ...['averageCorrelation', 'measurementError'],
  ],
  'item-analysis-': [
    ...['n', 'itemRest', 'alphaIfDropped', 'floor', 'ceiling', 'skewness', 'loading'],
  ],
  'one-factor-': [...['n', 'chiSquare', 'df', 'p', 'cfi', 'tli', 'rmsea', 'rmseaInterval', 'srmr']],
  'equivalence-': [
    ...['n', 'oddsRatio', 'interval', 'uniform', 'uniformGain', 'nonUniform', 'nonUniformGain'],
  ],
  'scores-': ['alpha', 'alphaCases'],
  'missing-patterns-': ['items', 'count', 'percent'],
  'imputed-variables': ['missing', 'percent'],
  // What chance filled in comes out of no other program's chance.
  'imputed-means': ['completeCases', 'complete', 'completeInterval'],
  'missing-by-chance': ['n', 'patterns', 'chiSquare', 'df', 'p'],
  'low-': ['n', 'count', 'percent', 'interval', 'rank', 'ranks'],
  'clustering-': [
    ...['n', 'respondents', 'icc', 'iccInterval', 'designEffect', 'effectiveN'],
    ...['mean', 'standardError', 'meanInterval'],
  ],
  'linear-model-': ['estimate', 'interval', 'p', 'standardError', 't', 'beta', 'vif'],
  'count-model-': ['ratio', 'ratioInterval', 'p', 'estimate', 'standardError', 'z', 'vif'],
  'logistic-model-': ['oddsRatio', 'interval', 'p', 'estimate', 'standardError'],
  'pairs-': ['count', 'percent', 'expected', 'lift', 'phi', 'p', 'pHolm'],
  'residuals-': ['observed', 'implied', 'residual'],
  'linear-blocks-': ['n', 'explained', 'change', 'f', 'df1', 'df2', 'p'],
  'count-blocks-': ['n', 'explained', 'deviance', 'df', 'p'],
  'model-checks-': ['n', 'cook', 'look', 'beyond', 'durbinWatson', 'p'],
  'model-fit-': [
    ...['n', 'parameters', 'explained', 'adjusted', 'aic', 'p', 'dispersion', 'unequal'],
  ],
};

/** Every number of a report's comparisons, coefficients of scales and models that must come out of the data again. */
export function analysisNumbers(report: Report): AnalysisNumber[] {
  const numbers = tablesOf(report).flatMap((table) => {
    const found = Object.entries(ANALYSES).find(([id]) => table.id.startsWith(id));
    return found && !isSampled(table) ? numbersOf(table, found[1]) : [];
  });
  const again = toldAgain(report).flatMap(({ source, ...place }) => {
    const first = numbers.find(
      ({ table, row, column }) =>
        table === source.table && row === source.row && column === source.column,
    );
    return first ? [{ ...first, ...place, source: first }] : [];
  });
  return [...numbers, ...again];
}

/** Its exact probability was drawn, which no other program's chance repeats. */
const isDrawn = ({ id, columns }: Table, { cells }: Row) =>
  id.startsWith('band-tests-') &&
  cells[columns.findIndex((column) => column.id === 'drawn')] !== null;

/** Taken from every second respondent or fewer, by an order that the files do not keep. */
const isSampled = ({ id, base }: Table) => id.startsWith('equivalence-') && base.cases > MOST_CASES;

function numbersOf(table: Table, columns: readonly string[]): AnalysisNumber[] {
  const isNamed = (id: string) =>
    columns.some((column) => column === id || (column.endsWith('-') && id.startsWith(column)));
  return table.rows.flatMap((row) =>
    table.columns.flatMap(({ id: column }, place) =>
      isNamed(column)
        ? valuesOf(row.cells[place] ?? null, column).map((number) => ({
            table: table.id,
            row: row.id,
            ...number,
            ...(column === 'exactP' && isDrawn(table, row) && { isDrawn: true }),
          }))
        : [],
    ),
  );
}

function valuesOf(cell: Cell, column: string): { column: string; value: number }[] {
  if (typeof cell === 'number') return [{ column, value: cell }];
  if (typeof cell !== 'object' || cell === null) return [];
  if ('count' in cell) {
    const share = { column: `${column}.percent`, value: cell.percent ?? Number.NaN };
    return [{ column: `${column}.count`, value: cell.count }, share].filter(
      ({ value }) => !Number.isNaN(value),
    );
  }
  if (!('low' in cell)) return [];
  return [
    { column: `${column}.low`, value: cell.low },
    { column: `${column}.high`, value: cell.high },
  ];
}

/**
 * The numbers as a CSV file for the script, those that the files no longer give without their value: it would tell what was
 * withheld. Drawn ones are there for what rests on them. Ids need no quotes.
 */
export function analysisNumbersCsv(
  numbers: readonly AnalysisNumber[],
  isExact: (number: AnalysisNumber) => boolean,
): string {
  const lines = numbers.map((number) => {
    const { table, row, column, value } = number;
    const basis = number.isDrawn ? 'drawn' : 'exact';
    return [table, row, column, ...(isExact(number) ? [value, basis] : ['', 'changed'])].join();
  });
  return `${['table,row,column,value,basis', ...lines].join('\r\n')}\r\n`;
}
