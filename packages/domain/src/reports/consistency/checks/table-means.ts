import { grimMean } from '@tirek/statistics';
import type { Finding } from '../finding.ts';
import { type PrintedNumber, writeNumber } from '../numbers/printed-number.ts';
import { type Scene, sizeIn } from '../scene.ts';
import { isCount } from '../tables/cell.ts';
import { passageOf } from '../tables/passage.ts';
import type { RowGroup, ShapedRow, ShapedTable } from '../tables/table-shape.ts';
import { MEAN_HEAD } from '../words/vocabulary.ts';

/** Each mean has at most this chance of being possible by luck, or the test tells nothing. */
const MOST_CHANCE = 0.6;
/** All means but one being possible by luck must be rarer than this before that one is called impossible. */
const RARE = 0.01;

type CountedMean = { readonly row: ShapedRow; readonly mean: PrintedNumber; readonly n: number };

/**
 * Means that no sum of whole numbers gives (GRIM: Brown and Heathers 2017, Social Psychological and Personality Science 8).
 * Whether a column is of whole numbers the report does not say; it is taken to be when so many of its means are possible
 * that chance cannot be the reason.
 */
export function checkTableMeans({ tables, style }: Scene): Finding[] {
  return tables.flatMap((table) =>
    table.groups.flatMap((group) => {
      const means = meansOf(table, group, style);
      const possible = means.filter(({ mean, n }) => grimMean(mean, { n }).isPossible);
      const wrong = means.filter((each) => !possible.includes(each));
      const luck = possible.reduce((chance, each) => chance * chanceOf(each), 1);
      if (wrong.length === 0 || wrong.length * 4 > possible.length || luck > RARE) return [];
      return wrong.map(({ row, mean, n }): Finding => {
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
    }),
  );
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
  if (column < 0) return [];
  return rows.flatMap((row) => {
    const cell = row.cells[column];
    const mean = cell?.kind === 'pair' ? cell.first : cell;
    const size = row.cells[sizes];
    const n = size?.kind === 'number' && isCount(size) ? size.value : all;
    if (!mean || !('value' in mean) || mean.isPercent || mean.decimals === 0 || !n) return [];
    const counted = { row, mean, n };
    return chanceOf(counted) <= MOST_CHANCE ? [counted] : [];
  });
}
