export { type CaseTexts, caseTexts } from './case-texts.ts';
export {
  NEED_CATEGORIES,
  NEED_DOMAINS,
  NEED_HOLDERS,
  type NeedCategory,
  type NeedDomain,
  type NeedHolder,
} from './needs.ts';
