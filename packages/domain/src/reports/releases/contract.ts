import * as z from 'zod/mini';
import { type Contract, endpoint, FileAnswer, Id, Instant, Nothing } from '../../contract.ts';
import { LANGUAGES } from '../../text/index.ts';
import { OWN_CHECKS } from '../consistency/certify-report.ts';
import { REPORT_AUDIENCES, Report } from '../report.ts';
import { REPORT_FORMATS } from '../report-formats.ts';
import { AnalysisPlan } from './analysis-plan.ts';
import { PLAN_REFUSALS } from './run-plan.ts';

const Language = z.enum(LANGUAGES);
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Count = z.int().check(z.nonnegative());
const Title = z.record(Language, z.string());

/** `bundle`: everything of a release in one archive, with its receipts and checksums. */
export const RELEASE_FORMATS = [...REPORT_FORMATS, 'bundle'] as const;
export type ReleaseFormat = (typeof RELEASE_FORMATS)[number];

const Refused = z.object({
  kind: z.literal('refused'),
  code: z.enum(PLAN_REFUSALS),
  release: z.nullable(Count),
  details: z.array(z.string()),
  titles: z.record(z.string(), z.string()),
  instead: z.nullable(AnalysisPlan),
});

/** What the last line of a preview says. */
export const PreviewOutcome = z.union([
  z.object({
    kind: z.literal('report'),
    report: Report,
    sections: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        tables: z.array(z.object({ id: z.string(), title: z.string() })),
      }),
    ),
    cells: Count,
    hidden: Count,
  }),
  Refused,
]);
export type PreviewOutcome = z.infer<typeof PreviewOutcome>;

/** What the check of a report's own figures saw before it was frozen; it found nothing, or there would be no release. */
export const ReleaseCertificate = z.strictObject({
  /** Version of the rules. */
  rules: Count,
  checkedOn: z.string(),
  /** In each language: figures read, tables, and how many figures each check computed again. */
  seen: z.record(
    Language,
    z.strictObject({ numbers: Count, tables: Count, done: z.record(z.enum(OWN_CHECKS), Count) }),
  ),
});
export type ReleaseCertificate = z.infer<typeof ReleaseCertificate>;

/** A report that was frozen as it was on that day, and what a second person said of it. */
export const ReportRelease = z.strictObject({
  id: Id,
  waveId: Id,
  waveTitle: Title,
  audience: z.enum(REPORT_AUDIENCES),
  plan: AnalysisPlan,
  reason: z.string(),
  preparedBy: Id,
  /** As colleagues see the name. */
  preparedByName: z.string(),
  preparedAt: Instant,
  /** SHA-256 of the answers it was made from. */
  snapshot: z.string(),
  programVersion: z.string(),
  responses: Count,
  /** Null for releases from before figures were checked. */
  certificate: z.nullable(ReleaseCertificate),
  decision: z.nullable(
    z.strictObject({
      kind: z.enum(['approved', 'refused']),
      /** Counted through the programme; a release that was refused has none. */
      number: z.nullable(Count),
      decidedBy: Id,
      decidedByName: z.string(),
      decidedAt: Instant,
      reason: z.nullable(z.string()),
    }),
  ),
  withdrawal: z.nullable(z.strictObject({ at: Instant, reason: z.string() })),
});
export type ReportRelease = z.infer<typeof ReportRelease>;

/** What anybody may read. */
export const PublicRelease = z.strictObject({
  id: Id,
  number: Count,
  title: Title,
  releasedAt: Instant,
  withdrawal: z.nullable(z.strictObject({ at: Instant, reason: z.string() })),
});
export type PublicRelease = z.infer<typeof PublicRelease>;

const OfRelease = { releaseId: Id, language: Language };
const FileOfRelease = z.object({ ...OfRelease, format: z.enum(RELEASE_FORMATS) });

