/** Names of FHIR and its guides; each is the canonical address that the specification gives. */
const CORE = 'http://hl7.org/fhir/StructureDefinition';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition';
/** What only we say; a reader that does not know these still has the whole questionnaire. */
const OWN = 'urn:tirek:fhir';

export const FHIR = {
  translation: `${CORE}/translation`,
  hidden: `${CORE}/questionnaire-hidden`,
  itemControl: `${CORE}/questionnaire-itemControl`,
  optionExclusive: `${CORE}/questionnaire-optionExclusive`,
  minValue: `${CORE}/minValue`,
  maxValue: `${CORE}/maxValue`,
  maxDecimalPlaces: `${CORE}/maxDecimalPlaces`,
  maxOccurs: `${CORE}/questionnaire-maxOccurs`,
  variable: `${CORE}/variable`,
  /** Points of an option: R4 and R5 name them differently. */
  ordinalValue: `${CORE}/ordinalValue`,
  itemWeight: `${CORE}/itemWeight`,
  /** Rules between answers: the first is R4's, the second R5's. */
  constraint: `${CORE}/questionnaire-constraint`,
  targetConstraint: `${CORE}/targetConstraint`,
  dataAbsentReason: `${CORE}/data-absent-reason`,
  shortText: `${SDC}/sdc-questionnaire-shortText`,
  enableWhenExpression: `${SDC}/sdc-questionnaire-enableWhenExpression`,
  calculatedExpression: `${SDC}/sdc-questionnaire-calculatedExpression`,
  profile: `${SDC}/sdc-questionnaire`,
  responseProfile: `${SDC}/sdc-questionnaireresponse`,
} as const;

export const OWN_NAMES = {
  /** Language and status of each wording of a text. */
  wording: `${OWN}:wording`,
  /** A part of the package that FHIR has no words for, as JSON: `name`, `content`. */
  part: `${OWN}:part`,
  /** An expression as the package has it, beside what it is in FHIRPath. */
  expression: `${OWN}:expression`,
  optionCode: `${OWN}:option-code`,
  optionLabel: `${OWN}:option-label`,
  optionList: `${OWN}:option-list`,
  /** What a question says of itself besides: `name`, `value`. */
  trait: `${OWN}:trait`,
  /** Why there is no answer, in our finer words. */
  absence: `${OWN}:absence`,
} as const;

export const LOINC = 'http://loinc.org';
export const ITEM_CONTROL = 'http://hl7.org/fhir/questionnaire-item-control';

export const FHIR_RELEASES = ['R4', 'R5'] as const;
export type FhirRelease = (typeof FHIR_RELEASES)[number];

export const questionnaireUrl = (code: string) => `urn:tirek:form:${code}`;
export const optionSystem = (code: string) => `urn:tirek:form:${code}:options`;
/** Of the hidden item that works out the score of a scale; no linkId of a package holds a point. */
export const scoreLinkId = (scale: string) => `score.${scale}`;
/** Of the display item that helps with a question. */
export const helpLinkId = (linkId: string) => `${linkId}.help`;
