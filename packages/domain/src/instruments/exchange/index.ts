export { FHIR_RELEASES, type FhirRelease } from './fhir/names.ts';
export { readQuestionnaire } from './fhir/read-questionnaire.ts';
export { readResponse } from './fhir/read-response.ts';
export { writeQuestionnaire } from './fhir/write-questionnaire.ts';
export { writeResponse } from './fhir/write-response.ts';
export {
  type ExchangePlace,
  REFUSAL_CODES,
  type ReadIn,
  type Refusal,
  RefusalList,
} from './refusal.ts';
export { withoutSoldWords } from './structure-only.ts';
export { tellLeftOut, tellRefusal } from './tell-refusal.ts';
export { readXlsForm } from './xlsform/read-xlsform.ts';
export type { XlsIn } from './xlsform/sheet-table.ts';
export type { XlsForm, XlsSheet } from './xlsform/workbook-shape.ts';
export { writeXlsForm } from './xlsform/write-xlsform.ts';
