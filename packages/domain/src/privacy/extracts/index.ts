export {
  EXTRACT_COLUMNS,
  EXTRACT_DECLINE_REASONS,
  EXTRACT_PURPOSES,
  EXTRACT_STATES,
  Extract,
  type ExtractColumn,
  type ExtractPurpose,
  extractsContract,
} from './contract.ts';
export { extractSheet, type ListedPerson } from './extract-sheet.ts';
export { type ExtractTexts, extractTexts } from './extract-texts.ts';
export { EXTRACT_WINDOW_DAYS, extractState, isIdentifying, mayTell } from './standing.ts';
