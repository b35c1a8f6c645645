import { compileForm } from '../compile-form.ts';
import type { CompiledForm } from '../compiled-form.ts';
import type { Finding } from '../finding.ts';
import type { Item } from '../form-item.ts';
import type { FormPackage } from '../form-package.ts';
import type { Translated } from '../translated.ts';

/** A text in all three languages, for tests that do not care. */
export const words = (text: string): Translated => ({
  kk: { text, status: 'translated' },
  ru: { text, status: 'translated' },
  en: { text, status: 'translated' },
});

/** A question with a text, so that a test names only what it is about. */
export const asks = <T extends object>(item: T): T & { text: Translated } => ({
  text: words('?'),
  ...item,
});

/** A small valid package around the given items. */
export function aPackage(items: unknown[], overrides: Partial<FormPackage> = {}): FormPackage {
  return {
    format: 'tirek-form-1',
    code: 'small',
    version: '1',
    status: 'active',
    title: words('Small form'),
    wording: 'verbatim',
    fallback: { kk: ['ru', 'en'], ru: ['en', 'kk'], en: ['ru', 'kk'] },
    sensitivity: 'ordinary',
    missing: ['declined'],
    optionLists: {
      yes_no: [
        { id: 'yes', text: words('Yes') },
        { id: 'no', text: words('No') },
      ],
    },
    items: items as Item[],
    scales: [],
    licence: {
      owner: 'us',
      source: 'here',
      terms: 'none',
      text: 'shipped',
      checked: 'nothing',
    },
    evidence: {},
    examples: [],
    ...overrides,
  };
}

/** The compiled form of such a package. */
export function aForm(items: unknown[], overrides: Partial<FormPackage> = {}): CompiledForm {
  const result = compileForm(aPackage(items, overrides));
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.findings));
  return result.form;
}

/** What the compiler says about such a package; empty when it compiles. */
export function findingsOf(items: unknown[], overrides: object = {}): Finding[] {
  const result = compileForm({ ...aPackage(items), ...overrides });
  return result.kind === 'refused' ? result.findings : [];
}
