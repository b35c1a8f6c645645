import * as z from 'zod/mini';
import { type Contract, endpoint, FileAnswer, Id } from '../../contract.ts';
import { LANGUAGES } from '../../text/index.ts';
import { REPORT_AUDIENCES } from '../report.ts';
import { BRIEF_KINDS, Brief } from './brief.ts';
import { BRIEF_FORMATS } from './brief-formats.ts';

const Asked = {
  language: z.enum(LANGUAGES),
  kind: z.enum(BRIEF_KINDS),
  /** Code of a kind of place, for a region sheet. */
  place: z.optional(z.string().check(z.maxLength(100))),
};
const OfWave = { waveId: Id, ...Asked, audience: z.optional(z.enum(REPORT_AUDIENCES)) };
const OfRelease = { releaseId: Id, ...Asked };
const Format = z.enum(BRIEF_FORMATS);

/** With the kinds of place that region sheets can be about, in the order of their question. */
const ShownBrief = z.object({
  brief: Brief,
  places: z.array(z.object({ id: z.string(), label: z.string() })),
  /** For the name of a file. */
  wave: z.object({ id: z.string(), closesOn: z.nullable(z.string()) }),
});

/** Every one of them answers `not-found` for a region sheet of a place that the report tells nothing of. */
export const briefsContract = {
  /** A brief from the report of a closed wave as an audience would be told it; refused as `getWaveReport` is, and no release either. */
  getWaveBrief: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/brief',
    permission: 'report.read',
    input: z.object(OfWave),
    output: ShownBrief,
    audit: 'read',
  }),
  getWaveBriefFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/brief/file',
    permission: 'report.read',
    input: z.object({ ...OfWave, format: Format }),
    output: FileAnswer,
    isFile: true,
    audit: 'read',
    perMinute: 30,
  }),
  /** A brief from the tables of a release as they were frozen, whatever has become of the answers since; seen by whom the release is. */
  getReleaseBrief: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/releases/:releaseId/brief',
    permission: 'release.read',
    input: z.object(OfRelease),
    output: ShownBrief,
    audit: 'read',
  }),
  getReleaseBriefFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/releases/:releaseId/brief/file',
    permission: 'release.read',
    input: z.object({ ...OfRelease, format: Format }),
    output: FileAnswer,
    isFile: true,
    audit: 'read',
    perMinute: 30,
  }),
  /** Of a release for everybody that was not withdrawn. */
  getPublicReleaseBrief: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/public/releases/:releaseId/brief',
    permission: 'anyone',
    input: z.object(OfRelease),
    output: ShownBrief,
    audit: 'none',
  }),
  getPublicReleaseBriefFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/public/releases/:releaseId/brief/file',
    permission: 'anyone',
    input: z.object({ ...OfRelease, format: Format }),
    output: FileAnswer,
    isFile: true,
    audit: 'none',
    perMinute: 20,
  }),
} as const satisfies Contract;
