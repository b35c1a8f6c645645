export { AnswerImport, answerImportContract, type DryRun, type UploadedTable } from './contract.ts';
export { describeFinding } from './describe-finding.ts';
export {
  type ColumnMapping,
  type ImportFinding,
  type ImportFindingCode,
  ImportMapping,
  type ImportTable,
  type TickMapping,
} from './import-mapping.ts';
export { type ImportedResponse, type ReadImport, readImport } from './read-import.ts';
export { suggestMapping } from './suggest-mapping.ts';
