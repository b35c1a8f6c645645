import { INK, QUIET_INK } from '../../drawing/ink.ts';
import { element, FONT_FAMILY, type Svg, textLine } from '../../drawing/svg.ts';
import type { Scale } from '../../instruments/index.ts';
import { unchangedBand } from './change.ts';
import type { Course } from './course.ts';
import { exclusiveBands } from './draw-score.ts';

const WIDTH = 600;
const HEIGHT = 240;
const [LEFT, RIGHT, TOP, BOTTOM] = [42, 18, 16, 34];
const DAY = 86_400_000;

interface CourseWords {
  /** What is drawn, in words, for whoever does not see it. */
  readonly label: string;
  readonly number: (value: number) => string;
  readonly date: (on: string) => string;
}

/** One scale over time. The strip is where a score may lie without having changed since the first: a known rule only. */
export function drawCourse(scale: Scale, { points }: Course, words: CourseWords): Svg {
  const { min, max } = scale.range;
  const times = points.map(({ on }) => Date.parse(on));
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  const span = Math.max(last - first, DAY);
  const x = (time: number) =>
    points.length < 2
      ? WIDTH / 2
      : LEFT + 12 + ((time - first) / span) * (WIDTH - LEFT - RIGHT - 44);
  const y = (value: number) =>
    HEIGHT - BOTTOM - ((value - min) / (max - min)) * (HEIGHT - TOP - BOTTOM);
  const strip = points[0] ? unchangedBand(scale, points[0].value) : null;
  const cuts = exclusiveBands(scale)
    .map(({ from }) => from)
    .filter((from) => from > min);
  const line = points.map(({ value }, at) => `${at === 0 ? 'M' : 'L'}${x(times[at]!)} ${y(value)}`);
  return element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: '100%' },
      ...{ role: 'img', 'aria-label': words.label, 'font-family': FONT_FAMILY },
    },
    ...(strip
      ? [
          element('rect', {
            ...{ x: LEFT, y: y(strip.high), width: WIDTH - LEFT - RIGHT, fill: '#e3ebf1' },
            height: Math.max(1, y(strip.low) - y(strip.high)),
          }),
        ]
      : []),
    ...[min, ...cuts, max].map((value) =>
      element(
        'g',
        {},
        element('line', {
          ...{ x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value), stroke: '#c3ccd5' },
          'stroke-dasharray': value === min || value === max ? undefined : '4 4',
        }),
        textLine(words.number(value), {
          ...{ x: LEFT - 6, y: y(value), size: 13, 'text-anchor': 'end', fill: QUIET_INK },
        }),
      ),
    ),
    element('path', { d: line.join(' '), fill: 'none', stroke: INK, 'stroke-width': 2 }),
    ...points.map(({ value }, at) =>
      element(
        'g',
        {},
        element('circle', { cx: x(times[at]!), cy: y(value), r: 5, fill: INK }),
        textLine(words.number(value), {
          ...{ x: x(times[at]!), y: y(value) - (y(value) < TOP + 20 ? -16 : 14), size: 14 },
          ...{ 'text-anchor': 'middle', 'font-weight': 700, fill: INK },
        }),
      ),
    ),
    ...datesShown(times).map((at) =>
      textLine(words.date(points[at]!.on), {
        ...{ x: x(times[at]!), y: HEIGHT - 12, size: 13, fill: QUIET_INK },
        'text-anchor': at === 0 && points.length > 1 ? 'start' : at === 0 ? 'middle' : 'end',
      }),
    ),
  );
}

/** Only the ends carry their days: those between would run into one another, and stand in the table below. */
const datesShown = (times: readonly number[]): number[] =>
  times.length > 1 ? [0, times.length - 1] : times.length === 1 ? [0] : [];
