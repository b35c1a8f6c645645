import type { Report } from '../report.ts';
import { REPORT_FILES } from '../report-formats.ts';
import type { BriefKind } from './brief.ts';

/** The files that a brief can be taken along as. */
export const BRIEF_FORMATS = ['pdf', 'docx', 'html', 'json'] as const;
export type BriefFormat = (typeof BRIEF_FORMATS)[number];

/** `tirek-brief-2026-11-30-ru.pdf`. */
export function briefFileName(
  {
    wave,
    language,
  }: { wave: Pick<Report['wave'], 'id' | 'closesOn'>; language: Report['language'] },
  { kind, format }: { kind: BriefKind; format: BriefFormat },
): string {
  const name = ['tirek', kind, wave.closesOn ?? wave.id.slice(0, 8), language].join('-');
  return `${name}.${REPORT_FILES[format].extension}`;
}
