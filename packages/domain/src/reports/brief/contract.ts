import * as z from 'zod/mini';
import { type Contract, endpoint, FileAnswer, Id } from '../../contract.ts';
import { LANGUAGES } from '../../text/index.ts';
import { REPORT_AUDIENCES } from '../report.ts';
import { BRIEF_KINDS } from './brief.ts';
import { BRIEF_FORMATS } from './brief-formats.ts';

export const briefsContract = {
  /**
   * A brief from the report of a closed wave as an audience would be told it; refused as `getWaveReport` is, and no release either.
   * `place` is the code of a kind of place, for a region sheet; `not-found` when the report tells of no such one.
   */
  getWaveBriefFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/brief/file',
    permission: 'report.read',
    input: z.object({
      waveId: Id,
      language: z.enum(LANGUAGES),
      kind: z.enum(BRIEF_KINDS),
      place: z.optional(z.string().check(z.maxLength(100))),
      format: z.enum(BRIEF_FORMATS),
      audience: z.optional(z.enum(REPORT_AUDIENCES)),
    }),
    output: FileAnswer,
    isFile: true,
    audit: 'read',
    perMinute: 30,
  }),
} as const satisfies Contract;
