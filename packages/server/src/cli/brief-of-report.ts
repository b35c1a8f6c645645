import type { CompiledForm } from '@tirek/domain/instruments';
import type { Report } from '@tirek/domain/reports';
import {
  BRIEF_FORMATS,
  type Brief,
  type BriefFormat,
  type BriefReceipt,
  buildBrief,
  buildRegionSheet,
  listPlaces,
  sourceOf,
} from '@tirek/domain/reports/brief';
import { CommandRefused } from './command-refused.ts';
import { EXIT } from './exit-status.ts';

/** What `tirek report` or `tirek release file` was asked to make: the whole report, two pages for a ministry, or one on a kind of place. */
export const REPORT_KINDS = ['report', 'brief', 'region-sheet'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export function kindOf(written: string): ReportKind {
  const kind = REPORT_KINDS.find((each) => each === written);
  if (!kind) throw new CommandRefused('report.kind-unknown', { written }, EXIT.misused);
  return kind;
}

export function briefFormatOf(written: string): BriefFormat {
  const format = BRIEF_FORMATS.find((each) => each === written);
  if (!format) throw new CommandRefused('report.brief-format-unknown', { written }, EXIT.misused);
  return format;
}

/** @throws CommandRefused naming the places there are, when the report tells of no such one */
export function briefOfReport(
  report: Report,
  {
    forms,
    kind,
    place,
    receipt,
  }: {
    forms: readonly CompiledForm[];
    kind: Exclude<ReportKind, 'report'>;
    place: string | undefined;
    receipt: BriefReceipt;
  },
): Brief {
  if (kind === 'brief') return buildBrief(report, forms, receipt);
  const sheet = buildRegionSheet(report, { forms, place: place ?? '' }, receipt);
  if (sheet) return sheet;
  const places = listPlaces(sourceOf(report, forms)).map(({ id, label }) => `${id} (${label})`);
  throw new CommandRefused('report.place-unknown', { places: places.join(', ') || '–' });
}
