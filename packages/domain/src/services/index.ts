export { servicesContract } from './contract.ts';
export {
  COVERAGES,
  type Coverage,
  type CoverageOf,
  coverageIn,
  PLACES,
  type Place,
  SHARES,
  type Share,
  shareOf,
} from './coverage.ts';
export {
  ACTIVITIES,
  type Activity,
  CLOSED_REASONS,
  type ClosedReason,
  type Directory,
  LAYERS,
  LONGEST,
  MOST,
  Names,
  nameIn,
  PROVIDER_HOLDERS,
  PROVIDER_KINDS,
  Provider,
  type ProviderKind,
  REACHES,
  Service,
  StandingProvider,
  StandingService,
} from './directory-entry.ts';
export { type ServiceTexts, serviceTexts } from './directory-texts.ts';
export {
  DOUBTS,
  type Doubt,
  type FoundService,
  findServices,
  MISFITS,
  type Misfit,
  NO_WISH,
  type Wish,
} from './find-services.ts';
export { forbiddenActivities, licenceObstacle } from './licence.ts';
export { mayInRegions } from './own-regions.ts';
export { providerObstacle } from './provider-obstacle.ts';
export {
  type Answerer,
  type Cell,
  cellVersion,
  holdsOn,
  LONGEST_DEADLINE,
  proposedHolder,
  Responsibility,
  Responsible,
} from './responsibility.ts';
export { isStale, STALE_MONTHS } from './staleness.ts';
export { drawTileMap, type Tile } from './tile-map.ts';
