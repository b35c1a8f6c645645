import type { Cell, Report } from '../report.ts';

/** One number as the 2022 report prints it, and where our report has the same thing. */
export type PublishedFigure = {
  readonly id: string;
  readonly what: string;
  /** Exactly as printed, misprints included. */
  readonly printed: string;
  readonly line: number;
  readonly at: {
    readonly table: string;
    /** Several rows are added up. */
    readonly rows: readonly string[];
    readonly column: string;
  };
};

export type Comparison = PublishedFigure & {
  /** Unrounded; null when the report has no such number. */
  readonly computed: number | null;
  readonly agrees: boolean;
};

/** Compares a report with published figures, one by one, to the digits that were printed. */
export function compareWithPublished(
  report: Report,
  figures: readonly PublishedFigure[],
): Comparison[] {
  return figures.map((figure) => {
    const computed = findNumber(report, figure.at);
    return {
      ...figure,
      computed,
      agrees: computed !== null && isRounded(computed, figure.printed),
    };
  });
}

/** Whether a printed number is the computed one rounded to the printed digits, whichever way halves go. */
function isRounded(computed: number, printed: string): boolean {
  if (!/^\d+(\.\d+)?$/.test(printed)) return false;
  const decimals = printed.split('.')[1]?.length ?? 0;
  return Math.abs(computed - Number(printed)) <= 0.5 * 10 ** -decimals + 1e-9;
}

function findNumber(report: Report, { table: id, rows, column }: PublishedFigure['at']) {
  const table = report.sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'table' && block.id === id);
  if (table?.kind !== 'table') return null;
  const place = table.columns.findIndex((c) => c.id === column);
  const found = rows.map((rowId) => table.rows.find((row) => row.id === rowId));
  if (place < 0 || found.some((row) => row === undefined)) return null;
  const numbers = found.map((row) => numberIn(row?.cells[place] ?? null));
  return numbers.includes(null) ? null : numbers.reduce<number>((sum, n) => sum + (n ?? 0), 0);
}

/** A share stands for its percentage. */
function numberIn(cell: Cell): number | null {
  if (typeof cell === 'number') return cell;
  return cell !== null && typeof cell === 'object' && 'percent' in cell ? cell.percent : null;
}
