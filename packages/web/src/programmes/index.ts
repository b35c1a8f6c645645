export { useRegionNames } from './use-region-names.ts';
