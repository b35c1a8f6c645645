export { type CatalogueFinding, checkCatalogues } from './check-catalogues.ts';
export { collationKey } from './collation.ts';
export { formatByteSize } from './format/byte-size.ts';
export {
  type DateWidth,
  dateOfInstant,
  formatDate,
  formatInstant,
  monthNames,
  weekdayNames,
} from './format/date.ts';
export { endedOnce } from './format/ended-once.ts';
export { formatInterval, formatNumber, formatPercent, type NumberFormat } from './format/number.ts';
export { formatRelativeDay } from './format/relative-day.ts';
export {
  isLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  preferredLanguage,
} from './languages.ts';
export {
  type Catalogue,
  type KeyOf,
  type Params,
  type Translate,
  translator,
} from './translator.ts';
