export { familyName } from './family-name.ts';
export { memberName } from './member-name.ts';
export { usePaperWords } from './papers/use-paper-words.ts';
export { SchoolToday } from './school/school-today.tsx';
export { ToClosePanel } from './school/to-close-panel.tsx';
export { type ClashWords, useClashWords } from './use-clash-words.ts';
export { useLanguageNames } from './use-language-names.ts';
