import type { ProblemCode } from '../problem.ts';
import { foldSupport, type SupportRecords } from './fold-support.ts';
import type { SheetRow, SupportSheet } from './support-record.ts';

export type SheetObstacle = Extract<
  ProblemCode,
  'case-day-to-come' | 'not-found' | 'changed-meanwhile' | 'support-ended'
>;

/** What keeps one row of a sheet from being written, beside consent and reach; null: nothing. */
export function sheetObstacle(
  records: SupportRecords,
  {
    row,
    sheet,
    today,
  }: { readonly row: SheetRow; readonly sheet: SupportSheet; readonly today: string },
): SheetObstacle | null {
  const { heldOn, begins } = sheet;
  if (heldOn > today) return 'case-day-to-come';
  if (begins)
    return records.courses.some(({ id }) => id === row.courseId) ? 'changed-meanwhile' : null;
  const shown = foldSupport(records).find(({ course }) => course.id === row.courseId);
  if (!shown) return 'not-found';
  if (row.supersedes !== null) {
    // One entry is corrected once, and only the one that stands.
    return shown.sessions.some(({ id }) => id === row.supersedes) ? null : 'changed-meanwhile';
  }
  if (shown.end && heldOn > shown.end.endedOn) return 'support-ended';
  return null;
}
