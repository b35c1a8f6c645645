export { familyName } from './family-name.ts';
export { memberName } from './member-name.ts';
export { useClashWords } from './use-clash-words.ts';
export { peopleComposed, peopleWhileOffline } from './while-offline.ts';
