import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Nothing } from '../../contract.ts';
import { ImportMapping } from './import-mapping.ts';

/** 32 MiB of file as base64, and a little for the rest. */
const LARGEST_UPLOAD = 44 * 1024 * 1024;

const Finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  table: z.string(),
  line: z.nullable(z.int()),
  column: z.nullable(z.string()),
  value: z.nullable(z.string()),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A column of an uploaded table, with up to a dozen of its different values for whoever maps it. */
const UploadedColumn = z.object({
  name: z.string(),
  values: z.array(z.string()),
  distinct: z.int(),
  blank: z.int(),
});

const UploadedTable = z.object({
  name: z.string(),
  rows: z.int(),
  columns: z.array(UploadedColumn),
});
export type UploadedTable = z.infer<typeof UploadedTable>;

/** What a dry run found. Nothing is stored by it. */
const DryRun = z.object({
  /** True when `runImport` with the same mapping would go through. */
  isReady: z.boolean(),
  respondents: z.int(),
  errors: z.int(),
  warnings: z.int(),
  /** The first 200, errors before warnings. */
  findings: z.array(Finding),
});
export type DryRun = z.infer<typeof DryRun>;

export const AnswerImport = z.object({
  id: Id,
  campaignId: Id,
  fileNames: z.array(z.string()),
  state: z.enum(['uploaded', 'running', 'done', 'refused', 'cancelled']),
  /** Answers scored so far, and all of them; for the progress bar. */
  done: z.int(),
  total: z.int(),
  /** The wave that holds the answers, once done. */
  waveId: z.nullable(Id),
  /** Why it was refused, when it was. */
  result: z.nullable(DryRun),
});
export type AnswerImport = z.infer<typeof AnswerImport>;

/** Bringing answers in from a file. They become a closed wave of their own; nothing is stored unless all of it is right. */
export const answerImportContract = {
  /**
   * Takes the files and proposes how to read them. `file-unreadable`, `file-empty`, `file-row-uneven`,
   * `file-quote-alone` (details: `file`, and `line` of the last two).
   * The tables are kept until the import is run or cancelled, and for a day at most.
   */
  uploadImport: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/imports',
    permission: 'answer.import',
    input: z.object({
      id: Id,
      campaignId: Id,
      files: z
        .array(
          z.object({
            name: z.string().check(z.minLength(1), z.maxLength(200)),
            /** The file, base64. */
            content: z.string().check(z.minLength(1)),
          }),
        )
        .check(z.minLength(1), z.maxLength(10)),
    }),
    output: z.object({
      id: Id,
      tables: z.array(UploadedTable),
      /** Null when no table looks like the campaign's instruments. */
      suggestion: z.nullable(ImportMapping),
    }),
    audit: 'write',
    maxBytes: LARGEST_UPLOAD,
  }),

  /** Reads the uploaded tables with a mapping and tells everything that is wrong. Stores nothing. */
  tryImport: endpoint({
    kind: 'read',
    method: 'POST',
    path: '/api/imports/:importId/dry-run',
    permission: 'answer.import',
    input: z.object({ importId: Id, mapping: ImportMapping }),
    output: DryRun,
    audit: 'read',
  }),

  /**
   * Begins the import; `getImport` tells how far it has come. All or nothing: it ends as one closed wave, or as `refused`
   * with nothing stored. `import-not-waiting` unless it is in state `uploaded` or `refused`.
   */
  runImport: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/imports/:importId/run',
    permission: 'answer.import',
    input: z.object({
      id: Id,
      importId: Id,
      mapping: ImportMapping,
      /** When the answers were given, for the wave: first and last day. */
      opensOn: DateOnly,
      closesOn: DateOnly,
      /** Keeps the mapping under this name for the next file; null does not keep it. */
      saveMappingAs: z.nullable(z.string().check(z.minLength(1), z.maxLength(100))),
    }),
    output: AnswerImport,
    audit: 'write',
  }),

  getImport: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/imports/:importId',
    permission: 'answer.import',
    input: z.object({ importId: Id }),
    output: AnswerImport,
    audit: 'none',
  }),

  /** Throws the uploaded tables away. `import-not-waiting` when it is running or done. */
  cancelImport: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/imports/:importId/cancel',
    permission: 'answer.import',
    input: z.object({ id: Id, importId: Id }),
    output: AnswerImport,
    audit: 'write',
  }),

  /** Mappings that were kept, newest first. */
  listImportMappings: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/import-mappings',
    permission: 'answer.import',
    input: Nothing,
    output: z.object({
      mappings: z.array(z.object({ id: Id, name: z.string(), mapping: ImportMapping })),
    }),
    audit: 'none',
  }),
} as const satisfies Contract;
