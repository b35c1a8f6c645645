export { type RegionName, useRegionNames } from './use-region-names.ts';
