import type { Report } from './report.ts';

/** The files that a report can be taken along as. */
export const REPORT_FORMATS = ['pdf', 'docx', 'xlsx', 'csv', 'html', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Ends of names and media types; the tables of `csv` come together in one archive. */
export const REPORT_FILES: Readonly<
  Record<ReportFormat, { readonly extension: string; readonly mediaType: string }>
> = {
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  docx: {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  csv: { extension: 'zip', mediaType: 'application/zip' },
  html: { extension: 'html', mediaType: 'text/html; charset=utf-8' },
  json: { extension: 'json', mediaType: 'application/json' },
};

/** `tirek-2026-11-30-ru.pdf`: what it is, of when, in which language; nothing that tells a finder more. */
export function reportFileName(
  { wave, language }: Pick<Report, 'wave' | 'language'>,
  format: ReportFormat,
): string {
  const name = ['tirek', wave.closesOn ?? wave.id.slice(0, 8), language].join('-');
  return `${name}.${REPORT_FILES[format].extension}`;
}
