import type { Answers } from './answers.ts';
import type { CompiledForm } from './compiled-form.ts';
import { SAFETY_URGENCIES, type SafetyKind, type SafetyUrgency } from './conclusion.ts';

/** What a rule of the form says of these answers; `row` counts from 0 in the rows of a roster. */
export type Conclusion = {
  conclusion: string;
  /** Version of the rule, not of the form. */
  version: string;
  row?: number;
  /** Null where answers are missing that could change it. */
  outcome: string | null;
};

/** Possible danger that the answers tell of, and the items that tell it. */
export type Signal = { kind: SafetyKind; urgency: SafetyUrgency; items: string[] };

/** Everything that the rules of a form conclude from the answers, a rule of a roster once in each row. */
export function concludeForm({ rules }: CompiledForm, answers: Answers): Conclusion[] {
  if (rules.conclusions.length === 0) return [];
  const told = rules.judge(answers);
  return rules.conclusions.flatMap(({ rule, tests }) => {
    const conclusion = (found: Answers): Conclusion => ({
      conclusion: rule.id,
      version: rule.version,
      outcome: firstThatHolds(rule.outcomes, tests, found),
    });
    if (rule.perRow === undefined) return [conclusion(told)];
    const rows = told[rule.perRow];
    if (!Array.isArray(rows)) return [];
    return (rows as Answers[]).map((found, row) => ({ ...conclusion(found), row }));
  });
}

/** The first outcome that holds, unless one before it cannot be told: it might be that one. */
function firstThatHolds(
  outcomes: readonly { id: string }[],
  tests: readonly string[],
  told: Answers,
): string | null {
  for (const [at, test] of tests.entries()) {
    if (told[test] === true) return outcomes[at]!.id;
    if (told[test] !== false) return null;
  }
  return null;
}

/**
 * The signals that the answers give: one of each kind, the most urgent, with all items that tell it, in the order
 * of the form. A condition that cannot be told gives none; what is known of the others still does.
 */
export function signalsOf({ rules, items }: CompiledForm, answers: Answers): Signal[] {
  if (rules.signals.length === 0) return [];
  const told = rules.judge(answers);
  const held = rules.signals
    .filter(({ test }) => told[test] === true)
    .map(({ rule, test, reads }) => ({
      rule,
      items: reads.filter((linkId) =>
        tells(linkId, reads, (kept) => rules.judge(only(answers, reads, kept))[test] === true),
      ),
    }));
  const kinds = [...new Set(held.map(({ rule }) => rule.kind))];
  return kinds.map((kind) => {
    const same = held.filter(({ rule }) => rule.kind === kind);
    return {
      kind,
      urgency: SAFETY_URGENCIES.find((one) => same.some(({ rule }) => rule.urgency === one))!,
      items: items
        .map(({ linkId }) => linkId)
        .filter((linkId) => same.some((signal) => signal.items.includes(linkId))),
    };
  });
}

/** Whether a condition that holds needs this item: by itself, or beside all the others or all but one of them. */
function tells(
  linkId: string,
  reads: readonly string[],
  holds: (kept: readonly string[]) => boolean,
): boolean {
  if (holds([linkId])) return true;
  const others = reads.filter((one) => one !== linkId);
  return [others, ...others.map((left) => others.filter((one) => one !== left))].some(
    (kept) => holds([...kept, linkId]) && !holds(kept),
  );
}

/** The answers without those of some items, but for the ones that are kept. */
const only = (answers: Answers, of: readonly string[], kept: readonly string[]): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([linkId]) => kept.includes(linkId) || !of.includes(linkId)),
  );
