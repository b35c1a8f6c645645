import type { Cell, Report, Table } from '../../report.ts';
import { tablesOf } from '../../tables-of.ts';

/** A number of a table that more than one variable or a model stands behind. */
export type AnalysisNumber = {
  readonly table: string;
  readonly row: string;
  /** Column of the table; `meanInterval.low` for a limit. */
  readonly column: string;
  readonly value: number;
};

/**
 * The tables that the R script computes again, by the beginning of their ids, and which of their columns. What is left out rests
 * on packages that R does not bring along (omega, ordinal alpha, one factor) or on limits found step by step by another rule.
 */
export const ANALYSES: Readonly<Record<string, readonly string[]>> = {
  'group-means-': ['n', 'mean', 'standardDeviation', 'meanInterval', 'median'],
  'group-tests-': [
    ...['n', 'groups', 'f', 'df2', 'p', 'pHolm'],
    ...['etaSquared', 'h', 'ranksP', 'ranksHolm', 'epsilonSquared'],
  ],
  'pair-tests-': ['n', 'difference', 'differenceInterval', 't', 'df', 'p'],
  correlations: ['n', 'rho', 'rhoP', 'rhoHolm', 'r', 'rInterval', 'rP'],
  'reliability-': [
    ...['n', 'alpha', 'alphaInterval', 'standardised', 'lambda2'],
    ...['averageCorrelation', 'measurementError'],
  ],
  'item-analysis-': ['itemRest', 'alphaIfDropped'],
  'linear-model-': ['estimate', 'interval', 'p', 'standardError', 't', 'beta'],
  'count-model-': ['ratio', 'p', 'estimate', 'standardError', 'z'],
  'logistic-model-': ['oddsRatio', 'p', 'estimate', 'standardError'],
  'model-fit-': ['n', 'parameters', 'explained', 'adjusted', 'aic', 'p'],
};

/** Every number of a report's comparisons, coefficients of scales and models that must come out of the data again. */
export function analysisNumbers(report: Report): AnalysisNumber[] {
  return tablesOf(report).flatMap((table) => {
    const found = Object.entries(ANALYSES).find(([id]) => table.id.startsWith(id));
    return found ? numbersOf(table, found[1]) : [];
  });
}

function numbersOf(table: Table, columns: readonly string[]): AnalysisNumber[] {
  return table.rows.flatMap(({ id: row, cells }) =>
    table.columns.flatMap(({ id: column }, place) =>
      columns.includes(column)
        ? valuesOf(cells[place] ?? null, column).map((number) => ({
            table: table.id,
            row,
            ...number,
          }))
        : [],
    ),
  );
}

function valuesOf(cell: Cell, column: string): { column: string; value: number }[] {
  if (typeof cell === 'number') return [{ column, value: cell }];
  if (typeof cell !== 'object' || cell === null || !('low' in cell)) return [];
  return [
    { column: `${column}.low`, value: cell.low },
    { column: `${column}.high`, value: cell.high },
  ];
}

/** The numbers as a CSV file for the script; ids need no quotes. */
export function analysisNumbersCsv(numbers: readonly AnalysisNumber[]): string {
  const lines = numbers.map(({ table, row, column, value }) =>
    [table, row, column, value].join(','),
  );
  return `${['table,row,column,value', ...lines].join('\r\n')}\r\n`;
}
