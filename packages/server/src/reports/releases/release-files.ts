import { createHash } from 'node:crypto';
import type { FileAnswer } from '@tirek/domain/contract';
import {
  REPORT_FILES,
  type ReleaseFormat,
  type Report,
  type ReportFormat,
  type ReportRelease,
  releaseFileName,
  releaseReadme,
  reportFileName,
} from '@tirek/domain/reports';
import { reportCsv } from '@tirek/domain/reports/documents';
import { VERSION } from '../../version.ts';
import { makeDocument } from '../documents/index.ts';
import { inOnePiece } from '../in-one-piece.ts';
import { type ZipEntry, zip } from '../zip.ts';

type Origin = Pick<ReportRelease, 'plan' | 'snapshot' | 'programVersion' | 'responses'> | null;

const ENCLOSED: readonly ReportFormat[] = ['pdf', 'docx', 'xlsx', 'html', 'json'];

/** A released report as a file, made from what was frozen. */
export function releaseFile(
  report: Report,
  {
    format,
    releasedAt,
    origin = null,
  }: {
    format: ReleaseFormat;
    releasedAt: string;
    /** Told in the archive of an exact release, for whoever wants to compute it again. */
    origin?: Origin;
  },
): FileAnswer {
  if (format === 'bundle') {
    return {
      fileName: releaseFileName(report, format),
      mediaType: 'application/zip',
      pieces: bundle(report, { releasedAt, origin }),
    };
  }
  return {
    fileName: releaseFileName(report, format),
    mediaType: REPORT_FILES[format].mediaType,
    pieces: inOnePiece(() => makeDocument({ report, format, version: VERSION })),
  };
}

/** Released tables only: documents, a CSV file for each table, a page that says what is what, and checksums of all. */
async function* bundle(
  report: Report,
  { releasedAt, origin }: { releasedAt: string; origin: Origin },
): AsyncGenerator<Uint8Array> {
  const files: { name: string; bytes: Uint8Array }[] = [
    { name: 'README.txt', bytes: Buffer.from(releaseReadme(report, { version: VERSION })) },
  ];
  if (report.audience === 'internal' && origin) {
    const { plan, snapshot, programVersion, responses } = origin;
    const told = { plan, forms: report.wave.forms, responses, snapshot, programVersion };
    files.push({ name: 'release.json', bytes: Buffer.from(`${JSON.stringify(told, null, 2)}\n`) });
  }
  files.push(
    ...(await Promise.all(
      ENCLOSED.map(async (format) => ({
        name: reportFileName(report, format),
        bytes: await makeDocument({ report, format, version: VERSION }),
      })),
    )),
  );
  for (const { name, text } of reportCsv(report, { version: VERSION })) {
    files.push({ name: `tables/${name}`, bytes: Buffer.from(text) });
  }
  const sums = files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');
  const entries: ZipEntry[] = [...files, { name: 'SHA256SUMS', bytes: Buffer.from(sums) }].map(
    ({ name, bytes }) => ({ name, pieces: [bytes] }),
  );
  yield* zip(entries, releasedAt);
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
