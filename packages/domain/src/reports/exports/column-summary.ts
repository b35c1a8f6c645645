import { describe } from '@tirek/statistics';
import {
  type DataColumn,
  type DataVariable,
  MISSING_REASONS,
  type MissingReason,
} from './data-table.ts';

/** What a codebook tells of the values of a variable. */
export type ColumnSummary = {
  /** Cells with a value. */
  readonly valid: number;
  /** Cells without one, by the reason. */
  readonly missing: ReadonlyArray<{ readonly reason: MissingReason; readonly count: number }>;
  /** How often each coded value occurs, in the order of the variable's values. */
  readonly counts: readonly number[];
  /** Null for codes without an order and for texts, and while there is no value. */
  readonly numbers: {
    readonly minimum: number;
    readonly maximum: number;
    readonly mean: number;
    /** With n - 1 below; null with fewer than two values. */
    readonly standardDeviation: number | null;
  } | null;
};

export function summariseColumn(column: DataColumn, variable: DataVariable): ColumnSummary {
  const byCode = new Uint32Array(MISSING_REASONS.length + 1);
  for (const code of column.absent) byCode[code] = (byCode[code] ?? 0) + 1;
  const missing = variable.missing.map((reason) => ({
    reason,
    count: byCode[MISSING_REASONS.indexOf(reason) + 1] ?? 0,
  }));
  const common = { valid: byCode[0] ?? 0, missing };
  if (column.kind === 'texts') return { ...common, counts: [], numbers: null };
  const { values, absent } = column;
  if (variable.kind === 'coded') {
    const counts = new Map(variable.values.map(({ value }) => [value, 0]));
    values.forEach((value, row) => {
      if (absent[row] === 0) counts.set(value, (counts.get(value) ?? 0) + 1);
    });
    return {
      ...common,
      counts: variable.values.map(({ value }) => counts.get(value) ?? 0),
      numbers: null,
    };
  }
  const { mean, standardDeviation, minimum, maximum } = describe(
    Array.from(values, (value, row) => (absent[row] === 0 ? value : null)),
  );
  return {
    ...common,
    counts: [],
    numbers:
      mean === null || minimum === null || maximum === null || variable.kind === 'month'
        ? null
        : { minimum, maximum, mean, standardDeviation },
  };
}
