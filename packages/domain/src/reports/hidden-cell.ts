import type { Cell, Hidden } from './report.ts';

// Apart from the schemas, which a process that only writes files need not load.

export const HIDDEN: Hidden = { hidden: true };

export function isHidden(cell: Cell): cell is Hidden {
  return typeof cell === 'object' && cell !== null && 'hidden' in cell;
}
