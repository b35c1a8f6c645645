import * as z from 'zod/mini';
import { type Contract, endpoint, FileAnswer, Id, Instant, Nothing } from '../../contract.ts';
import { LANGUAGES } from '../../text/languages.ts';
import { MATCH_REASONS } from '../matching/compare-identities.ts';
import { PersonCard } from '../person.ts';
import { REGISTER_ERRORS, REGISTER_WARNINGS, RegisterMapping } from './register-mapping.ts';

/** The largest file, in bytes; as base64 and with a little for the rest. */
export const REGISTER_FILE_BYTES = 8 * 1024 * 1024;
const LARGEST_UPLOAD = Math.ceil((REGISTER_FILE_BYTES * 4) / 3) + 64 * 1024;
/** So many rows are looked through on one page. */
export const REVIEW_PAGE = 20;

/** A sheet with what its columns look like, for whoever says what they hold. */
const UploadedSheet = z.object({
  name: z.string(),
  rows: z.int(),
  columns: z.array(z.object({ name: z.string(), values: z.array(z.string()), filled: z.int() })),
  /** How it would be read if nobody corrected it. */
  suggestion: RegisterMapping,
});
export type UploadedSheet = z.infer<typeof UploadedSheet>;

/**
 * `uploaded`: it waits for its columns to be told; `checking`, `running`: the program works; `checked`: read, and what is alike is
 * looked through; `done` and `cancelled`: nothing of the file is kept.
 */
export const REGISTER_STATES = [
  ...['uploaded', 'checking', 'checked', 'running', 'done', 'cancelled'],
] as const;

export const RegisterImport = z.object({
  id: Id,
  uploadedAt: Instant,
  /** Null once it is over: nothing of the file is kept. */
  fileName: z.nullable(z.string()),
  state: z.enum(REGISTER_STATES),
  /** Rows read or registered so far, and all of them. */
  done: z.int(),
  total: z.int(),
  /** Once checked, and once done. */
  people: z.int(),
  families: z.int(),
  /** Rows that are somebody registered already, or another row's person. */
  linked: z.int(),
  errors: z.int(),
  warnings: z.int(),
  /** Rows about which nobody has said yet whether they are somebody else. */
  undecided: z.int(),
  asked: z.int(),
  /** Somebody like a row was registered after the check: there is more to decide before it can be done. */
  hasNews: z.boolean(),
  /** The code of what stopped the program while it worked. */
  refusal: z.nullable(z.string()),
});
export type RegisterImport = z.infer<typeof RegisterImport>;

const Finding = z.object({
  code: z.enum([...REGISTER_ERRORS, ...REGISTER_WARNINGS]),
  severity: z.enum(['error', 'warning']),
  line: z.nullable(z.int()),
  column: z.nullable(z.string()),
  value: z.nullable(z.string()),
});

/** What somebody said of a row: another person than all who are shown, or one of them. */
export const RowDecision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('another') }),
  z.object({ kind: z.literal('person'), personId: Id }),
  z.object({ kind: z.literal('row'), line: z.int() }),
]);
export type RowDecision = z.infer<typeof RowDecision>;

/** A row of the file as whoever brought it wrote it. */
const FileRow = z.object({ line: z.int(), name: z.string(), birth: z.string() });

const AskedRow = z.object({
  ...FileRow.shape,
  /** Registered people who may be her, as a search shows them. */
  cards: z.array(PersonCard),
  /** Rows before it that may be her. */
  rows: z.array(
    z.object({ ...FileRow.shape, score: z.int(), reasons: z.array(z.enum(MATCH_REASONS)) }),
  ),
  decision: z.nullable(RowDecision),
});
export type AskedRow = z.infer<typeof AskedRow>;

