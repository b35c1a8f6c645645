import type { Language } from '../text/languages.ts';
import type { CompiledItem, CompiledRules } from './compiled-form.ts';
import type { BundleItem, BundleOption, BundleType, FormBundle } from './form-bundle.ts';
import type { ItemType } from './form-item.ts';
import type { FormPackage } from './form-package.ts';
import type { Translated } from './translated.ts';

const TYPES: Record<ItemType, BundleType> = {
  group: 'g',
  display: 'p',
  boolean: 'b',
  integer: 'i',
  decimal: 'n',
  date: 'd',
  text: 't',
  choice: 'c',
  'multi-choice': 'm',
  roster: 'r',
};

/** Limits where a package names none: a form never takes without end. */
const MOST_CHARACTERS = 2000;
const MOST_ROWS = 50;

const DATE_LENGTHS = { year: 4, month: 7, day: 10 };

/** Leaves out what is undefined or null, so that it costs no byte. */
const lean = <T extends object>(fields: { [K in keyof T]: T[K] | undefined | null }): T =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as T;

/** With the conditions of the form's signals; a form that has none stays as it was. */
export const withSignals = (bundle: FormBundle, { signals }: CompiledRules): FormBundle =>
  signals.length === 0 ? bundle : { ...bundle, g: signals.map(({ code }) => code) };

/** The bundle of a compiled form, its strings given by `say`. */
export function makeBundle(
  { pkg, items }: { pkg: FormPackage; items: readonly CompiledItem[] },
  {
    language,
    isDraft,
    say,
  }: { language: Language; isDraft: boolean; say: (text: Translated) => string },
): FormBundle {
  const maybe = (text: Translated | undefined) => (text ? say(text) : undefined);
  const lists: BundleOption[][] = [];
  const listNumber = (options: CompiledItem['options']) => {
    const list = options.map(({ id, text, exclusive }): BundleOption => {
      const words = maybe(text) ?? '';
      return exclusive ? [id, words, 1] : [id, words];
    });
    const written = JSON.stringify(list);
    const known = lists.findIndex((other) => JSON.stringify(other) === written);
    return known >= 0 ? known : lists.push(list) - 1;
  };

  const bundled = items.map((compiled): BundleItem => {
    const { item } = compiled;
    const isQuestion = item.type !== 'group' && item.type !== 'display';
    const texts = new Map(
      (isQuestion ? (item.constraints ?? []) : []).map(({ id, text }) => [id, text]),
    );
    return lean<BundleItem>({
      k: item.linkId,
      y: TYPES[item.type],
      x: maybe(item.text),
      h: maybe(item.help),
      p: compiled.roster ?? compiled.group,
      e: compiled.enableWhen,
      c: compiled.calculation,
      o: compiled.options.length > 0 ? listNumber(compiled.options) : undefined,
      a: limitsOf(item),
      z: sizeOf(item),
      q:
        compiled.constraints.length > 0
          ? compiled.constraints.map(({ severity, id, expression }) => [
              severity,
              id,
              expression,
              say(texts.get(id)!),
            ])
          : undefined,
      m: 'missing' in item ? item.missing : undefined,
      r: 'required' in item && item.required ? 1 : undefined,
      w: item.type === 'text' && item.multiline ? 1 : undefined,
      j: item.type === 'roster' ? maybe(item.rowLabel) : undefined,
      s:
        item.type === 'roster' && item.rowsFrom
          ? items.find(({ linkId }) => linkId === item.rowsFrom)?.slot
          : undefined,
    });
  });

  return lean<FormBundle>({
    f: [pkg.code, pkg.version],
    l: language,
    t: say(pkg.title),
    n: maybe(pkg.notice),
    d: isDraft ? 1 : undefined,
    m: pkg.missing,
    o: lists,
    i: bundled,
  });
}

function limitsOf(item: CompiledItem['item']): BundleItem['a'] {
  if (item.type !== 'integer' && item.type !== 'decimal' && item.type !== 'date') return undefined;
  const [min, max] = [item.min ?? null, item.max ?? null];
  return min === null && max === null ? undefined : [min, max];
}

function sizeOf(item: CompiledItem['item']): number | undefined {
  switch (item.type) {
    case 'decimal':
      return item.decimals;
    case 'date':
      return DATE_LENGTHS[item.precision];
    case 'text':
      return item.maxLength ?? MOST_CHARACTERS;
    case 'multi-choice':
      return item.maxChoices;
    case 'roster':
      return item.maxRows ?? MOST_ROWS;
    default:
      return undefined;
  }
}
