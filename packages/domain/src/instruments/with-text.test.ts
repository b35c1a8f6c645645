import { describe, expect, it } from 'vitest';
import { bundleForm, canBeAnswered, languagesOffered } from './bundle-form.ts';
import { checkForm } from './check-form.ts';
import { compileForm } from './compile-form.ts';
import { openForm } from './form-engine.ts';
import { findForm } from './form-library.ts';
import { withText } from './with-text.ts';

const ghq12 = findForm('ghq-12')!.pkg;

/** Text that stands in for what a site would bring; it says nothing. */
function broughtText(languages: readonly string[] = ['kk', 'ru']) {
  const items = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `g${String(index + 1).padStart(2, '0')}`,
      {
        text: `Item text ${index + 1}`,
        options: { 0: 'One', 1: 'Two', 2: 'Three', 3: 'Four' } as Record<string, string>,
      },
    ]),
  );
  return {
    form: 'ghq-12',
    version: '1.0.0',
    status: 'approved',
    languages: Object.fromEntries(
      languages.map((language) => [language, { items: structuredClone(items) }]),
    ) as Record<string, { items: typeof items }>,
    licence: { holder: 'Regional centre', reference: 'licence 123', electronicUse: true },
  };
}

describe('a site that holds a licence', () => {
  it('adds its text and can ask in the languages it brought', () => {
    const merged = withText(ghq12, broughtText());
    if (merged.kind === 'refused') throw new Error(JSON.stringify(merged.findings));
    const compiled = compileForm(merged.pkg);
    if (compiled.kind === 'refused') throw new Error(JSON.stringify(compiled.findings));
    const { form } = compiled;
    expect(canBeAnswered(form)).toEqual({ kind: 'yes' });
    expect(languagesOffered(form)).toEqual(['kk', 'ru']);
    expect(checkForm(form).filter(({ severity }) => severity === 'error')).toEqual([]);
    const [first] = openForm(bundleForm(form, 'ru')).questions({});
    expect(first!.question).toMatchObject({
      text: 'Item text 1',
      options: [{ id: '0', text: 'One' }, {}, {}, {}],
    });
    expect(form.pkg.licence).toMatchObject({ text: 'bring-your-own' });
    expect(form.pkg.licence.checked).toContain('licence 123');
  });

  it('leaves the package that ships without text untouched', () => {
    withText(ghq12, broughtText());
    expect(canBeAnswered(findForm('ghq-12')!).kind).toBe('no');
  });

  it.each<
    [what: string, change: (text: ReturnType<typeof broughtText>) => unknown, finding: object]
  >([
    [
      'without one item',
      (text) => {
        delete text.languages.ru!.items.g07;
        return text;
      },
      { code: 'item-without-text', path: 'languages.ru.items', params: { linkId: 'g07' } },
    ],
    [
      'without one answer',
      (text) => {
        delete text.languages.kk!.items.g03!.options[2];
        return text;
      },
      {
        code: 'option-without-text',
        path: 'languages.kk.items.g03',
        params: { linkId: 'g03', option: '2' },
      },
    ],
    [
      'with an empty item',
      (text) => {
        text.languages.kk!.items.g03!.text = '  ';
        return text;
      },
      { code: 'not-understood', path: 'languages.kk.items.g03.text' },
    ],
    [
      'with an item too many',
      (text) => {
        text.languages.ru!.items.g13 = text.languages.ru!.items.g12!;
        return text;
      },
      { code: 'unknown-item', params: { linkId: 'g13' } },
    ],
    [
      'with an answer too many',
      (text) => {
        text.languages.ru!.items.g01!.options[4] = 'Five';
        return text;
      },
      { code: 'unknown-option', params: { linkId: 'g01', option: '4' } },
    ],
    [
      'of another version',
      (text) => ({ ...text, version: '2.0.0' }),
      { code: 'text-of-another-form', path: 'form' },
    ],
    [
      'in no language',
      (text) => ({ ...text, languages: {} }),
      { code: 'no-language', path: 'languages' },
    ],
    [
      'whose licence does not cover screens',
      (text) => ({ ...text, licence: { ...text.licence, electronicUse: false } }),
      { code: 'not-understood', path: 'licence.electronicUse' },
    ],
  ])('is refused a text %s', (_, change, finding) => {
    expect(withText(ghq12, change(broughtText()))).toMatchObject({
      kind: 'refused',
      findings: [finding],
    });
  });

  it('cannot replace the words of a form that has its own', () => {
    expect(withText(findForm('who-5')!.pkg, broughtText())).toMatchObject({
      kind: 'refused',
      findings: [{ code: 'has-its-own-text' }],
    });
  });
});
