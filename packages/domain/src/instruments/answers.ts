/**
 * What a person answered. Options are kept by id, never as numbers; a blank is never ambiguous:
 * an answer that is not there says why. Plain types only: the phone carries this file.
 */

/** Reasons a respondent can give. */
export const ASKED_ABSENCES = ['declined', 'unknown', 'not-applicable'] as const;
export type AskedAbsence = (typeof ASKED_ABSENCES)[number];

/** Reasons the engine finds: skip logic hid the question, or she stopped before it. */
export const COMPUTED_ABSENCES = ['not-shown', 'not-reached'] as const;
export type ComputedAbsence = (typeof COMPUTED_ABSENCES)[number];

export type Absence = AskedAbsence | ComputedAbsence;
export type Absent = { absent: Absence };

/**
 * One answer:
 * option id (choice), option ids in the order of the options (multi-choice), number (integer, decimal),
 * boolean, text, date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, an absence with its reason, or the rows of a roster.
 */
export type AnswerValue = string | string[] | number | boolean | Absent | Answers[];

/** Answers by linkId; the rows of a roster stand under the roster's linkId. */
export type Answers = { [linkId: string]: AnswerValue };

/** Whether this is an absence with its reason. */
export function isAbsent(value: AnswerValue | undefined): value is Absent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the reason is one the engine finds: to it, the question is still open. */
export function isComputedAbsence(value: AnswerValue | undefined): boolean {
  return isAbsent(value) && (value.absent === 'not-shown' || value.absent === 'not-reached');
}

/** Whether something was really answered: neither missing nor absent with a reason. */
export function isAnswered(value: AnswerValue | undefined): value is Exclude<AnswerValue, Absent> {
  return value !== undefined && value !== null && !isAbsent(value);
}