/**
 * A report leaves the analysts' room only as a release: planned by one person, frozen, approved by another, numbered, never
 * changed. A release that was a mistake is withdrawn and keeps its number.
 */
export const releasesContract = {
  /** The questions by which a report of the wave may be narrowed down. */
  listPlanQuestions: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/plan-questions',
    permission: 'release.prepare',
    input: z.object({ waveId: Id, language: Language }),
    output: z.object({
      questions: z.array(
        z.object({
          form: z.nullable(z.string()),
          question: z.string(),
          label: z.string(),
          options: z.array(z.object({ id: z.string(), label: z.string() })),
        }),
      ),
    }),
    audit: 'none',
  }),
  /**
   * What a plan gives, as lines of JSON: `{"done":0.3}` while it is made, at last `{"outcome":…}` (`PreviewOutcome`).
   * Whoever closes the connection stops the work. `plan` is an `AnalysisPlan` as JSON.
   */
  previewReport: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/report-preview',
    permission: 'release.prepare',
    input: z.object({ plan: z.string().check(z.maxLength(12_000)), language: Language }),
    output: FileAnswer,
    audit: 'read',
    isFile: true,
    perMinute: 60,
  }),
  /**
   * Freezes what the plan gives now, in all languages, for a second person to decide on. A refused plan keeps nothing, and
   * neither does a report whose own figures do not agree: `release-inconsistent`.
   */
  prepareRelease: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/releases',
    permission: 'release.prepare',
    // The language in which the asker is told where a figure does not agree.
    input: z.object({ id: Id, plan: AnalysisPlan, reason: Reason, language: z.enum(LANGUAGES) }),
    output: z.union([z.object({ kind: z.literal('prepared'), release: ReportRelease }), Refused]),
    audit: 'write',
  }),
  /** Those that the asker may read, newest first. */
  listReleases: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/releases',
    permission: 'release.read',
    input: Nothing,
    output: z.object({ releases: z.array(ReportRelease) }),
    audit: 'none',
  }),
  getRelease: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/releases/:releaseId',
    permission: 'release.read',
    input: z.object(OfRelease),
    output: z.object({ release: ReportRelease, report: Report }),
    audit: 'read',
  }),
  getReleaseFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/releases/:releaseId/file',
    permission: 'release.read',
    input: FileOfRelease,
    output: FileAnswer,
    audit: 'read',
    isFile: true,
    perMinute: 30,
  }),
  /**
   * `release-own` for whoever prepared it, `release-decided` when it is too late, `release-clashes` when another one that was
   * approved meanwhile would tell too much beside it.
   */
  decideRelease: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/releases/:releaseId/decision',
    permission: 'release.approve',
    input: z.discriminatedUnion('decision', [
      z.object({ id: Id, releaseId: Id, decision: z.literal('approved') }),
      z.object({ id: Id, releaseId: Id, decision: z.literal('refused'), reason: Reason }),
    ]),
    output: ReportRelease,
    audit: 'write',
  }),
  /** `release-not-out` when it was not approved or is withdrawn already. */
  withdrawRelease: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/releases/:releaseId/withdrawal',
    permission: 'release.approve',
    input: z.object({ id: Id, releaseId: Id, reason: Reason }),
    output: ReportRelease,
    audit: 'write',
  }),
  /** Releases for everybody, newest first, also those that were withdrawn. */
  listPublicReleases: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/public/releases',
    permission: 'anyone',
    input: Nothing,
    output: z.object({ releases: z.array(PublicRelease) }),
    audit: 'none',
  }),
  getPublicRelease: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/public/releases/:releaseId',
    permission: 'anyone',
    input: z.object(OfRelease),
    output: z.object({ release: PublicRelease, report: Report }),
    audit: 'none',
  }),
  getPublicReleaseFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/public/releases/:releaseId/file',
    permission: 'anyone',
    input: FileOfRelease,
    output: FileAnswer,
    audit: 'none',
    isFile: true,
    perMinute: 20,
  }),
} as const satisfies Contract;
