export { usePathwayWords } from './use-pathway-words.ts';
