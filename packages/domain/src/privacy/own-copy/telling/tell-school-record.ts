import {
  type IncidentStanding,
  incidentFacts,
  type MonthKept,
  schoolTexts,
} from '../../../people/school/index.ts';
import type { Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';

/** What the school itself wrote down of a pupil: months of attendance, and what was done to her and about it. */
export function tellSchoolRecord(
  { months, incidents }: { months: readonly MonthKept[]; incidents: readonly IncidentStanding[] },
  language: Language,
): HeldItem[] {
  const t = schoolTexts(language);
  const attended = months.map(
    ({ value: { month, days, away, excused } }) =>
      [`${month.slice(5)}.${month.slice(0, 4)}`, t('attended', { days, away, excused })] as const,
  );
  return [
    ...(attended.length > 0 ? [{ title: t('record'), facts: attended, text: '' }] : []),
    ...incidents.map((incident) => ({
      title: t('incident'),
      facts: incidentFacts(incident, language),
      text: incident.isClosed ? t('closed') : '',
    })),
  ];
}
