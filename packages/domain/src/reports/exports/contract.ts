import * as z from 'zod/mini';
import { type Contract, endpoint, FileAnswer, Id, Instant } from '../../contract.ts';
import { LANGUAGES } from '../../text/index.ts';

/** Days in which approved files may be fetched. */
export const EXPORT_DAYS = 7;

/**
 * How well people can be made to hide in files: every row like those of k - 1 other families in all that others may know,
 * with l different values of each sensitive variable among them. The first is proposed; k of 1: everything exact, so that a
 * statistician can compute every number of the report again.
 */
export const EXPORT_PROTECTIONS = [
  { k: 5, l: 2 },
  { k: 10, l: 2 },
  { k: 3, l: 1 },
  { k: 1, l: 1 },
] as const;

const Alike = {
  k: z.literal(EXPORT_PROTECTIONS.map(({ k }) => k)),
  l: z.int().check(z.gte(1), z.lte(2)),
};

const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));

const Count = z.int().check(z.nonnegative());
const Said = z.partialRecord(z.enum(LANGUAGES), z.string());

/** How well the rows of each file will hide, and what that costs, told before a file is made. */
export const ExportCost = z.strictObject({
  tables: z.array(
    z.strictObject({
      name: z.string(),
      titles: Said,
      rows: Count,
      /** Variables by which somebody could be recognised. */
      keys: Count,
      /** Rows that are alike in all of these form a class. */
      classes: Count,
      /** Rows of the smallest class: k. Null where there are no rows. */
      smallestClass: z.nullable(Count),
      rowsAlone: Count,
      rowsBelowFive: Count,
      /** Fewest different values of a sensitive variable in a class: l. Null where none is told. */
      fewestValues: z.nullable(Count),
      cells: Count,
      /** Cells that are told less finely, and those that are not told. */
      coarser: Count,
      withheld: Count,
      /** Whether its rows no longer say whose they are. */
      isApart: z.boolean(),
      changed: z.array(
        z.strictObject({
          variable: z.string(),
          labels: Said,
          change: z.nullable(z.enum(['bands', 'merged', 'withheld'])),
          coarser: Count,
          withheld: Count,
        }),
      ),
    }),
  ),
});
export type ExportCost = z.infer<typeof ExportCost>;

/** A request for the exact answers of a wave as files, and what a second person decided. */
export const WaveExport = z.strictObject({
  id: Id,
  waveId: Id,
  waveTitle: z.record(z.enum(LANGUAGES), z.string()),
  /** Of the labels in the files. */
  language: z.enum(LANGUAGES),
  /** 1 where everything is exact. */
  ...Alike,
  reason: z.string(),
  /** As it was when the files were asked for; null of requests from before it was told. */
  cost: z.nullable(ExportCost),
  requestedBy: Id,
  /** As colleagues see the name. */
  requestedByName: z.string(),
  requestedAt: Instant,
  decision: z.nullable(
    z.strictObject({
      kind: z.enum(['approved', 'refused']),
      decidedBy: Id,
      decidedByName: z.string(),
      decidedAt: Instant,
      reason: z.nullable(z.string()),
      /** Until when approved files may be fetched. */
      fetchUntil: z.nullable(Instant),
    }),
  ),
});
export type WaveExport = z.infer<typeof WaveExport>;

/**
 * Answers leave the program only when one person asks for them and another one, of a role of
 * her own, agrees. Every step is a row of the log.
 */
export const exportsContract = {
  /**
   * What the files would cost those who read them, for whoever thinks of asking; `alike` as in `EXPORT_PROTECTIONS`. Refused as
   * `requestExport`.
   */
  previewExport: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/exports/preview',
    permission: 'export.request',
    input: z.object({
      waveId: Id,
      alike: z.literal(EXPORT_PROTECTIONS.map(({ k }) => `${k}` as const)),
    }),
    output: ExportCost,
    audit: 'read',
  }),
  /**
   * `wave-not-closed` while people can still answer, `answers-on-their-way` in the seconds after; `export-too-few` where fewer
   * families answered than must be alike.
   */
  requestExport: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/waves/:waveId/exports',
    permission: 'export.request',
    input: z
      .object({ id: Id, waveId: Id, language: z.enum(LANGUAGES), ...Alike, reason: Reason })
      .check(z.refine(({ k, l }) => l <= k, { path: ['l'] })),
    output: WaveExport,
    audit: 'write',
  }),
  listExports: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/exports',
    permission: 'export.read',
    input: z.object({}),
    output: z.object({ exports: z.array(WaveExport) }),
    audit: 'none',
  }),
  /** `export-own` for whoever asked herself; `export-decided` when it is too late. */
  decideExport: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/exports/:exportId/decision',
    permission: 'export.approve',
    input: z.discriminatedUnion('decision', [
      z.object({ id: Id, exportId: Id, decision: z.literal('approved') }),
      z.object({ id: Id, exportId: Id, decision: z.literal('refused'), reason: Reason }),
    ]),
    output: WaveExport,
    audit: 'write',
  }),
  /**
   * All files in one archive, for whoever asked for them and nobody else. `export-not-approved`,
   * `export-expired`; `export-too-few` where fewer families answered than must be alike; `answers-on-their-way` in the
   * seconds after a wave was closed.
   */
  fetchExport: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/exports/:exportId/files',
    permission: 'export.request',
    input: z.object({ exportId: Id }),
    output: FileAnswer,
    audit: 'read',
    isFile: true,
    perMinute: 10,
  }),
} as const satisfies Contract;
