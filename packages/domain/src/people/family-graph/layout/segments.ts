import type { GenogramLine } from './genogram-layout.ts';
import type { Point } from './sizes.ts';

/** A straight piece of a line; `from` is left of or above `to`. */
export type Segment = {
  readonly line: string;
  readonly isUpright: boolean;
  /** Height of a level piece, place of an upright one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

/** Runs of points of which a line is made. */
export function runsOf(line: GenogramLine): ReadonlyArray<readonly Point[]> {
  return line.kind === 'descent'
    ? [...line.trunk, ...line.drops.map(({ points }) => points)]
    : [line.points];
}

export function segmentsOf(lines: readonly GenogramLine[]): Segment[] {
  return lines.flatMap((line) =>
    runsOf(line).flatMap((points) =>
      points.slice(1).flatMap(([x, y], i): Segment[] => {
        const [a, b] = points[i]!;
        const isUpright = Math.abs(a - x) < 0.01;
        const [one, other] = isUpright ? [b, y] : [a, x];
        if (Math.abs(one - other) < 0.01) return [];
        const ends = { from: Math.min(one, other), to: Math.max(one, other) };
        return [{ line: line.key, isUpright, at: isUpright ? a : b, ...ends }];
      }),
    ),
  );
}

/** Heights at which an upright piece passes through level pieces of other lines. */
export function crossingsOf(upright: Segment, level: readonly Segment[]): number[] {
  return level
    .filter(
      ({ line, at, from, to }) =>
        line !== upright.line &&
        at > upright.from + 0.5 &&
        at < upright.to - 0.5 &&
        upright.at > from + 0.5 &&
        upright.at < to - 0.5,
    )
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);
}
