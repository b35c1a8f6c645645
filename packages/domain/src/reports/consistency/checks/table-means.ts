import { grimMean } from '@tirek/statistics';
import type { Finding } from '../finding.ts';
import { type PrintedNumber, writeNumber } from '../numbers/printed-number.ts';
import { type Scene, sizeIn } from '../scene.ts';
import type { Cell } from '../tables/cell.ts';
import { isCount } from '../tables/cell.ts';
import { passageOf } from '../tables/passage.ts';
import type { RowGroup, ShapedRow, ShapedTable } from '../tables/table-shape.ts';
import { MEAN_HEAD, SD_HEAD } from '../words/vocabulary.ts';
import { spreadFinding } from './spread-finding.ts';

/** Each mean has at most this chance of being possible by luck, or the test tells nothing. */
const MOST_CHANCE = 0.6;
/** All means but one being possible by luck must be rarer than this before that one is called impossible. */
const RARE = 0.01;

type CountedMean = {
  readonly row: ShapedRow;
  readonly mean: PrintedNumber;
  readonly n: number;
  /** The standard deviation beside it; null where the table has none. */
  readonly spread: PrintedNumber | null;
};

/**
 * Means that no sum of whole numbers gives (GRIM: Brown and Heathers 2017, Social Psychological and Personality Science 8).
 * Whether a column is of whole numbers the report does not say; it is taken to be when so many of its means are possible
 * that chance cannot be the reason. Their standard deviations are then held to the same (GRIMMER).
 */
export function checkTableMeans({ tables, style }: Scene): Finding[] {
  return tables.flatMap((table) =>
    table.groups.flatMap((group) => {
      const means = meansOf(table, group, style);
      const possible = means.filter(({ mean, n }) => grimMean(mean, { n }).isPossible);
      const wrong = means.filter((each) => !possible.includes(each));
      const luck = possible.reduce((chance, each) => chance * chanceOf(each), 1);
      if (wrong.length * 4 > possible.length || luck > RARE) return [];
      const impossible = wrong.map(({ row, mean, n }): Finding => {
        const { below, above } = grimMean(mean, { n });
        const write = (value: number) => writeNumber(value, mean.decimals, style);
        const [low, high] = [write(below ?? 0), write(above ?? 0)];
        return {
          line: row.line,
          sheet: table.sheet,
          passage: passageOf(row),
          printed: write(mean.value),
          recomputed: `${low} / ${high}`,
          reading: 'mean-impossible',
          params: { mean: write(mean.value), n: String(n), low, high },
          certainty: 'likely',
          see: [],
        };
      });
      return [...impossible, ...spreadsIn(possible, { table, style })];
    }),
  );
}

/** Standard deviations that no whole numbers with that mean have, unless so many fail that they are of something else. */
function spreadsIn(
  means: readonly CountedMean[],
  { table, style }: { table: ShapedTable; style: Scene['style'] },
): Finding[] {
  const wrong = means.flatMap(({ row, mean, n, spread }) => {
    const found = spread ? spreadFinding({ mean, spread, n }, style) : null;
    return found
      ? [{ ...found, line: row.line, sheet: table.sheet, passage: passageOf(row), see: [] }]
      : [];
  });
  return wrong.length * 4 > means.length ? [] : wrong;
}

/** How likely a mean of so many decimals is possible by luck. */
const chanceOf = ({ mean, n }: CountedMean) => 1 - grimMean(mean, { n }).power;

function meansOf(table: ShapedTable, group: RowGroup, style: Scene['style']): CountedMean[] {
  const { heads, rows } = group;
  const column = heads.findIndex((head) => MEAN_HEAD.test(head));
  const sizes = heads.findIndex((head) => /^n$/iu.test(head.trim()));
  const all = [heads[column], group.title, table.title]
    .map((text) => sizeIn(text, style))
    .find((size) => size !== null);
  const spreads = heads.findIndex((head) => SD_HEAD.test(head) && !MEAN_HEAD.test(head));
  if (column < 0) return [];
  return rows.flatMap((row) => {
    const cell = row.cells[column];
    const mean = cell?.kind === 'pair' ? cell.first : cell;
    const size = row.cells[sizes];
    const n = size?.kind === 'number' && isCount(size) ? size.value : all;
    if (!mean || !('value' in mean) || mean.isPercent || mean.decimals === 0 || !n) return [];
    const beside = cell?.kind === 'pair' ? besideMean(cell, heads[column]) : row.cells[spreads];
    const spread = beside && 'value' in beside && !beside.isPercent ? beside : null;
    const counted = { row, mean, n, spread };
    return chanceOf(counted) <= MOST_CHANCE ? [counted] : [];
  });
}

/** The second number of `3.4 (1.2)`, where the head or the sign says that it is a standard deviation. */
const besideMean = (cell: Cell & { kind: 'pair' }, head = '') =>
  cell.isSpread || SD_HEAD.test(head) ? cell.second : null;
