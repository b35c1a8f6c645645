import * as z from 'zod/mini';
import { type Contract, endpoint, Id } from '../../contract.ts';
import { DIRECTORY_ROLES, DirectoryFinding, DirectoryMapping } from './import-mapping.ts';

/** The largest list, in bytes; as base64 and with a little for the rest. */
export const DIRECTORY_FILE_BYTES = 2 * 1024 * 1024;
const LARGEST_UPLOAD = Math.ceil((DIRECTORY_FILE_BYTES * 4) / 3) + 64 * 1024;

const DirectoryFile = {
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Base64. */
  content: z.string().check(z.minLength(1), z.maxLength(LARGEST_UPLOAD)),
};

export const directoryImportContract = {
  /**
   * A dry run: how a list of services would be read, and everything that is wrong with it. Without a mapping one is proposed. Nothing
   * is written.
   * @throws `file-unreadable`, `file-empty`, `file-locked`, `file-too-old`, `file-quote-alone`, `payload-too-large`
   */
  checkServicesFile: endpoint({
    kind: 'read',
    method: 'POST',
    path: '/api/services-file/check',
    permission: 'service.manage',
    input: z.object({ ...DirectoryFile, mapping: z.nullable(DirectoryMapping) }),
    output: z.object({
      columns: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
      roles: z.array(z.enum(DIRECTORY_ROLES)),
      rows: z.int(),
      findings: z.array(DirectoryFinding),
      /** What would be written. */
      providers: z.int(),
      services: z.int(),
    }),
    audit: 'none',
    maxBytes: LARGEST_UPLOAD,
  }),

  /** Writes a whole list, or nothing of it: `services-file-refused` where anything of it would be wrong. */
  importServices: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/services-file',
    permission: 'service.manage',
    input: z.object({ id: Id, ...DirectoryFile, mapping: DirectoryMapping }),
    output: z.object({ providers: z.int(), services: z.int() }),
    audit: 'write',
    maxBytes: LARGEST_UPLOAD,
  }),
} as const satisfies Contract;
