import { PROGRAMME_UTC_OFFSET_MINUTES } from '@tirek/domain/surveys';
import { dateOfInstant } from '@tirek/domain/text';

/** The day on the programme's calendar. */
export const today = (now: string): string => dateOfInstant(now, PROGRAMME_UTC_OFFSET_MINUTES);
