import { type Audience, policyFor } from './policy.ts';

/**
 * A count that still grows, as an audience may be told it: whole groups only, rounded down, so that nobody sees by two looks
 * who came in between.
 *
 * @param count 0 or more
 * @returns a multiple of the audience's smallest group, at most `count`
 */
export function liveCount(count: number, audience: Audience): number {
  const { people } = policyFor(audience);
  return Math.floor(count / people) * people;
}
