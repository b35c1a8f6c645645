import { INK } from '../drawing/ink.ts';
import { element, FONT_FAMILY, type Svg, textLine } from '../drawing/svg.ts';
import { wrapText } from '../drawing/text-width.ts';

/** Where a region lies in a schematic map of squares, as column and row; roughly as on the map of Kazakhstan. */
const SQUARES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  'KZ-59': [4, 0],
  ...{ 'KZ-27': [0, 1], 'KZ-39': [3, 1], 'KZ-11': [4, 1], 'KZ-71': [5, 1], 'KZ-55': [6, 1] },
  ...{ 'KZ-23': [0, 2], 'KZ-15': [1, 2], 'KZ-62': [3, 2], 'KZ-35': [4, 2], 'KZ-10': [6, 2] },
  ...{ 'KZ-63': [7, 2], 'KZ-47': [0, 3], 'KZ-43': [2, 3], 'KZ-61': [3, 3], 'KZ-31': [4, 3] },
  ...{ 'KZ-75': [5, 3], 'KZ-19': [6, 3], 'KZ-33': [7, 3], 'KZ-79': [3, 4] },
};
const COLUMNS = 8;

export interface Tile {
  readonly code: string;
  readonly name: string;
  /** A light colour for dark letters; the tile says in words what it means. */
  readonly colour: string;
  /** What the tile says below the name. */
  readonly words: string;
}

const WIDTH = 134;
const HEIGHT = 92;
const GAP = 6;
const NAME = 12;
const WORDS = 12;
const PADDING = 8;

/** Column and row of every tile; a region that the map does not know stands in rows below it. */
function squaresOf(codes: readonly string[]): Map<string, readonly [number, number]> {
  const known = codes.filter((code) => SQUARES[code]);
  const below =
    known.length === 0 ? 0 : 1 + Math.max(...known.map((code) => SQUARES[code]?.[1] ?? 0));
  const others = codes.filter((code) => !SQUARES[code]);
  return new Map([
    ...known.map((code) => [code, SQUARES[code] ?? [0, 0]] as const),
    ...others.map((code, at) => [code, [at % COLUMNS, below + Math.floor(at / COLUMNS)]] as const),
  ]);
}

/** A map of squares, one a region, coloured by what there is and saying it. `title` is what it is of, read out. */
export function drawTileMap(tiles: readonly Tile[], title: string): Svg {
  const places = squaresOf(tiles.map(({ code }) => code));
  const rows = 1 + Math.max(0, ...[...places.values()].map(([, row]) => row));
  const columns = 1 + Math.max(0, ...[...places.values()].map(([column]) => column));
  const width = columns * (WIDTH + GAP) - GAP;
  const height = rows * (HEIGHT + GAP) - GAP;
  return element(
    'svg',
    {
      ...{
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `-1 -1 ${width + 2} ${height + 2}`,
        width: width + 2,
      },
      ...{ role: 'img', 'aria-label': title, 'font-family': FONT_FAMILY, fill: INK },
    },
    ...tiles.map((tile) => drawTile(tile, places.get(tile.code) ?? [0, 0])),
  );
}

function drawTile({ name, colour, words }: Tile, [column, row]: readonly [number, number]): Svg {
  const [x, y] = [column * (WIDTH + GAP), row * (HEIGHT + GAP)];
  const inside = WIDTH - 2 * PADDING;
  // A long name may be broken where it has a hyphen.
  const lines = wrapText(name.replaceAll('-', '- '), { width: inside, size: NAME, weight: 'bold' });
  const told = wrapText(words, { width: inside, size: WORDS });
  const left = x + PADDING;
  return element(
    'g',
    {},
    element('rect', {
      ...{ x, y, width: WIDTH, height: HEIGHT, rx: 6, fill: colour },
      ...{ stroke: INK, 'stroke-opacity': 0.25 },
    }),
    ...lines.map((line, at) =>
      textLine(line, { x: left, y: y + 16 + at * 16, size: NAME, 'font-weight': 700 }),
    ),
    ...told.map((line, at) =>
      textLine(line, {
        ...{ x: left, y: y + HEIGHT - 14 - (told.length - 1 - at) * 15, size: WORDS },
      }),
    ),
  );
}
