import type { GraphPerson } from '../family-graph.ts';
import type { Family } from './family.ts';
import { HALF_SYMBOL } from './sizes.ts';

/** Between the lines of a child that hangs from several parents, as one born to some and adopted by others does. */
const APART = 13;

/** Where the line of a descent comes down on a child, told from the child's middle. */
export type Arrivals = (link: string, child: string) => number;

export function arrivalsOf({ descents }: Family, x: ReadonlyMap<string, number>): Arrivals {
  const links = new Map<string, Array<{ link: string; from: number }>>();
  for (const { key, parents, children } of descents) {
    const from = parents.reduce((sum, each) => sum + x.get(each)!, 0) / parents.length;
    for (const { child } of children) {
      links.set(child, [...(links.get(child) ?? []), { link: `d:${key}`, from }]);
    }
  }
  const shifts = new Map<string, number>();
  for (const [child, all] of links) {
    const step = Math.min(APART, (2 * HALF_SYMBOL - 8) / Math.max(1, all.length - 1));
    const inOrder = all.toSorted((a, b) => a.from - b.from || (a.link < b.link ? -1 : 1));
    for (const [i, { link }] of inOrder.entries()) {
      shifts.set(`${link} ${child}`, (i - (inOrder.length - 1) / 2) * step);
    }
  }
  return (link, child) => shifts.get(`${link} ${child}`) ?? 0;
}

/** How far below the top of its square a symbol's outline begins, so far from its middle. */
export function topOf(sex: GraphPerson['sex'], shift: number): number {
  if (sex === 'male') return 0;
  if (sex === 'female') return HALF_SYMBOL - Math.sqrt(HALF_SYMBOL ** 2 - shift ** 2);
  return Math.abs(shift);
}
