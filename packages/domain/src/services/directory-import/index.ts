export { DIRECTORY_FILE_BYTES, directoryImportContract } from './contract.ts';
export {
  DIRECTORY_ROLES,
  type DirectoryFinding,
  type DirectoryFindingCode,
  DirectoryMapping,
  type DirectoryRole,
  type DirectoryTable,
  NEEDED_ROLES,
  stops,
  suggestRoles,
} from './import-mapping.ts';
export { isWhole, readDirectory } from './read-directory.ts';
