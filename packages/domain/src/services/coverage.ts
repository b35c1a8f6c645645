import type { NeedCategory } from '../cases/index.ts';
import type { Directory, Reach, Service } from './directory-entry.ts';
import { isOnlyRemote } from './find-services.ts';
import { isStale } from './staleness.ts';

/** What there is for a need in a region, from nothing to help that somebody can walk to. */
export const COVERAGES = ['none', 'stale', 'remote', 'full', 'present'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** Whether it is looked at where people live in a city, or in a village. */
export const PLACES = ['anywhere', 'city', 'village'] as const;
export type Place = (typeof PLACES)[number];

/** The services that stand. */
export const openServices = ({ providers, services }: Directory): readonly Service[] => {
  const open = new Set(providers.filter(({ closed }) => closed === null).map(({ id }) => id));
  return services
    .filter(({ closed, service }) => closed === null && open.has(service.providerId))
    .map(({ service }) => service);
};

/** What stands for a need in a region: the best that some service there is. */
export function coverageOf(
  services: readonly Service[],
  at: { readonly region: string; readonly category: NeedCategory; readonly place: Place },
  today: string,
): Coverage {
  const there = services.filter(
    (service) =>
      service.category === at.category &&
      service.regions.includes(at.region) &&
      service.reach.some((reach) => isReached(reach, at.place)),
  );
  return (
    COVERAGES.findLast((coverage) =>
      there.some((service) => standingOf(service, at.place, today) === coverage),
    ) ?? 'none'
  );
}

/** What of all needs a region has, from 0 to 1: those for which somebody is there today. */
export function shareCovered(states: readonly Coverage[]): number {
  return states.length === 0
    ? 0
    : states.filter((state) => state === 'present').length / states.length;
}

/** A district's office is reached from the villages of the district. */
const isReached = (reach: Reach, place: Place): boolean =>
  reach === 'remote' ||
  place === 'anywhere' ||
  (place === 'city' ? reach === 'city' : reach === 'village' || reach === 'district');

function standingOf(service: Service, place: Place, today: string): Coverage {
  if (isStale(service.verifiedOn, today)) return 'stale';
  const near = service.reach.filter((reach) => isReached(reach, place));
  if (isOnlyRemote({ reach: near })) return 'remote';
  return service.placesFree === 0 ? 'full' : 'present';
}
