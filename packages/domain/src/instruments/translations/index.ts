export { planImport } from './plan-import.ts';
export {
  translationProgress,
  type WorkedString,
  withTranslation,
  workedStrings,
} from './signed-off.ts';
export {
  type RecordedStep,
  STEP_KINDS,
  type Standing,
  standingOf,
  stepObstacle,
  TranslationStep,
} from './translation-step.ts';
export { translationStrings } from './translation-string.ts';
export { readTranslationTable, writeTranslationTable } from './translation-table.ts';
export { readXliff, type TranslatedRow, writeXliff } from './xliff.ts';
