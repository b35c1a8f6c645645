export {
  ODD_VIEW_DAYS,
  ODD_VIEW_KINDS,
  type OddViewKind,
  PersonView,
  VIEW_PAGE,
  viewsContract,
} from './contract.ts';
export { type Look, type OddView, oddViews } from './odd-views.ts';
