import type * as z from 'zod/mini';
import { compileItems } from './compile-items.ts';
import { compileRules } from './compile-rules.ts';
import { checkScales } from './compile-scales.ts';
import type { CompiledForm } from './compiled-form.ts';
import { errorAt, type Finding } from './finding.ts';
import { openForm } from './form-engine.ts';
import { FormPackage } from './form-package.ts';
import { makeBundle, withSignals } from './make-bundle.ts';
import type { OpenedForm } from './opened-form.ts';
import { listStrings } from './package-strings.ts';

/** The answer of the compiler: the form, or everything it did not understand, each with its place. */
export type Compilation =
  | { kind: 'compiled'; form: CompiledForm }
  | { kind: 'refused'; findings: Finding[] };

/**
 * Compiles a form package: checks its shape, its names, its expressions (parsed, type-checked, without circles)
 * and its scoring blocks. What it does not understand it refuses, naming the place.
 * `checkForm` says more about a form that compiles.
 */
export function compileForm(source: unknown): Compilation {
  const read = FormPackage.safeParse(source);
  if (!read.success) {
    return {
      kind: 'refused',
      findings: read.error.issues.flatMap((issue) => shapeFindings(issue)),
    };
  }
  const pkg = read.data;
  const { items, findings } = compileItems(pkg);
  const byLinkId = new Map(items.map((item) => [item.linkId, item]));
  const structure = makeBundle({ pkg, items }, { language: 'en', isDraft: false, say: () => '' });
  const { rules, findings: ofRules } = compileRules({ pkg, items, byLinkId }, structure);
  const all = [...findings, ...checkScales(pkg, byLinkId), ...ofRules, ...emptyTexts(pkg)];
  if (all.length > 0) return { kind: 'refused', findings: all };

  const bundle = withSignals(structure, rules);
  let last: { today: string | null; opened: OpenedForm } | null = null;
  const form: CompiledForm = {
    code: pkg.code,
    version: pkg.version,
    pkg,
    items,
    byLinkId,
    rules,
    hasText: items.every(
      ({ item, options, isCalculated }) =>
        isCalculated ||
        item.type === 'group' ||
        (item.text !== undefined && options.every(({ text }) => text !== undefined)),
    ),
    open(today) {
      if (last?.today !== today) last = { today, opened: openForm(bundle, today) };
      return last.opened;
    },
  };
  return { kind: 'compiled', form };
}

/** `items[3].options[0].id` */
const placeOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (place, key) =>
      typeof key === 'number'
        ? `${place}[${key}]`
        : place
          ? `${place}.${String(key)}`
          : String(key),
    '',
  );

function shapeFindings(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): Finding[] {
  const at = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => errorAt('unknown-key', placeOf([...at, key]), { found: key }));
  }
  return [errorAt('not-understood', placeOf(at), { expected: expectedBy(issue) })];
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'too_small':
      return `>= ${issue.minimum}`;
    case 'too_big':
      return `<= ${issue.maximum}`;
    case 'invalid_union':
      return issue.discriminator ? `known ${issue.discriminator}` : 'one of the known forms';
    default:
      return issue.code;
  }
}

function emptyTexts(pkg: FormPackage): Finding[] {
  return listStrings(pkg)
    .filter(({ text }) => Object.keys(text).length === 0)
    .map(({ place }) => errorAt('text-empty', place));
}
