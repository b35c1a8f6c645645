import type { HelpContact, SurveyModel } from '@tirek/domain/surveys/phone';
import type { Say } from '../survey-data.ts';

/** Whom she can call: where the survey asks about danger, the numbers of the country before its own contacts. */
export function contactsOf(
  { help, emergency }: Pick<SurveyModel, 'help' | 'emergency'>,
  say: Say,
): readonly HelpContact[] {
  if (!emergency) return help;
  const hours = say('danger.hours');
  return [
    { phone: emergency.all, name: say('danger.all'), hours },
    { phone: emergency.ambulance, name: say('danger.ambulance'), hours },
    ...help,
  ];
}

/** The address that dials it. */
export const dialled = (phone: string) => `tel:${phone.replace(/[^\d+*#]/g, '')}`;
