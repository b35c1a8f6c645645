import { type Answers, isAbsent } from './answers.ts';
import type { CheckCode } from './check-answer.ts';
import type { CompiledForm } from './compiled-form.ts';

export type ResponseCode =
  | CheckCode
  /** No item of this name here. */
  | 'unknown-item'
  /** An answer to a question that was not shown. */
  | 'not-shown'
  /** A required question has neither an answer nor a reason. */
  | 'required'
  /** A shown question has neither an answer nor a reason. */
  | 'unanswered'
  /** An answer to an item that is not asked (a group, a display, a calculation that comes out otherwise). */
  | 'not-asked'
  /** Answers that are not an object. */
  | 'not-answers';

export type ResponseFinding = {
  path: string;
  code: ResponseCode;
  limit?: number | string;
  constraint?: string;
};

export type Validation =
  | { kind: 'valid'; answers: Answers; warnings: ResponseFinding[] }
  | { kind: 'refused'; findings: ResponseFinding[] };

/**
 * Validates answers on the server. Unknown items, and unknown options, wrong types and too many choices in what is
 * shown, are refused always; a *completed* response must also keep the hard constraints, answer what is required and hold nothing
 * under hidden items. Soft constraints and unanswered questions only warn.
 * A valid completed response comes back normalised (see `complete`); one under way comes back as it was.
 * `today` (`YYYY-MM-DD`) is the day of answering, for expressions that ask for it.
 */
export function validateResponse(
  form: CompiledForm,
  answers: unknown,
  { completed, today = null }: { completed: boolean; today?: string | null },
): Validation {
  if (!isAnswers(answers))
    return { kind: 'refused', findings: [{ path: '', code: 'not-answers' }] };
  const opened = form.open(today);
  const unknown = unknownItems(form, answers);
  if (unknown.length > 0) return { kind: 'refused', findings: unknown };

  const { hard, soft } = opened.check(answers);
  // While she answers, rules between answers may be broken for a moment.
  const broken = completed ? hard : hard.filter(({ code }) => code !== 'constraint');
  const findings: ResponseFinding[] = broken.map(withoutText);
  const warnings: ResponseFinding[] = soft.map(withoutText);
  if (!completed) {
    return findings.length > 0
      ? { kind: 'refused', findings }
      : { kind: 'valid', answers, warnings };
  }

  const whole = opened.complete(answers);
  findings.push(...contradictions(form, answers, whole));
  for (const { path, required } of opened.missing(answers)) {
    (required ? findings : warnings).push({ path, code: required ? 'required' : 'unanswered' });
  }
  return findings.length > 0
    ? { kind: 'refused', findings }
    : { kind: 'valid', answers: whole, warnings };
}

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withoutText = ({ text: _, ...finding }: ResponseFinding & { text?: string }) => finding;

function unknownItems(form: CompiledForm, answers: Answers): ResponseFinding[] {
  const found: ResponseFinding[] = [];
  const look = (rows: Answers, roster: number | null, above: string) => {
    for (const linkId of Object.keys(rows)) {
      const value = rows[linkId];
      const path = above + linkId;
      const item = form.byLinkId.get(linkId);
      if (!item || item.roster !== roster) found.push({ path, code: 'unknown-item' });
      else if (item.type === 'group' || item.type === 'display') {
        found.push({ path, code: 'not-asked' });
      } else if (item.type === 'roster' && Array.isArray(value)) {
        (value as Answers[]).forEach((row, index) => {
          if (isAnswers(row)) look(row, item.slot, `${path}/${index}/`);
          else found.push({ path: `${path}/${index}`, code: 'not-answers' });
        });
      }
    }
  };
  look(answers, null, '');
  return found;
}

/** Answers under hidden items, and calculations that come out otherwise. */
function contradictions(form: CompiledForm, given: Answers, whole: Answers): ResponseFinding[] {
  const found: ResponseFinding[] = [];
  const look = (answers: Answers, completed: Answers, above: string) => {
    for (const linkId of Object.keys(answers)) {
      const value = answers[linkId];
      const path = above + linkId;
      const kept = completed[linkId];
      const isHidden = isAbsent(kept) && kept.absent === 'not-shown';
      if (isHidden) {
        if (!isAbsent(value) || value.absent !== 'not-shown') {
          found.push({ path, code: 'not-shown' });
        }
      } else if (form.byLinkId.get(linkId)?.isCalculated) {
        if (JSON.stringify(value) !== JSON.stringify(kept)) found.push({ path, code: 'not-asked' });
      } else if (
        Array.isArray(value) &&
        Array.isArray(kept) &&
        form.byLinkId.get(linkId)?.type === 'roster'
      ) {
        (value as Answers[]).forEach((row, index) => {
          look(row, (kept as Answers[])[index] ?? {}, `${path}/${index}/`);
        });
      }
    }
  };
  look(given, whole, '');
  return found;
}
