export { programmesContract, Region } from './contract.ts';
export { regionStandsOn, regionStandsWithin } from './region-stands.ts';
