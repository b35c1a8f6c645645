import type { Database } from '../../db/database.ts';
import type { FormCatalogue } from '../forms.ts';
import { type KeyFor, type SurveyKeys, surveyKeys } from '../survey-keys.ts';
import { type AnswerWriter, createAnswerWriter } from './answer-writer.ts';
import { createLiveSurveys, type LiveSurveys } from './live-surveys.ts';

/** What taking answers needs. */
export interface AnswerTaking {
  readonly surveys: LiveSurveys;
  readonly keys: SurveyKeys;
  readonly writer: AnswerWriter;
}

export type AnswerTakings = (database: Database, keyFor: KeyFor) => AnswerTaking;

/** Gives the one group commit and the one cache of each database that this process serves. */
export function answerTakings(forms: FormCatalogue): AnswerTakings {
  const made = new WeakMap<Database, AnswerTaking>();
  return (database, keyFor) => {
    const known = made.get(database);
    if (known) return known;
    const keys = surveyKeys(keyFor);
    const taking: AnswerTaking = {
      surveys: createLiveSurveys(database, forms),
      keys,
      writer: createAnswerWriter(database.appPool, keys.arrivals),
    };
    made.set(database, taking);
    return taking;
  };
}
