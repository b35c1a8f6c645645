import * as z from 'zod/mini';
import { type Contract, endpoint, FileAnswer, Id } from '../contract.ts';
import { LANGUAGES } from '../text/index.ts';
import { Report } from './report.ts';
import { REPORT_FORMATS } from './report-formats.ts';

export const reportsContract = {
  /**
   * The exact report of a closed wave, made anew from its answers: for the programme's own analysts,
   * before disclosure control. `wave-not-closed` while people can still answer: nobody looks into answers on their way;
   * `answers-on-their-way` in the seconds after closing, until the last ones are shuffled in.
   */
  getWaveReport: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/report',
    permission: 'report.read',
    input: z.object({ waveId: Id, language: z.enum(LANGUAGES) }),
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
    }),
    output: FileAnswer,
    isFile: true,
    audit: 'read',
    perMinute: 30,
  }),
} as const satisfies Contract;
