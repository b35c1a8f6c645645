export { useCaseClashWords } from './use-case-clash-words.ts';
