import { Problem } from '../../problem.ts';
import { compileForm } from '../compile-form.ts';
import type { CompiledForm } from '../compiled-form.ts';
import type { Item, Option } from '../form-item.ts';
import type { FormPackage } from '../form-package.ts';

/**
 * A package without the words that its owner sells and a site brings: they never leave the site, however the package got them.
 * Our own labels stay.
 */
export function structureOnly(pkg: FormPackage): FormPackage {
  if (pkg.licence.text !== 'bring-your-own' || pkg.wording === 'absent') return pkg;
  const { notice: _, ...rest } = pkg;
  return {
    ...rest,
    wording: 'absent',
    optionLists: Object.fromEntries(
      Object.entries(pkg.optionLists).map(([name, options]) => [name, options.map(withoutText)]),
    ),
    items: pkg.items.map(silent),
  };
}

const withoutText = ({ text: _, ...option }: Option): Option => option;

function silent<Each extends Item>({ text: _, help: __, ...item }: Each): Each {
  const inside = 'items' in item ? { items: (item.items as Item[]).map(silent) } : {};
  const options =
    'options' in item && Array.isArray(item.options)
      ? { options: (item.options as Option[]).map(withoutText) }
      : {};
  return { ...item, ...inside, ...options } as unknown as Each;
}

/** The same of a compiled form. */
export function withoutSoldWords(form: CompiledForm): CompiledForm {
  const pkg = structureOnly(form.pkg);
  if (pkg === form.pkg) return form;
  const compiled = compileForm(pkg);
  // Cannot happen: words are no part of what is compiled.
  if (compiled.kind === 'refused') throw new Problem('internal', { findings: compiled.findings });
  return compiled.form;
}
