import * as z from 'zod/mini';
import { type Group, identityOf } from './group.ts';
import { AUDIENCES, type Audience, type DisclosurePolicy } from './policy.ts';
import type { Population } from './population.ts';

/**
 * What was told before, for the ledger: every told group with its true count (also where a rounded
 * one was printed). The ledger itself is never told.
 */
export const Release = z.strictObject({
  id: z.string().check(z.minLength(1)),
  audience: z.enum(AUDIENCES),
  snapshot: z.string().check(z.minLength(1)),
  told: z.array(
    z.strictObject({
      group: z.record(z.string(), z.array(z.string())),
      count: z.int().check(z.nonnegative()),
    }),
  ),
});
export type Release = z.infer<typeof Release>;

/** Whether those who read what `reader` reads have seen a release: it went to them or to more people. */
export function hasSeen(reader: Audience, { audience }: Release): boolean {
  return AUDIENCES.indexOf(audience) >= AUDIENCES.indexOf(reader);
}

/**
 * Whether a count tells, beside what was told of another moment, that a few came or went: the same
 * group then, or a group larger or smaller by one category, differs by fewer than the threshold and
 * not by none.
 */
export function changedByFew(
  { group, count }: { group: Group; count: number },
  earlier: readonly Release[],
  { population, policy }: { population: Population; policy: DisclosurePolicy },
): boolean {
  return earlier
    .filter(({ snapshot }) => snapshot !== population.snapshot)
    .some(({ told }) =>
      told.some((old) => {
        const difference = Math.abs(count - old.count);
        if (difference === 0 || difference >= policy.people) return false;
        return isNear(group, old.group, population);
      }),
    );
}

/** The same group, or one inside the other and different in one variable only. */
function isNear(a: Group, b: Group, population: Population): boolean {
  const differing = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (variable) =>
      identityOf(only(a, variable), population) !== identityOf(only(b, variable), population),
  );
  const [variable] = differing;
  if (variable === undefined) return true;
  if (differing.length > 1) return false;
  const inA = a[variable];
  const inB = b[variable];
  const isInside = (inner?: readonly string[], outer?: readonly string[]) =>
    outer === undefined || (inner?.every((value) => outer.includes(value)) ?? false);
  return isInside(inA, inB) || isInside(inB, inA);
}

function only(group: Group, variable: string): Group {
  const values = group[variable];
  return values ? { [variable]: values } : {};
}
