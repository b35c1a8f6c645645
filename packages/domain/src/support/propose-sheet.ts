import { foldSupport, type SupportRecords } from './fold-support.ts';

export const USUAL_MINUTES = 50;

/** What a new sheet proposes: the help that met last and goes on, for as long and in the language as it did then. */
export function proposeSheet(
  records: SupportRecords,
  { language }: { readonly language: string },
): { readonly courseId: string | null; readonly minutes: number; readonly language: string } {
  const [last] = foldSupport(records).filter(
    ({ end, course }) => end === null && course.groupId === null,
  );
  const newest = last?.sessions[0];
  return {
    courseId: last?.course.id ?? null,
    minutes: newest?.minutes ?? USUAL_MINUTES,
    language: newest?.language ?? language,
  };
}
