import { textWidth } from '../../../drawing/text-width.ts';
import type { CareLine, GenogramLine, LineWords, UnionLine } from './genogram-layout.ts';
import { type Drawn, straightTexts } from './lines.ts';
import { wordsBelow } from './nets.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { type GenogramWords, UNION_LINE, UNION_SIZE } from './sizes.ts';

/** Between a line and the middle of the words above it. */
const ABOVE = 8;
const STEP = 4;
/** Words make room for the sign of how a union ended. */
const BESIDE_MARK = 9;

/** Gives every union and care its words, above the line and where as few other lines as possible run through them. */
export function placeWords(lines: readonly GenogramLine[], drawn: Drawn): GenogramLine[] {
  const segments = segmentsOf(lines);
  return lines.map((line) => {
    if (line.kind === 'descent') return line;
    return { ...line, words: wordsOf(line, { drawn, segments }) };
  });
}

function wordsOf(
  line: UnionLine | CareLine,
  { drawn, segments }: { drawn: Drawn; segments: readonly Segment[] },
): LineWords | null {
  if (line.kind === 'union' && drawn.placement.isStraight(line.key)) {
    const lines = straightTexts(line, drawn);
    const [[from, y], [to]] = line.points as [[number, number], [number, number]];
    return lines.length === 0
      ? null
      : {
          x: (middleOf(line, drawn) ?? (from + to) / 2) + (line.union?.end ? BESIDE_MARK : 0),
          y: y - ABOVE - (line.couple.isRelated ? 2 : 0),
          lines,
          width: widest(lines),
        };
  }
  const text = textOf(line, drawn.words);
  const level = segments
    .filter((each) => each.line === line.key && !each.isUpright)
    .filter((each) => isInChannel(each, drawn))
    .toSorted((a, b) => a.at - b.at)[0];
  if (text === '' || !level) return null;
  const width = widest([text]);
  const y = level.at - ABOVE;
  const others = segments.filter(
    ({ isUpright, from, to }) => isUpright && from < level.at - 1 && to > y - UNION_LINE / 2,
  );
  return { x: freestPlace(level, { width, others }), y, lines: [text], width };
}

/** Words of a line straight between partners stand where lines down the same gap leave them room. */
function middleOf(line: UnionLine, { placement, boxes }: Drawn): number | null {
  for (const [left, couple] of placement.straightRight) {
    if (couple.key !== line.couple.key) continue;
    const box = boxes.get(left)!;
    const place = placement.ordered[box.row]!.indexOf(left);
    return box.x + placement.gutters.middleAfter(box.row, place);
  }
  return null;
}

const textOf = (line: UnionLine | CareLine, words: GenogramWords) =>
  line.kind === 'care' ? words.care(line.care) : wordsBelow(line.couple, line.key, words);

const widest = (lines: readonly string[]) =>
  Math.max(...lines.map((line) => textWidth(line, UNION_SIZE)));

/** Lines that run beside a symbol are short and have no words. */
const isInChannel = ({ at }: Segment, { channelTops, rowTops }: Drawn) =>
  channelTops.some((top, row) => at > top && at < (rowTops[row + 1] ?? Number.POSITIVE_INFINITY));

function freestPlace(
  level: Segment,
  { width, others }: { width: number; others: readonly Segment[] },
): number {
  const middle = (level.from + level.to) / 2;
  const room = Math.max(0, (level.to - level.from - width) / 2 - 4);
  let best = { x: middle, hits: Number.POSITIVE_INFINITY };
  for (let away = 0; away <= room; away += STEP) {
    for (const x of away === 0 ? [middle] : [middle - away, middle + away]) {
      const hits = others.filter(({ at }) => Math.abs(at - x) < width / 2 + 2).length;
      if (hits < best.hits) best = { x, hits };
    }
    if (best.hits === 0) break;
  }
  return best.x;
}
