import type { NeedCategory } from '../cases/index.ts';
import type { Directory, Reach, Service } from './directory-entry.ts';
import { isOnlyRemote, openServices } from './find-services.ts';
import { isStale } from './staleness.ts';

/** What there is for a need in a region, from nothing to help that somebody can walk to. */
export const COVERAGES = ['none', 'stale', 'remote', 'full', 'present'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** Whether it is looked at where people live in a city, or in a village. */
export const PLACES = ['anywhere', 'city', 'village'] as const;
export type Place = (typeof PLACES)[number];

/** What stands for a need in a region: the best that some service there is. */
export type CoverageOf = (region: string, category: NeedCategory) => Coverage;

/** What there is on a day, looked at for a city, a village or anywhere. A region that no service names has nothing. */
export function coverageIn(directory: Directory, place: Place, today: string): CoverageOf {
  const best = new Map<string, Coverage>();
  for (const service of openServices(directory)) {
    const coverage = standingOf(service, place, today);
    for (const region of service.regions) {
      const cell = `${region} ${service.category}`;
      if (isBetter(coverage, best.get(cell) ?? 'none')) best.set(cell, coverage);
    }
  }
  return (region, category) => best.get(`${region} ${category}`) ?? 'none';
}

const isBetter = (one: Coverage, other: Coverage): boolean =>
  COVERAGES.indexOf(one) > COVERAGES.indexOf(other);

function standingOf(service: Service, place: Place, today: string): Coverage {
  const near = service.reach.filter((reach) => isReached(reach, place));
  if (near.length === 0) return 'none';
  if (isStale(service.verifiedOn, today)) return 'stale';
  if (isOnlyRemote({ reach: near })) return 'remote';
  return service.placesFree === 0 ? 'full' : 'present';
}

/** A district's office is reached from the villages of the district. */
const isReached = (reach: Reach, place: Place): boolean =>
  reach === 'remote' ||
  place === 'anywhere' ||
  (place === 'city' ? reach === 'city' : reach === 'village' || reach === 'district');

/** How much of all needs a region has, in three classes. */
export const SHARES = ['none', 'some', 'most'] as const;
export type Share = (typeof SHARES)[number];

/** For how many of these needs somebody is there today, and whether those are two thirds of them. */
export function shareOf(states: readonly Coverage[]): {
  readonly present: number;
  readonly share: Share;
} {
  const present = states.filter((state) => state === 'present').length;
  if (present === 0) return { present, share: 'none' };
  return { present, share: present * 3 >= states.length * 2 ? 'most' : 'some' };
}
