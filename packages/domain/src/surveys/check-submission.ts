import {
  type Answers,
  type CompiledForm,
  type ResponseFinding,
  type Score,
  scoreForm,
  validateResponse,
} from '../instruments/index.ts';

/** Something wrong in a finished questionnaire, with its form; `path` as in `Screen.path`. */
export type SubmissionFinding = ResponseFinding & { readonly form: string };

export type CheckedSubmission =
  | {
      readonly kind: 'ready';
      /** By form code, normalised: every item in document order. */
      readonly answers: Record<string, Answers>;
      readonly scores: Record<string, Score[]>;
      /** By form code. */
      readonly versions: Record<string, string>;
    }
  | { readonly kind: 'refused'; readonly findings: SubmissionFinding[] };

/** Findings told at most: a page shows the first, and a stranger's nonsense should not echo at length. */
const MOST_FINDINGS = 50;

/**
 * Validates a finished questionnaire against every instrument of its wave and scores it.
 * @param given answers by form code; a form that is not there counts as answered nowhere.
 * @param today day of answering, `YYYY-MM-DD`.
 */
export function checkSubmission(
  forms: readonly CompiledForm[],
  given: Readonly<Record<string, unknown>>,
  today: string,
): CheckedSubmission {
  const findings: SubmissionFinding[] = Object.keys(given)
    .filter((code) => !forms.some((form) => form.code === code))
    .map((code) => ({ form: code.slice(0, 32), path: '', code: 'not-answers' }));
  const answers: Record<string, Answers> = {};
  const scores: Record<string, Score[]> = {};
  const versions: Record<string, string> = {};
  for (const form of forms) {
    const validation = validateResponse(form, given[form.code] ?? {}, { completed: true, today });
    if (validation.kind === 'refused') {
      findings.push(...validation.findings.map((finding) => ({ form: form.code, ...finding })));
      continue;
    }
    answers[form.code] = validation.answers;
    scores[form.code] = scoreForm(form, validation.answers);
    versions[form.code] = form.version;
  }
  return findings.length > 0
    ? { kind: 'refused', findings: findings.slice(0, MOST_FINDINGS) }
    : { kind: 'ready', answers, scores, versions };
}
