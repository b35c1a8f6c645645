import { type FontWeight, textWidth } from '../../drawing/text-width.ts';
import type { Fit, PrintedColumn, PrintedRow } from './printed-table.ts';

/** Space left and right in a cell, together. */
const CELL_PADDING = 8;
/** A bar beside a number, with the gap before it. */
const BAR_WIDTH = 44;
/** Labels are sentences: narrower than so many times the type size they become a tower; with a full question, sooner. */
const NARROWEST_LABELS = 12;
const NARROWEST_DETAILS = 16;
/** Labels wider than this share of the page leave the eye no way to the numbers. */
const WIDEST_LABELS = 0.56;
/** Tables that need less are set to this share of the page, so that not every one has a width of its own. */
const SMALL_TABLE = 0.62;

/** A fit, and whether its sentences stand in columns so narrow that they become towers. */
export type Tried = Fit & { readonly isTower: boolean };

/** What a table has to fit: how wide its texts are is measured once, whatever the sizes that are tried. */
type Setting = {
  readonly rowHead: string;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly PrintedRow[];
  /** Points between the margins; a small table takes less. */
  readonly width: number;
};
type Measured = Setting & { readonly ruler: Ruler };

/** Fits the columns of one table, in letters of any size. */
export function columnFitter(setting: Setting): (size: number) => Tried {
  const ruler = newRuler();
  return (size) => fitColumns({ ...setting, ruler }, size);
}

/**
 * Gives each column what its longest number and the longest word of its head need; then the labels and other columns of text
 * so much that they break into as few lines, and alike; then the heads what they want.
 */
function fitColumns({ rowHead, columns, rows, width, ruler }: Measured, size: number): Tried {
  const { widest, widestWord } = ruler;
  const labels = rows.flatMap(({ label, detail }) => [label, detail]);
  const narrowest = rows.some(({ detail }) => detail) ? NARROWEST_DETAILS : NARROWEST_LABELS;
  const leastLabels =
    Math.max(
      Math.min(narrowest * size, widest([...labels, rowHead], size)),
      widestWord([...labels, rowHead], size),
    ) + CELL_PADDING;
  const wantedLabels = Math.min(
    Math.max(leastLabels, widest([...labels, rowHead], size) + CELL_PADDING),
    width * WIDEST_LABELS,
  );
  const typicalLabel =
    mean(rows.map(({ label, detail }) => widest([label, detail], size))) + CELL_PADDING;
  const needs = columns.map((column, i) => needOf(column, i, { rows, size, ruler }));
  const least = needs.map((need) => need.least);
  const spare = width - sum(least) - leastLabels;
  if (spare < 0) return squeezed({ needs, leastLabels, size, width });
  const texts = needs.flatMap((need, i) => (columns[i]?.isText ? [need] : []));
  const room = spare + leastLabels + sum(texts.map((need) => need.least));
  const [forLabels = leastLabels, ...forTexts] = evenLines(
    [{ least: leastLabels, wanted: wantedLabels, typical: typicalLabel }, ...texts],
    room,
  );
  const given = needs.map((need, i) =>
    columns[i]?.isText ? (forTexts.shift() ?? need.least) : need.least,
  );
  const wishes = needs.map((need, i) => Math.max(0, need.wanted - (given[i] ?? 0)));
  const forColumns = Math.min(Math.max(0, width - forLabels - sum(given)), sum(wishes));
  const grown = given.map(
    (at, i) => at + (sum(wishes) > 0 ? ((wishes[i] ?? 0) / sum(wishes)) * forColumns : 0),
  );
  const natural = forLabels + sum(grown);
  const whole = natural > width * SMALL_TABLE ? width : width * SMALL_TABLE;
  const isTower = needs.some(
    ({ typical }, i) => columns[i]?.isText && typical * RAGGED > TOWER * (grown[i] ?? 0),
  );
  return { size, widths: [whole - sum(grown), ...grown], fits: true, isTower };
}

interface Need {
  /** Its longest number, or the longest word of its text or of its head. */
  readonly least: number;
  /** Everything in one line. */
  readonly wanted: number;
  /** A usual cell in one line. */
  readonly typical: number;
  /** Its cells alone: what must not break even where words do. */
  readonly cells: number;
}

/** A usual cell of more lines than this is a tower, which smaller letters may spare. */
const TOWER = 5;

/** A sentence breaks where its words end, not where its column does: this much is left free in its lines. */
const RAGGED = 1.2;

