import type { SurveyModel } from '@tirek/domain/surveys';
import type { KeyOf, Language, Translate } from '@tirek/domain/text';

/** The phone's texts: those of the screens, and those of the server's refusals under `refusal.<code>`. */
export type SurveyWords = typeof import('./text/en/survey.json');
/** Of the help screen: a phone has them only where the survey asks about danger. */
export type DangerWords = typeof import('./text/en/danger.json');
/** Of a link to a person's file: what is said otherwise than in a survey, and the door before it. */
export type OwnWords = typeof import('./text/en/own.json');
export type WordKey = KeyOf<SurveyWords> | KeyOf<DangerWords> | KeyOf<OwnWords>;
export type RefusalWords = typeof import('./text/en/refusal.json');
export type RefusalCode = keyof RefusalWords;

/** Finds a text of the screens. */
export type Say = Translate<WordKey>;

export interface LanguageWords {
  readonly screens: Readonly<Record<string, string>>;
  readonly refusals: Readonly<Record<string, string>>;
}

/** What the page hands to its script as JSON: the survey in one language, and the screens' words in all of the wave's. */
export interface SurveyData {
  readonly model: SurveyModel;
  readonly words: Readonly<Partial<Record<Language, LanguageWords>>>;
}

/** What the page of a link hands over: the questions come only for whoever knows the code. */
export interface OwnData {
  readonly own: Language;
  readonly quickExit: Readonly<Record<Language, string>>;
  readonly words: Readonly<Record<Language, LanguageWords>>;
}

/** What a page hands over that says why a survey cannot be answered: unfinished answers may still be on the phone. */
export interface LeftData {
  /** The survey's slug. */
  readonly left: string;
  readonly language: Language;
  readonly words: Readonly<Record<string, string>>;
}
