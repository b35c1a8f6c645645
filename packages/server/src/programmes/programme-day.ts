import { PROGRAMME_UTC_OFFSET_MINUTES } from '@tirek/domain/surveys';
import { dateOfInstant } from '@tirek/domain/text';

/** The day on the programme's calendar, `YYYY-MM-DD`, at a UTC instant. */
export const programmeDay = (instant: string): string =>
  dateOfInstant(instant, PROGRAMME_UTC_OFFSET_MINUTES);

/** The instant at which a day of that calendar begins. */
export const programmeDayStart = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - PROGRAMME_UTC_OFFSET_MINUTES * 60_000).toISOString();