/**
 * Shares the room among columns of text so that the cells of a usual row are alike in height: the fewest lines with which
 * all have room. What is left goes where it spares a line soonest.
 */
function evenLines(
  texts: ReadonlyArray<Pick<Need, 'least' | 'wanted' | 'typical'>>,
  room: number,
): number[] {
  const at = (lines: number) =>
    texts.map(({ least, wanted, typical }) =>
      Math.max(least, Math.min(wanted, (typical / lines) * (lines > 1 ? RAGGED : 1))),
    );
  let lines = 1;
  while (sum(at(lines)) > room && lines < MOST_LINES) lines += 1;
  // Of a tower every point of width counts, and all of them have to go where it is tallest.
  if (lines > FEW_LINES && lines < MOST_LINES)
    lines = fewestLines((few) => sum(at(few)) <= room, lines);
  const widths = lines < MOST_LINES ? at(lines) : texts.map(({ least }) => least);
  const lacks = texts.map(({ wanted }, i) => ({ i, lack: wanted - (widths[i] ?? 0) }));
  let spare = room - sum(widths);
  for (const { i, lack } of lacks.sort((a, b) => a.lack - b.lack)) {
    const more = Math.max(0, Math.min(lack, spare));
    widths[i] = (widths[i] ?? 0) + more;
    spare -= more;
  }
  return widths;
}

/** Up to so many lines a cell is read at a glance. */
const FEW_LINES = 3;
/** Beyond it every column of text has its longest word and no more. */
const MOST_LINES = 60;

/** Where between two whole numbers of lines there is just room, to a hundredth of a line. */
function fewestLines(hasRoom: (lines: number) => boolean, enough: number): number {
  let [low, high] = [enough - 1, enough];
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (hasRoom(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Where the page is too narrow, words of the heads break first, and numbers only when nothing else is left. */
function squeezed(given: {
  needs: readonly Need[];
  leastLabels: number;
  size: number;
  width: number;
}): Tried {
  const { needs, size, width } = given;
  const labels = Math.min(given.leastLabels, width / 3);
  const room = width - labels;
  const cells = sum(needs.map((need) => need.cells));
  const heads = sum(needs.map((need) => need.least - need.cells));
  const share = heads > 0 ? Math.min(1, Math.max(0, (room - cells) / heads)) : 0;
  const scale = Math.min(1, room / cells);
  const widths = needs.map((need) => need.cells * scale + (need.least - need.cells) * share);
  return { size, widths: [width - sum(widths), ...widths], fits: false, isTower: false };
}

function needOf(
  { label, mark, isText }: PrintedColumn,
  place: number,
  { rows, size, ruler }: Pick<Measured, 'rows' | 'ruler'> & { size: number },
): Need {
  const { widest, widestWord } = ruler;
  const cells = rows.flatMap((row) => row.cells[place] ?? []);
  const lines = cells.flatMap((cell) => cell.lines);
  const bar = cells.some((cell) => cell.bar !== null) ? BAR_WIDTH : 0;
  const head = label + mark;
  const ofCells = (isText ? widestWord(lines, size) : widest(lines, size)) + bar;
  const least = Math.max(ofCells, widestWord([head], size, 'bold')) + CELL_PADDING;
  const wanted = Math.max(widest(lines, size) + bar, widest([head], size, 'bold')) + CELL_PADDING;
  return {
    least,
    wanted: Math.max(least, isText ? wanted : Math.min(wanted, 110)),
    typical: mean(lines.map((line) => widest([line], size))) + CELL_PADDING,
    cells: ofCells + CELL_PADDING,
  };
}

type Measure = (texts: readonly string[], size: number, weight?: FontWeight) => number;
type Ruler = { readonly widest: Measure; readonly widestWord: Measure };

/** Measures each text once: letters grow and shrink with their size alike. */
function newRuler(): Ruler {
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  const atOnePoint = (text: string, weight: FontWeight) => {
    const before = known[weight].get(text);
    if (before !== undefined) return before;
    const measured = textWidth(text, 1, weight);
    known[weight].set(text, measured);
    return measured;
  };
  const widest: Measure = (texts, size, weight = 'regular') =>
    texts.reduce((most, text) => Math.max(most, atOnePoint(text, weight)), 0) * size;
  return {
    widest,
    // A no-break space holds its word together.
    widestWord: (texts, size, weight) =>
      widest(
        texts.flatMap((text) => text.split(/[ \n]+/)),
        size,
        weight,
      ),
  };
}

/** Of nothing: 0. */
const mean = (values: readonly number[]) => sum(values) / Math.max(1, values.length);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
