import type { Language } from '@tirek/domain/text';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Survey } from '../session/create-survey.ts';
import type { SurveyState } from '../session/state.ts';
import type { Say } from '../survey-data.ts';

/** What every screen is given. */
export interface Shown {
  readonly survey: Survey;
  readonly state: SurveyState;
  readonly say: Say;
  /** The sentence for a problem code of the server. */
  readonly sayRefusal: (code: string, details: Readonly<Record<string, unknown>>) => string;
  readonly language: Language;
}

export const SurveyContext = createContext<Shown | null>(null);

export function useSurvey(): Shown {
  const shown = useContext(SurveyContext);
  if (!shown) throw new Error('outside of the survey');
  return shown;
}
