import type { SeededChance } from './seeded-chance.ts';

/**
 * For each receiver, one of the `donors` candidates whose prediction lies nearest, drawn at random. Which of
 * several at the same distance count as nearest is chance, too.
 * @param candidates predictions of the observed, one array a dimension
 * @param receivers predictions of the missing, likewise
 * @returns places among the candidates
 */
export function drawDonors(
  candidates: readonly Float64Array[],
  receivers: readonly Float64Array[],
  { donors, chance }: { donors: number; chance: SeededChance },
): Uint32Array {
  const order = shuffled(candidates[0]?.length ?? 0, chance);
  const count = Math.min(donors, order.length);
  const nearest =
    candidates.length === 1
      ? nearestOnLine(candidates[0] as Float64Array, order, count)
      : nearestInSpace(candidates, order, count);
  return Uint32Array.from({ length: receivers[0]?.length ?? 0 }, (_, i) => {
    const places = nearest(receivers.map((dimension) => dimension[i] as number));
    return places[chance.below(count)] as number;
  });
}

type Nearest = (receiver: readonly number[]) => readonly number[];

/** By a sorted line: the window of candidates around the receiver grows to the nearer side. */
function nearestOnLine(candidates: Float64Array, order: Uint32Array, count: number): Nearest {
  // Sorting keeps the shuffled order of equal predictions.
  const line = order.toSorted((a, b) => (candidates[a] as number) - (candidates[b] as number));
  const values = Float64Array.from(line, (place) => candidates[place] as number);
  return ([receiver]) => {
    const target = receiver as number;
    let high = firstAtLeast(values, target);
    let low = high - 1;
    while (high - low - 1 < count) {
      const down = target - (values[low] ?? Number.NEGATIVE_INFINITY);
      const up = (values[high] ?? Number.POSITIVE_INFINITY) - target;
      if (down < up) low -= 1;
      else high += 1;
    }
    return [...line.subarray(low + 1, high)];
  };
}

function firstAtLeast(sorted: Float64Array, target: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nearestInSpace(
  candidates: readonly Float64Array[],
  order: Uint32Array,
  count: number,
): Nearest {
  return (receiver) => {
    const places: number[] = [];
    const distances: number[] = [];
    for (const place of order) {
      let distance = 0;
      for (let d = 0; d < candidates.length; d += 1) {
        distance +=
          (((candidates[d] as Float64Array)[place] as number) - (receiver[d] as number)) ** 2;
      }
      if (places.length === count && distance >= (distances[count - 1] as number)) continue;
      let at = Math.min(places.length, count - 1);
      while (at > 0 && (distances[at - 1] as number) > distance) {
        distances[at] = distances[at - 1] as number;
        places[at] = places[at - 1] as number;
        at -= 1;
      }
      distances[at] = distance;
      places[at] = place;
    }
    return places;
  };
}

/** R. A. Fisher and F. Yates. */
function shuffled(length: number, chance: SeededChance): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i -= 1) {
    const j = chance.below(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
