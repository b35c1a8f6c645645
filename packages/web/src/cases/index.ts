export { useCaseClashWords } from './use-case-clash-words.ts';
export { casesWhileOffline } from './while-offline.ts';
