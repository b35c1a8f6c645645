import type { Finding } from '../finding.ts';
import {
  halfUnit,
  isRoundedFrom,
  type PrintedNumber,
  writeNumber,
} from '../numbers/printed-number.ts';
import type { Scene } from '../scene.ts';
import { isCount } from '../tables/cell.ts';
import { passageOf } from '../tables/passage.ts';
import type { RowGroup, ShapedRow, ShapedTable } from '../tables/table-shape.ts';
import { MEAN_HEAD } from '../words/vocabulary.ts';

type Share = { readonly value: number; readonly share: number; readonly slack: number };
/** How often each answer was given to one item. */
type Distribution = {
  readonly line: number;
  readonly label: string;
  readonly shares: readonly Share[];
};
type ItemMean = {
  readonly table: ShapedTable;
  readonly group: RowGroup;
  readonly row: ShapedRow;
  readonly mean: PrintedNumber;
};
type Judged = ItemMean & { readonly of: Distribution; readonly fits: readonly Coding[] };

/** `printed`: as the heads number the answers. `closed`: 1, 2, 3 … over the answers anybody gave. `zero`: the same from 0. */
const CODINGS = ['printed', 'closed', 'zero', 'from-zero', 'reversed'] as const;
type Coding = (typeof CODINGS)[number];

/**
 * Item means held against the distribution of the same item's answers elsewhere in the report: means that follow from
 * another numbering of the answers than the printed one, and means that follow from none.
 */
export function checkScaleCoding(scene: Scene): Finding[] {
  const distributions = scene.tables.flatMap((table) =>
    table.groups.flatMap((group) => distributionsOf(table, group)),
  );
  if (distributions.length === 0) return [];
  return scene.tables
    .flatMap((table) => table.groups.map((group) => meansOf(table, group)))
    .flatMap((means) => {
      const judged = means.flatMap((mean): Judged[] => {
        const of = findItem(distributions, mean.row);
        return of
          ? [{ ...mean, of, fits: CODINGS.filter((coding) => fitsCoding(mean.mean, of, coding)) }]
          : [];
      });
      return judgeGroup(judged, scene);
    });
}

const ENOUGH_ITEMS = 2;

