import type { Finding } from '../finding.ts';
import type { ShapedRow } from '../tables/table-shape.ts';

/** A total that its parts do not make: the cell of the total, and by how much the parts pass it. */
export type SumMiss = {
  readonly row: ShapedRow;
  readonly column: number;
  readonly excess: number;
  readonly finding: Finding;
};
