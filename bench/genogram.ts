/**
 * How long a family takes from its facts to the drawing, for 12, 40 and 120 made-up people: the first time in a fresh process, and the
 * median of ten other families after that. `likely` families marry as families do; `wild` ones are anybody with anybody.
 */
import { drawGenogram } from '../packages/domain/src/people/family-graph/index.ts';
import {
  madeFamily,
  madeName,
} from '../packages/domain/src/people/family-graph/testing/made-families.ts';

const SIZES = [12, 40, 120];
const FAMILIES = 10;

for (const kind of ['likely', 'wild'] as const) {
  for (const people of SIZES) {
    const times = Array.from({ length: FAMILIES + 1 }, (_, seed) => {
      const graph = madeFamily(seed + 1, { people, kind });
      const from = performance.now();
      drawGenogram(graph, { id: 'g', language: 'kk', index: null, name: madeName });
      return performance.now() - from;
    });
    const [first = 0, ...rest] = times;
    const sorted = rest.toSorted((a, b) => a - b);
    console.log(
      `${kind.padEnd(6)} ${String(people).padStart(3)} people: median ${sorted[FAMILIES / 2]!.toFixed(0)} ms, ` +
        `slowest ${sorted.at(-1)!.toFixed(0)} ms, first ${first.toFixed(0)} ms`,
    );
  }
}
