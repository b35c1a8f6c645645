import type { Answers } from './answers.ts';
import { compileExpression } from './compile-expression.ts';
import { type CompiledItem, type CompiledRules, isSafetyItem } from './compiled-form.ts';
import { errorAt, type Finding, refusedAt } from './finding.ts';
import type { BundleItem, FormBundle } from './form-bundle.ts';
import { openForm } from './form-engine.ts';
import type { FormPackage } from './form-package.ts';
import { ExpressionRefused } from './parse-expression.ts';

type Form = {
  pkg: FormPackage;
  items: readonly CompiledItem[];
  byLinkId: ReadonlyMap<string, CompiledItem>;
};

/**
 * Compiles the conclusions and signals of a package. Each condition becomes one more calculated item behind those of
 * the form, under a name that no item can bear; a phone gets those of the signals (`withSignals`) and no conclusion.
 */
export function compileRules(
  { pkg, items, byLinkId }: Form,
  structure: FormBundle,
): { rules: CompiledRules; findings: Finding[] } {
  const findings: Finding[] = [];
  const extra: BundleItem[] = [];
  const error = (...about: Parameters<typeof errorAt>) => findings.push(errorAt(...about));

  const compile = (when: string, path: string, roster: number | null) => {
    const name = ` test ${path}`;
    try {
      const { code, reads } = compileExpression(when, 'boolean', {
        items,
        byLinkId,
        roster,
        isRule: true,
      });
      extra.push({ k: name, y: 'b', c: code, ...(roster !== null && { p: roster }) });
      return { name, code, reads: reads.map((slot) => items[slot]!) };
    } catch (refusal) {
      if (!(refusal instanceof ExpressionRefused)) throw refusal;
      findings.push(refusedAt(refusal, path));
      return { name, code: null, reads: [] };
    }
  };

  const ids = (pkg.conclusions ?? []).map(({ id }) => id);
  const conclusions = (pkg.conclusions ?? []).map((rule, index) => {
    const place = `conclusions[${index}]`;
    if (ids.indexOf(rule.id) !== index) error('conclusion-id-twice', place, { found: rule.id });
    const roster = rule.perRow === undefined ? null : byLinkId.get(rule.perRow);
    if (roster !== null && roster?.type !== 'roster') {
      error('not-a-roster', `${place}.perRow`, { found: rule.perRow! });
    }
    const outcomes = rule.outcomes.map(({ id }) => id);
    for (const [at, { id, when }] of rule.outcomes.entries()) {
      if (outcomes.indexOf(id) !== at) error('outcome-id-twice', place, { found: id });
      if ((when === 'true') !== (at === outcomes.length - 1)) {
        error('only-the-last-takes-the-rest', `${place}.outcomes[${at}].when`, { found: id });
      }
    }
    return {
      rule,
      tests: rule.outcomes.map(
        ({ when }, at) => compile(when, `${place}.outcomes[${at}].when`, roster?.slot ?? null).name,
      ),
    };
  });
  const signals = (pkg.signals ?? []).map((rule, index) => {
    const { name, code, reads } = compile(rule.when, `signals[${index}].when`, null);
    return { rule, test: name, code, reads: reads.map(({ linkId }) => linkId) };
  });
  findings.push(...safetyFindings(items, signals));

  const bundle: FormBundle = { ...structure, i: [...structure.i, ...extra] };
  let opened: ReturnType<typeof openForm> | null = null;
  const judge = (answers: Answers) => {
    opened ??= openForm(bundle);
    return opened.complete(answers);
  };
  return { rules: { conclusions, signals, judge }, findings };
}

/** A question marked as possibly meaning danger has a signal that reads it, and a signal reads no other. */
function safetyFindings(
  items: readonly CompiledItem[],
  signals: readonly { reads: readonly string[] }[],
): Finding[] {
  const marked = new Set(
    items
      .filter((item) => item.type === 'roster' || isSafetyItem(item))
      .map(({ linkId }) => linkId),
  );
  return signals.flatMap(({ reads }, index) =>
    reads
      .filter((linkId) => !marked.has(linkId))
      .map((linkId) => errorAt('signal-of-an-unmarked-item', `signals[${index}].when`, { linkId })),
  );
}
