/** Between two horizontal lines, and above one that has words. */
const TRACK = 11;
const TRACK_WITH_WORDS = 19;
/** Between two lines on one track. */
const APART = 12;
/** Two lines upon each other cannot be told apart: as bad as many crossings. */
const UPON = 40;
const NEAR = 4;

/** A line that runs between two rows: where it comes from above, where it goes below, and how wide its words are. */
export type Net = {
  readonly key: string;
  readonly top: readonly number[];
  readonly bottom: readonly number[];
  readonly wordWidth: number;
  /** The net from whose horizontal line it hangs, in place of the row above. */
  readonly hangsFrom: string | null;
};

export type Channel = {
  /** Heights of the horizontal lines below the beginning of the channel; none for a line that runs straight down. */
  readonly heights: ReadonlyMap<string, number>;
  readonly height: number;
};

/** The stretch that a net's horizontal line takes. */
export function stretchOf({ top, bottom }: Pick<Net, 'top' | 'bottom'>): readonly [number, number] {
  return [Math.min(...top, ...bottom), Math.max(...top, ...bottom)];
}

export const isStraightDown = (net: Pick<Net, 'top' | 'bottom' | 'wordWidth'>) => {
  const [from, to] = stretchOf(net);
  return to - from < 0.5;
};

/** Heights for all horizontal lines between two rows: few crossings, no two upon each other. */
export function channelOf(nets: readonly Net[]): Channel {
  const bent = nets.filter((net) => !isStraightDown(net));
  const ordered = orderTracks(bent, nets);
  const heights = new Map<string, number>();
  let height = 0;
  for (const [i, net] of ordered.entries()) {
    let y = net.wordWidth > 0 ? TRACK_WITH_WORDS : TRACK;
    for (const above of ordered.slice(0, i)) {
      const isUnder = overlap(above, net) || above.key === net.hangsFrom;
      const gap = net.wordWidth > 0 ? TRACK_WITH_WORDS : TRACK;
      if (isUnder) y = Math.max(y, heights.get(above.key)! + gap);
    }
    heights.set(net.key, y);
    height = Math.max(height, y);
  }
  return { heights, height };
}

function overlap(one: Net, other: Net): boolean {
  const [a, b] = withWords(one);
  const [c, d] = withWords(other);
  return a < d + APART && c < b + APART;
}

function withWords(net: Net): readonly [number, number] {
  const [from, to] = stretchOf(net);
  const missing = Math.max(0, net.wordWidth + 8 - (to - from)) / 2;
  return [from - missing, to + missing];
}

/** Which line is above which: moved one by one to where they cross least, until nothing gets better. */
function orderTracks(bent: readonly Net[], all: readonly Net[]): Net[] {
  const price = new Map(bent.map((net) => [net, new Map(bent.map((b) => [b, flaws(net, b)]))]));
  const cost = (upper: Net, lower: Net) => price.get(upper)!.get(lower)!;
  let ordered = bent.toSorted(
    (a, b) =>
      Number(a.hangsFrom !== null) - Number(b.hangsFrom !== null) ||
      width(a) - width(b) ||
      (a.key < b.key ? -1 : 1),
  );
  for (let pass = 0; pass < all.length; pass += 1) {
    let isBetter = false;
    for (const net of [...ordered]) {
      const at = ordered.indexOf(net);
      let gain = 0;
      let best = { gain: 0, place: at };
      for (let j = at - 1; j >= 0; j -= 1) {
        gain += cost(ordered[j]!, net) - cost(net, ordered[j]!);
        if (gain > best.gain + 1e-9) best = { gain, place: j };
      }
      gain = 0;
      for (let j = at + 1; j < ordered.length; j += 1) {
        gain += cost(net, ordered[j]!) - cost(ordered[j]!, net);
        if (gain > best.gain + 1e-9) best = { gain, place: j };
      }
      if (best.place === at) continue;
      const rest = ordered.toSpliced(at, 1);
      ordered = rest.toSpliced(best.place, 0, net);
      isBetter = true;
    }
    if (!isBetter) break;
  }
  return ordered;
}

const width = (net: Net) => {
  const [from, to] = stretchOf(net);
  return to - from;
};

/** What it costs to have one line above another. */
function flaws(upper: Net, lower: Net): number {
  if (upper.hangsFrom === lower.key) return 10_000;
  const [a, b] = stretchOf(upper);
  const [c, d] = stretchOf(lower);
  let sum = 0;
  if (lower.hangsFrom !== upper.key) {
    for (const x of lower.top) if (x > a + 0.5 && x < b - 0.5) sum += 1;
  }
  for (const x of upper.bottom) {
    if (x > c + 0.5 && x < d - 0.5) sum += 1;
    if (lower.top.some((top) => Math.abs(top - x) < NEAR)) sum += UPON;
  }
  return sum;
}
