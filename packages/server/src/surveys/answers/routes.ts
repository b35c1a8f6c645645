import { answersContract } from '@tirek/domain/surveys';
import type { Database } from '../../db/database.ts';
import { loneRoutesOf, type Route } from '../../http/handler.ts';
import type { FormCatalogue } from '../forms.ts';
import { type KeyFor, surveyKeys } from '../survey-keys.ts';
import { createAnswerWriter } from './answer-writer.ts';
import { dropCarriedDraft, getCarriedDraft, keepDraft } from './carried-drafts.ts';
import { createLiveSurveys } from './live-surveys.ts';
import { type AnswerTaking, submitAnswers } from './submit-answers.ts';
import { withdrawAnswers } from './withdraw-answers.ts';

/** The respondent's endpoints. */
export function answerRoutes(forms: FormCatalogue): Route[] {
  // One group commit and one cache for each database that this process serves.
  const taking = new WeakMap<Database, AnswerTaking>();
  const takingOf = (database: Database, keyFor: KeyFor): AnswerTaking => {
    const known = taking.get(database);
    if (known) return known;
    const keys = surveyKeys(keyFor);
    const made = {
      surveys: createLiveSurveys(database, forms),
      keys,
      writer: createAnswerWriter(database.appPool, keys.arrivals),
    };
    taking.set(database, made);
    return made;
  };
  return loneRoutesOf(answersContract, {
    submitAnswers: ({ database, keyFor, input, now }) =>
      submitAnswers(takingOf(database, keyFor), input, now),
    putDraft: ({ database, keyFor, input, now }) =>
      keepDraft(database, takingOf(database, keyFor), { ...input, now }),
    getDraft: ({ database, keyFor, input, now }) =>
      getCarriedDraft(database, takingOf(database, keyFor), { ...input, now }),
    dropDraft: ({ database, keyFor, input, now }) =>
      dropCarriedDraft(database, takingOf(database, keyFor), { ...input, now }),
    withdrawAnswers: ({ database, keyFor, input, now }) =>
      withdrawAnswers(database, takingOf(database, keyFor), { ...input, now }),
  });
}
