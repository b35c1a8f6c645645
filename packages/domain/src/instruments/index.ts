export * from './answers.ts';
export type { CompiledForm, CompiledItem, Finding } from './compiled-form.ts';
export type { FormBundle } from './form-bundle.ts';
export * from './form-engine.ts';
export type { GroupItem, Item, ItemType, Option, QuestionItem, RosterItem } from './form-item.ts';
export { FormPackage, type Licence, type WorkedExample } from './form-package.ts';
export type { Band, BandSet, Evidence, Scale } from './scale.ts';
export { findWording, type Translated, type TranslationStatus, textOf } from './translated.ts';
