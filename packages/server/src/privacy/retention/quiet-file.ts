import type { QuietFile } from '@tirek/domain/privacy/retention';
import { programmeDay, programmeDayStart } from '../../programmes/index.ts';
import type { QuietRow } from './queries.ts';

/** A row as it is judged: by the days of the programme. */
export const quietFileOf = (row: QuietRow): QuietFile & { readonly people: number } => ({
  activeOn: programmeDay(row.activeAt),
  endedOn: row.endedAt && programmeDay(row.endedAt),
  caseState: row.caseState,
  isStopped: row.isStopped,
  people: row.people,
});

/** Days as the instants at which they begin. */
export const boundsOf = (
  { active, ended }: { readonly active: string; readonly ended: string },
  now: string,
) => ({ active: programmeDayStart(active), ended: programmeDayStart(ended), now });
