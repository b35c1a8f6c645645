export { checkFamilyGraph, findingsIn, type GraphCheck } from './check-family-graph.ts';
export { FACT_KINDS, type FactKind, familyGraphContract, RecordedFact } from './contract.ts';
export { drawGenogram, type Genogram } from './drawing/draw-genogram.ts';
export { FamilyFact, withFact } from './family-fact.ts';
export {
  CARE_KINDS,
  Care,
  DOCUMENTS,
  EMPTY_GRAPH,
  Evidence,
  FamilyGraph,
  GraphPerson,
  Household,
  LifeStatus,
  PARENTAGE_KINDS,
  Parentage,
  PRISON_PLACES,
  UNION_ENDS,
  UNION_KINDS,
  Union,
  VOICES,
} from './family-graph.ts';
export { type FamilyTexts, familyTexts } from './family-texts.ts';
export { FINDINGS, type Finding, type FindingCode } from './findings.ts';
export { LifeDate } from './life-date.ts';
export { type PrintedGenogram, printGenogram } from './printing/print-genogram.ts';
export { readLifeDate, writeLifeDate } from './read-life-date.ts';
export { factInGraph, graphOfFacts, peopleOf } from './recorded-facts.ts';
export { type ToldPerson, tellFamily } from './telling/tell-family.ts';
export { tellFinding } from './telling/tell-finding.ts';