function judgeGroup(judged: readonly Judged[], { style }: Scene): Finding[] {
  const [first] = judged;
  if (!first || judged.length < ENOUGH_ITEMS) return [];
  const counts = CODINGS.map((coding) => ({
    coding,
    count: judged.filter(({ fits }) => fits.includes(coding)).length,
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  if (best.count < ENOUGH_ITEMS || best.count < 0.6 * judged.length) return [];
  const off = judged.filter(({ fits }) => !fits.includes(best.coding));
  const alone = judged.length >= 3 ? off.map((item) => offFinding(item, best.coding, style)) : [];
  if (best.coding === 'printed') return alone;
  const model = judged.find(({ fits }) => fits.includes(best.coding)) ?? first;
  const decimals = model.mean.decimals;
  const scored = (coding: Coding) => writeNumber(meanUnder(model.of, coding) ?? 0, decimals, style);
  return [
    {
      line: first.group.title === null ? first.row.line : first.group.line,
      sheet: first.table.sheet,
      passage: [first.group.title ?? first.table.title, passageOf(model.row)]
        .filter(Boolean)
        .join(': '),
      printed: writeNumber(model.mean.value, decimals, style),
      recomputed: scored('printed'),
      reading: 'coding-differs',
      params: {
        fitting: String(best.count),
        items: String(judged.length),
        printed: codesOf(model.of, 'printed'),
        coding: codesOf(model.of, best.coding),
        item: model.row.label,
        mean: writeNumber(model.mean.value, decimals, style),
        wouldBe: scored('printed'),
      },
      certainty: 'likely',
      see: [...new Set(judged.map(({ of }) => of.line))],
    },
    ...alone,
  ];
}

function offFinding(
  { row, table, mean, of }: Judged,
  coding: Coding,
  style: Scene['style'],
): Finding {
  const right = writeNumber(meanUnder(of, coding) ?? 0, mean.decimals, style);
  return {
    line: row.line,
    sheet: table.sheet,
    passage: passageOf(row),
    printed: writeNumber(mean.value, mean.decimals, style),
    recomputed: right,
    reading: 'mean-not-of-shares',
    params: { right, coding: codesOf(of, coding), line: String(of.line) },
    certainty: 'likely',
    see: of.line === row.line ? [] : [of.line],
  };
}

/** Rows whose columns are headed by numbers and hold the shares (or counts) of the answers so numbered. */
function distributionsOf({ columns }: ShapedTable, { heads, rows }: RowGroup): Distribution[] {
  const answers = Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
    const code = /^(\d{1,2})(?!\d)(?:\s*[-–—=.(:]?\s*\p{L}.*)?$/u.exec(
      heads[column]?.trim() ?? '',
    )?.[1];
    return code === undefined ? [] : [{ column, value: Number(code) }];
  });
  const isScale = answers.every(
    ({ value }, at) => at === 0 || value === (answers[at - 1]?.value ?? 0) + 1,
  );
  if (answers.length < 3 || !isScale || (answers[0]?.value ?? 9) > 1) return [];
  const used = answers.filter(({ column }) => rows.some((row) => shareIn(row, column)?.share));
  return rows.flatMap((row) => {
    if (row.role !== 'data') return [];
    const shares = used.map(({ column, value }) => ({ value, share: shareIn(row, column) }));
    if (!shares.every(({ share }) => share !== null)) return [];
    const told = shares.map(({ value, share }) => ({
      value,
      share: share?.share ?? 0,
      slack: share?.slack ?? 0,
    }));
    return told.some(({ share }) => share > 0)
      ? [{ line: row.line, label: row.label, shares: told }]
      : [];
  });
}

function shareIn(row: ShapedRow, column: number): { share: number; slack: number } | null {
  const cell = row.cells[column];
  if (cell?.kind === 'none' || cell?.kind === 'empty') return { share: 0, slack: 0 };
  if (cell?.kind === 'pair' && isCount(cell.first)) return { share: cell.first.value, slack: 0 };
  if (cell?.kind !== 'number') return null;
  return {
    share: cell.value,
    slack: isCount(cell) || cell.value === 0 ? 0 : halfUnit(cell.decimals),
  };
}

function meansOf(table: ShapedTable, group: RowGroup): ItemMean[] {
  const headed = group.heads.findIndex((head) => MEAN_HEAD.test(head));
  return group.rows.flatMap((row) => {
    if (row.role !== 'data') return [];
    const numbers = row.cells.flatMap((cell, column) =>
      cell.kind === 'number' || cell.kind === 'pair' ? [column] : [],
    );
    const column = headed >= 0 ? headed : numbers.length === 1 ? numbers[0] : undefined;
    const cell = column === undefined ? undefined : row.cells[column];
    const mean = cell?.kind === 'pair' ? cell.first : cell;
    if (!mean || !('value' in mean) || mean.isPercent || mean.decimals === 0) return [];
    return [{ table, group, row, mean }];
  });
}

const plain = (label: string) => label.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/** The item of the same words; the longest beginning in common decides between the nearly same. */
function findItem(distributions: readonly Distribution[], row: ShapedRow): Distribution | null {
  const wanted = plain(row.label);
  return (
    distributions.find(({ line, label }) => line === row.line || plain(label) === wanted) ?? null
  );
}

function valuesUnder({ shares }: Distribution, coding: Coding): readonly number[] {
  const printed = shares.map(({ value }) => value);
  switch (coding) {
    case 'printed':
      return printed;
    case 'closed':
      return printed.map((_, at) => at + 1);
    case 'zero':
      return printed.map((_, at) => at);
    case 'from-zero':
      return printed.map((value) => value - 1);
    case 'reversed':
      return printed.toReversed();
  }
}

const codesOf = (of: Distribution, coding: Coding) => valuesUnder(of, coding).join('-');

function meanUnder(of: Distribution, coding: Coding): number | null {
  const values = valuesUnder(of, coding);
  const whole = of.shares.reduce((sum, { share }) => sum + share, 0);
  return whole > 0
    ? of.shares.reduce((sum, { share }, at) => sum + share * (values[at] ?? 0), 0) / whole
    : null;
}

/** Whether the printed mean follows from the shares, with the rounding of both allowed for. */
function fitsCoding(printed: PrintedNumber, of: Distribution, coding: Coding): boolean {
  const mean = meanUnder(of, coding);
  if (mean === null) return false;
  const values = valuesUnder(of, coding);
  const whole = of.shares.reduce((sum, { share }) => sum + share, 0);
  const slack =
    of.shares.reduce(
      (sum, { slack: own }, at) => sum + own * Math.abs((values[at] ?? 0) - mean),
      0,
    ) / whole;
  return isRoundedFrom(printed, Math.min(Math.max(printed.value, mean - slack), mean + slack));
}
