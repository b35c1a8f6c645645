import * as z from 'zod/mini';
import { type Contract, endpoint, FileAnswer, Id } from '../contract.ts';
import { LANGUAGES } from '../text/index.ts';
import { REPORT_AUDIENCES, Report } from './report.ts';
import { REPORT_FORMATS } from './report-formats.ts';

/** For whom; the programme's own analysts if nothing is said. */
const Audience = z.optional(z.enum(REPORT_AUDIENCES));

export const reportsContract = {
  /**
   * The report of a closed wave, made anew from its answers for the programme's own analysts: exact, or with what would be
   * hidden from an audience hidden. It is no release: what leaves their room is prepared and approved (`releasesContract`).
   * `report-too-small` when an audience may be told of so few not at all; `wave-not-closed` while people can still answer: nobody looks into answers on their way;
   * `answers-on-their-way` in the seconds after closing, until the last ones are shuffled in.
   */
  getWaveReport: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/report',
    permission: 'report.read',
    input: z.object({ waveId: Id, language: z.enum(LANGUAGES), audience: Audience }),
    output: Report,
    audit: 'read',
  }),
  /** The same as a file to take along; refused as `getWaveReport` is. */
  getWaveReportFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/report/file',
    permission: 'report.read',
    input: z.object({
      waveId: Id,
      language: z.enum(LANGUAGES),
      format: z.enum(REPORT_FORMATS),
      audience: Audience,
    }),
    output: FileAnswer,
    isFile: true,
    audit: 'read',
    perMinute: 30,
  }),
} as const satisfies Contract;
