import { caseTexts } from '../cases/index.ts';
import en from '../text/en/pathways.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../text/index.ts';
import kk from '../text/kk/pathways.json' with { type: 'json' };
import ru from '../text/ru/pathways.json' with { type: 'json' };
import type { Leaf, LeafOf } from './condition.ts';
import type { FormOutline, Texts } from './form-outline.ts';
import type { Missing } from './judge-leaf.ts';
import type { Witness } from './judge-rule.ts';

const CATALOGUES = { kk, ru, en };

export type PathwayTexts = Translate<KeyOf<typeof en>>;

/** Steps, what is offered, conditions and reasons, in one language. */
export const pathwayTexts = (language: Language): PathwayTexts =>
  translator(CATALOGUES[language] as typeof en, language);

/** With which words a pathway is told: a language, and the instruments with theirs. */
export interface Telling {
  readonly language: Language;
  readonly forms: readonly FormOutline[];
}

/** In a language, or whichever there is: an instrument is told in the languages that it truly has. */
export const inLanguage = (texts: Texts | undefined, language: Language, otherwise: string) =>
  texts?.[language] ?? texts?.ru ?? texts?.en ?? texts?.kk ?? otherwise;

/** The name of an instrument: its abbreviation where its title ends with one. */
export function formName(code: string, { language, forms }: Telling): string {
  const title = inLanguage(forms.find((form) => form.code === code)?.title, language, code);
  return /\(([^()]{2,12})\)$/.exec(title)?.[1] ?? title;
}

/** A condition that held, with the result that it rests on. */
export function tellWitness({ not, leaf, result }: Witness, telling: Telling): string {
  if (not || !result || leaf.kind !== 'band') return tellClause({ not, is: leaf }, telling);
  const t = pathwayTexts(telling.language);
  const form = formName(leaf.form, telling);
  const { value } = result;
  if (leaf.times > 1) {
    const bands = bandLabels(
      { ...leaf, bands: leaf.bands.filter((band) => result.bands.includes(band)) },
      telling,
    );
    return t('leaf.bandResultTimes', { form, value, times: leaf.times, bands });
  }
  const [band = ''] = leaf.bands.filter((each) => result.bands.includes(each));
  return t('leaf.bandResult', {
    form,
    value,
    band: bandLabels({ ...leaf, bands: [band] }, telling),
  });
}

export function tellClause(
  { not, is }: { readonly not: boolean; readonly is: Leaf },
  telling: Telling,
): string {
  const told = tellLeaf(is, telling);
  return not ? pathwayTexts(telling.language)('leaf.not', { leaf: told }) : told;
}

/** A condition as it is read in a rule. */
export function tellLeaf(leaf: Leaf, telling: Telling): string {
  const { language, forms } = telling;
  const t = pathwayTexts(language);
  const either = t('join.any');
  const outline = 'form' in leaf ? forms.find(({ code }) => code === leaf.form) : undefined;
  switch (leaf.kind) {
    case 'band': {
      const named = { form: formName(leaf.form, telling), bands: bandLabels(leaf, telling) };
      return leaf.times > 1
        ? t('leaf.bandTimes', { ...named, times: leaf.times })
        : t('leaf.band', named);
    }
    case 'conclusion': {
      const found = outline?.conclusions.find(({ id }) => id === leaf.conclusion)?.outcomes;
      const outcomes = leaf.outcomes.map((id) =>
        inLanguage(found?.find((each) => each.id === id)?.label, language, id),
      );
      return t('leaf.conclusion', {
        form: formName(leaf.form, telling),
        outcomes: outcomes.join(either),
      });
    }
    case 'item': {
      const found = outline?.items.find(({ id }) => id === leaf.item);
      const options = leaf.options.map((id) =>
        inLanguage(found?.options.find((each) => each.id === id)?.text, language, id),
      );
      return t('leaf.item', {
        form: formName(leaf.form, telling),
        item: inLanguage(found?.text, language, leaf.item),
        options: options.join(either),
      });
    }
    case 'signal': {
      const signal = t(`leaf.signal.${leaf.urgency}`);
      if (leaf.kinds.length === 0) return signal;
      const kinds = leaf.kinds.map((kind) => t(`kind.${kind}`)).join(either);
      return t('leaf.signalKinds', { signal, kinds });
    }
    case 'change': {
      const change = t(`leaf.change.${leaf.is}.${leaf.since}`);
      return leaf.form === null
        ? change
        : t('leaf.changeOf', { form: formName(leaf.form, telling), change });
    }
    case 'functioning':
      return t(`leaf.functioning.${leaf.atLeast}`);
    case 'need': {
      const words = caseTexts(language);
      const categories = leaf.categories.map((each) => words(`need.category.${each}`));
      return t('leaf.need', { categories: categories.join(either) });
    }
    case 'event': {
      const events = leaf.events.map((event) => t(`event.${event}`)).join(either);
      return t('leaf.event', { days: leaf.days, events });
    }
    case 'missed':
      return t('leaf.missed', { count: leaf.atLeast });
    case 'risk-before':
      return t('leaf.risk-before');
    case 'age': {
      const { from, below } = leaf;
      if (from !== null && below !== null) return t('leaf.age.between', { from, below });
      return from !== null
        ? t('leaf.age.from', { from })
        : t('leaf.age.below', { below: below ?? 0 });
    }
    case 'provider':
      return t('leaf.provider', { offer: t(`offer.${leaf.may}`) });
  }
}

function bandLabels({ form, scale, bands }: LeafOf<'band'>, { language, forms }: Telling): string {
  const known = forms.find(({ code }) => code === form)?.scales.find(({ id }) => id === scale);
  return bands
    .map((id) => inLanguage(known?.bands.find((band) => band.id === id)?.label, language, id))
    .join(pathwayTexts(language)('join.any'));
}

/** What would have to be known. */
export function tellMissing({ about, form }: Missing, telling: Telling): string {
  const t = pathwayTexts(telling.language);
  if (form === null)
    return t(about === 'form' || about === 'item' ? 'missing.rescreen' : `missing.${about}`);
  const named = { form: formName(form, telling) };
  if (about === 'rescreen') return t('missing.rescreenForm', named);
  return t(about === 'item' ? 'missing.item' : 'missing.form', named);
}
