import type { NeedCategory } from '../cases/index.ts';
import type {
  Directory,
  Provider,
  Service,
  StandingProvider,
  StandingService,
} from './directory-entry.ts';
import { isStale } from './staleness.ts';

/** What somebody looks for; what is null or false is not asked. */
export interface Wish {
  readonly region: string | null;
  readonly category: NeedCategory | null;
  readonly language: string | null;
  readonly age: number | null;
  readonly womenStaff: boolean;
  readonly free: boolean;
  readonly remote: boolean;
  readonly freePlaces: boolean;
}
export const NO_WISH: Wish = {
  ...{ region: null, category: null, language: null, age: null },
  ...{ womenStaff: false, free: false, remote: false, freePlaces: false },
};

/** Why a service does not fit, the weightiest first. */
export const MISFITS = [
  ...['closed', 'region', 'age', 'language', 'no-women', 'costs', 'not-remote', 'full'],
] as const;
export type Misfit = (typeof MISFITS)[number];

/** What is not known, or not as good as it could be, of a service that fits. */
export const DOUBTS = [
  ...['stale', 'only-remote', 'women-unknown', 'cost-unknown', 'places-unknown', 'full-perhaps'],
] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface FoundService {
  readonly standing: StandingService;
  readonly provider: Provider;
  readonly doubts: readonly Doubt[];
  readonly misfits: readonly Misfit[];
}

/**
 * Services for a need, those that fit first and the best of them foremost; of the others every reason why they do not. What is of
 * another category is not looked at. What nobody knows shuts nobody out: it is a doubt, and stands behind what is known.
 */
export function findServices(
  { providers, services }: Directory,
  wish: Wish,
  today: string,
): { readonly fitting: FoundService[]; readonly others: FoundService[] } {
  const byId = new Map(providers.map((each) => [each.id, each]));
  const found = services.flatMap((standing): FoundService[] => {
    const { service } = standing;
    const of = byId.get(service.providerId);
    if (!of || (wish.category !== null && service.category !== wish.category)) return [];
    return [
      {
        standing,
        provider: of.provider,
        doubts: doubtsOf(service, wish, today),
        misfits: misfitsOf({ standing, isOpen: isOpen(standing, of) }, wish),
      },
    ];
  });
  return {
    fitting: found
      .filter(({ misfits }) => misfits.length === 0)
      .toSorted((a, b) => costOf(a) - costOf(b)),
    others: found
      .filter(({ misfits }) => misfits.length > 0)
      .toSorted((a, b) => a.misfits.length - b.misfits.length),
  };
}

const isOpen = (standing: StandingService, of: StandingProvider): boolean =>
  standing.closed === null && of.closed === null;

/** The services that stand, each of a provider that does. */
export function openServices({ providers, services }: Directory): Service[] {
  const byId = new Map(providers.map((each) => [each.id, each]));
  return services.flatMap((standing) => {
    const of = byId.get(standing.service.providerId);
    return of && isOpen(standing, of) ? [standing.service] : [];
  });
}

function misfitsOf(
  { standing: { service }, isOpen }: { standing: StandingService; isOpen: boolean },
  wish: Wish,
): Misfit[] {
  const { ages, languages, hasWomenStaff, cost, reach, placesFree } = service;
  const isMissed: Record<Misfit, boolean> = {
    closed: !isOpen,
    region: wish.region !== null && !service.regions.includes(wish.region),
    age: wish.age !== null && (wish.age < ages.from || (ages.to !== null && wish.age > ages.to)),
    language: wish.language !== null && !languages.includes(wish.language),
    'no-women': wish.womenStaff && hasWomenStaff === false,
    costs: wish.free && cost !== null && cost.amount > 0,
    'not-remote': wish.remote && !reach.includes('remote'),
    full: wish.freePlaces && placesFree === 0,
  };
  return MISFITS.filter((misfit) => isMissed[misfit]);
}

function doubtsOf(service: Service, wish: Wish, today: string): Doubt[] {
  const { hasWomenStaff, cost, placesFree, verifiedOn } = service;
  const stands: Record<Doubt, boolean> = {
    stale: isStale(verifiedOn, today),
    'only-remote': !wish.remote && isOnlyRemote(service),
    'women-unknown': wish.womenStaff && hasWomenStaff === null,
    'cost-unknown': wish.free && cost === null,
    'places-unknown': wish.freePlaces && placesFree === null,
    'full-perhaps': !wish.freePlaces && placesFree === 0,
  };
  return DOUBTS.filter((doubt) => stands[doubt]);
}

export const isOnlyRemote = ({ reach }: Pick<Service, 'reach'>): boolean =>
  reach.every((each) => each === 'remote');

/** How far a fitting service is from the best that could be: a doubt each, and what it costs after all of them. */
function costOf({ doubts, standing: { service } }: FoundService): number {
  const paid = service.cost !== null && service.cost.amount > 0 ? 1 : 0;
  const room = service.placesFree !== null && service.placesFree > 0 ? 0 : 1;
  return doubts.length * 4 + (doubts.includes('stale') ? 2 : 0) + paid * 2 + room;
}
