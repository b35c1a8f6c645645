import * as z from 'zod/mini';
import type { Language } from '../text/languages.ts';
import { LANGUAGES } from '../text/languages.ts';
import { compileForm } from './compile-form.ts';
import { errorAt, type Finding } from './finding.ts';
import type { FormPackage } from './form-package.ts';
import { type Translated, TranslationStatus } from './translated.ts';

const Words = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));

/** The licensed wording a site brings: for each language, each item and each of its options. */
export const BroughtText = z.strictObject({
  form: z.string(),
  version: z.string(),
  status: TranslationStatus,
  languages: z.partialRecord(
    z.enum(LANGUAGES),
    z.strictObject({
      notice: z.optional(Words),
      items: z.record(
        z.string(),
        z.strictObject({ text: Words, options: z.record(z.string(), Words) }),
      ),
    }),
  ),
  licence: z.strictObject({
    holder: Words,
    reference: Words,
    /** The licence allows asking on a screen. */
    electronicUse: z.literal(true),
  }),
});
export type BroughtText = z.infer<typeof BroughtText>;

export type Merge = { kind: 'merged'; pkg: FormPackage } | { kind: 'refused'; findings: Finding[] };

/**
 * Adds a site's licensed text to a package that ships without wording. Text for another form, for unknown items or
 * options, or that leaves any item or option of a language without words is refused with its place.
 * The merged package must never leave the site.
 */
export function withText(pkg: FormPackage, source: unknown): Merge {
  const refused = (findings: Finding[]): Merge => ({ kind: 'refused', findings });

  if (pkg.wording !== 'absent') return refused([errorAt('has-its-own-text', '')]);
  const read = BroughtText.safeParse(source);
  if (!read.success) {
    return refused(
      read.error.issues.map((issue) =>
        errorAt('not-understood', issue.path.join('.'), { expected: issue.message }),
      ),
    );
  }
  const text = read.data;
  if (text.form !== pkg.code || text.version !== pkg.version) {
    return refused([
      errorAt('text-of-another-form', 'form', { found: `${text.form} ${text.version}` }),
    ]);
  }
  const compilation = compileForm(pkg);
  if (compilation.kind === 'refused') return compilation;
  const { form } = compilation;
  const asked = form.items.filter(
    ({ item, isCalculated }) => item.type !== 'group' && !isCalculated,
  );

  const languages = Object.entries(text.languages) as [
    Language,
    NonNullable<BroughtText['languages'][Language]>,
  ][];
  const findings = languages.flatMap(([language, { items }]) => {
    const at = `languages.${language}.items`;
    return [
      ...asked.flatMap(({ linkId, options }) => {
        const words = items[linkId];
        if (!words) return [errorAt('item-without-text', at, { linkId })];
        return [
          ...options
            .filter(({ id }) => !words.options[id])
            .map(({ id }) =>
              errorAt('option-without-text', `${at}.${linkId}`, { linkId, option: id }),
            ),
          ...Object.keys(words.options)
            .filter((id) => !options.some((option) => option.id === id))
            .map((id) => errorAt('unknown-option', `${at}.${linkId}`, { linkId, option: id })),
        ];
      }),
      ...Object.keys(items)
        .filter((linkId) => !asked.some((item) => item.linkId === linkId))
        .map((linkId) => errorAt('unknown-item', at, { linkId })),
    ];
  });
  if (languages.length === 0) findings.push(errorAt('no-language', 'languages'));
  if (findings.length > 0) return refused(findings);

  const said = (
    pick: (words: NonNullable<BroughtText['languages'][Language]>) => string | undefined,
  ) =>
    Object.fromEntries(
      languages.flatMap(([language, words]) => {
        const found = pick(words);
        return found ? [[language, { text: found, status: text.status }]] : [];
      }),
    ) as Translated;

  const spoken = new Map(asked.map((compiled) => [compiled.linkId, compiled]));
  type Items = FormPackage['items'];
  const speak = (items: Items): Items =>
    items.map((item) => {
      if (item.type === 'group') return { ...item, items: speak(item.items) } as typeof item;
      const compiled = spoken.get(item.linkId);
      const worded = compiled
        ? { ...item, text: said(({ items: words }) => words[item.linkId]?.text) }
        : item;
      if (worded.type === 'roster')
        return { ...worded, items: speak(worded.items) } as typeof worded;
      if (worded.type !== 'choice' && worded.type !== 'multi-choice') return worded;
      return {
        ...worded,
        options: compiled!.options.map((option) => ({
          ...option,
          text: said(({ items: words }) => words[worded.linkId]?.options[option.id]),
        })),
      };
    });

  return {
    kind: 'merged',
    pkg: {
      ...pkg,
      ...(languages.some(([, { notice }]) => notice) && { notice: said(({ notice }) => notice) }),
      wording: 'verbatim',
      items: speak(pkg.items),
      licence: {
        ...pkg.licence,
        checked: `${pkg.licence.checked} Text brought by ${text.licence.holder}, ${text.licence.reference}.`,
      },
    },
  };
}