/** Bringing in a register that was kept elsewhere. Nothing is registered unless all of it is right and all is decided. */
export const registerContract = {
  /**
   * Takes a file and proposes how to read it. It lies sealed until the import is done or cancelled, and for a day at most.
   * @throws `file-unreadable`, `file-empty`, `file-locked`, `file-too-old`, `file-quote-alone`, `payload-too-large`
   */
  uploadRegister: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/registers',
    permission: 'register.import',
    input: z.object({
      id: Id,
      name: z.string().check(z.minLength(1), z.maxLength(200)),
      /** Base64. */
      content: z.string().check(z.minLength(1), z.maxLength(LARGEST_UPLOAD)),
    }),
    output: RegisterImport,
    audit: 'write',
    maxBytes: LARGEST_UPLOAD,
  }),

  /** What the sheets of one's own upload look like. Shows cells of it, and to nobody but whoever brought it. */
  getRegisterSheets: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/registers/:registerId/sheets',
    permission: 'register.import',
    input: z.object({ registerId: Id }),
    output: z.object({
      sheets: z.array(UploadedSheet),
      /** Sheets that are hidden in the file are left aside. */
      hidden: z.array(z.string()),
      /** As it was told last, or proposed. */
      mapping: z.nullable(RegisterMapping),
    }),
    audit: 'read',
  }),

  /**
   * Begins to read the file and to look for everybody in it; `getRegister` tells how far it has come. Registers nobody.
   * @throws `import-not-waiting`
   */
  checkRegister: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/registers/:registerId/check',
    permission: 'register.import',
    input: z.object({
      id: Id,
      registerId: Id,
      mapping: RegisterMapping,
      /** Keeps the mapping under this name for the next file. */
      keepAs: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
    }),
    output: RegisterImport,
    audit: 'write',
  }),

  getRegister: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/registers/:registerId',
    permission: 'register.import',
    input: z.object({ registerId: Id }),
    output: RegisterImport,
    audit: 'none',
  }),

  /** One's own imports that are not over, and those of the last weeks that are. */
  listRegisters: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/registers',
    permission: 'register.import',
    input: Nothing,
    output: z.object({ registers: z.array(RegisterImport) }),
    audit: 'none',
  }),

  /** What the check found: what is wrong, and a page of the rows about which somebody has to decide. */
  getRegisterReview: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/registers/:registerId/review',
    permission: 'register.import',
    input: z.object({
      registerId: Id,
      /** How many of the asked rows come before the page, in digits. */
      from: z.string().check(z.regex(/^\d{1,6}$/)),
    }),
    output: z.object({
      /** The first 200, errors before warnings. */
      findings: z.array(Finding),
      asked: z.array(AskedRow),
    }),
    audit: 'read',
  }),

  /** Says who a row is; saying it anew replaces it. @throws `import-not-waiting`, `not-found` for what was not shown */
  decideRegisterRow: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/registers/:registerId/rows',
    permission: 'register.import',
    input: z.object({ id: Id, registerId: Id, line: z.int(), decision: RowDecision }),
    output: RegisterImport,
    audit: 'write',
  }),

  /**
   * Registers everybody, all or nobody. `holderId`: who is to hold the families: oneself, or somebody of one's team.
   * @throws `import-not-waiting`, `register-undecided`, `register-wrong`, `holder-refused`
   */
  runRegister: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/registers/:registerId/run',
    permission: 'register.import',
    input: z.object({ id: Id, registerId: Id, holderId: Id }),
    output: RegisterImport,
    audit: 'write',
  }),

  /** Throws everything of the file away. @throws `import-not-waiting` while it runs and once it is over */
  cancelRegister: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/registers/:registerId/cancel',
    permission: 'register.import',
    input: z.object({ id: Id, registerId: Id }),
    output: RegisterImport,
    audit: 'write',
  }),

  /** How files were read that somebody of the programme kept a name for, the newest first. */
  listRegisterMappings: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/register-mappings',
    permission: 'register.import',
    input: Nothing,
    output: z.object({
      mappings: z.array(z.object({ id: Id, name: z.string(), mapping: RegisterMapping })),
    }),
    audit: 'none',
  }),

  /** An empty workbook with the headings that are understood, and a sheet that says how to fill it in. */
  getRegisterTemplate: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/register-template/:language',
    permission: 'register.import',
    input: z.object({ language: z.enum(LANGUAGES) }),
    output: FileAnswer,
    audit: 'none',
    isFile: true,
  }),
} as const satisfies Contract;
