import { answersContract } from '@tirek/domain/surveys';
import { loneRoutesOf, type Route } from '../../http/handler.ts';
import type { AnswerTakings } from './answer-taking.ts';
import { dropCarriedDraft, getCarriedDraft, keepDraft } from './carried-drafts.ts';
import { submitAnswers } from './submit-answers.ts';
import { withdrawAnswers } from './withdraw-answers.ts';

/** The respondent's endpoints. */
export function answerRoutes(takingOf: AnswerTakings): Route[] {
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
