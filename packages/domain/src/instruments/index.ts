export { ABSENCE_CODES } from './absence-codes.ts';
export * from './answers.ts';
export { bundleForm, canBeAnswered, languagesOffered } from './bundle-form.ts';
export type { CheckCode } from './check-answer.ts';
export { checkForm, safetyItems } from './check-form.ts';
export { type Compilation, compileForm } from './compile-form.ts';
export { pointsOf } from './compile-scales.ts';
export { type CompiledForm, type CompiledItem, isSafetyItem } from './compiled-form.ts';
export { type Conclusion, concludeForm, type Signal, signalsOf } from './conclude-form.ts';
export {
  type ConclusionRule,
  SAFETY_KINDS,
  SAFETY_URGENCIES,
  type SafetyKind,
  type SafetyUrgency,
  type SignalRule,
} from './conclusion.ts';
export type { Finding } from './finding.ts';
export type { FormBundle } from './form-bundle.ts';
export * from './form-engine.ts';
export type { GroupItem, Item, ItemType, Option, QuestionItem, RosterItem } from './form-item.ts';
export { findForm, findPackage, listForms } from './form-library.ts';
export {
  FormPackage,
  INFORMANTS,
  type InformantKind,
  type Licence,
  type WorkedExample,
} from './form-package.ts';
export { type CsvColumn, csvColumns } from './library/needs-assessment-2022/csv-columns.ts';
export type * from './opened-form.ts';
export type { Band, BandSet, Evidence, Scale } from './scale.ts';
export { isIn, type Score, scoreForm, scoreScale } from './score-form.ts';
export type { CitedWork, Source } from './source.ts';
export { findWording, type Translated, type TranslationStatus, textOf } from './translated.ts';
export { type ResponseFinding, type Validation, validateResponse } from './validate-response.ts';
export { BroughtText, withText } from './with-text.ts';
