export {
  ABOUT_YEARS,
  BIRTH_PRECISIONS,
  Birth,
  type BirthPrecision,
  birthRange,
  birthYear,
} from './birth.ts';
export { MOST_CARDS, peopleContract, SEARCH_MINUTES } from './contract.ts';
export {
  calledName,
  DOCUMENT_KINDS,
  DocumentNumber,
  fullName,
  Identity,
  NAME_KINDS,
  PersonName,
  SEXES,
  Sex,
} from './identity.ts';
export { compareBirths } from './matching/compare-births.ts';
export {
  type Compared,
  comparedWith,
  compareIdentities,
  type Known,
  knownBy,
  MATCH_REASONS,
  type Match,
  type MatchReason,
  matchOf,
  mostOf,
  SHOWN_FROM,
} from './matching/compare-identities.ts';
export { namesSearched } from './matching/names-searched.ts';
export { keyWords, nameKey } from './names/name-key.ts';
export {
  identityTokens,
  nameTokens,
  numberTokens,
  pieceTokens,
  type SearchTokens,
  searchTokens,
} from './names/name-tokens.ts';
export {
  COMMON_LANGUAGES,
  Family,
  FamilyMember,
  HOLDING,
  IdentityVersion,
  LanguageCode,
  OPENING_REASONS,
  OpenedPerson,
  Person,
  PersonCard,
  PersonQuery,
  Residence,
} from './person.ts';
