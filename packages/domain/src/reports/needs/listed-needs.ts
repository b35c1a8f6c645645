import { caseTexts, NEED_CATEGORIES, type NeedCategory } from '../../cases/index.ts';
import type { Words } from '../sentences/sentence.ts';
import { say } from '../sentences/sentence.ts';
import { categoryOf } from './category-of.ts';
import { highestBands, lowestRatings, mostNamed } from './leading-rows.ts';
import { numbersIn, plainLabel, type Told, type ToldRow } from './told-rows.ts';

/** A need that the numbers point at, and the row that speaks for it. */
export type ListedNeed = {
  readonly id: string;
  /** Null where the taxonomy has no place for it: then nobody can be proposed either. */
  readonly category: NeedCategory | null;
  readonly told: ToldRow;
  /** Column of the row's share. */
  readonly percent: 'percent' | 'percentOfRespondents';
};

/**
 * One need for each category that the leading numbers point at: problems named most, bands that ask for most attention, then
 * statements rated lowest.
 * @param named how many answers of the first question with several answers are looked at
 */
export function listNeeds(told: Told, named: number): ListedNeed[] {
  const most = mostNamed(told)
    .slice(0, 1)
    .flatMap(({ form, told: rows }) =>
      rows
        .slice(0, named)
        .map((row) => needOf({ form, told: row, percent: 'percentOfRespondents' })),
    );
  const leading = [
    ...highestBands(told),
    ...lowestRatings(told).filter(({ isWhole }) => isWhole),
  ].map(({ form, told: row }) => needOf({ form, told: row, percent: 'percent' }));
  const all = [...most, ...leading];
  return all.filter(({ id }, i) => all.findIndex((other) => other.id === id) === i);
}

function needOf({
  form,
  told,
  percent,
}: { form: string } & Pick<ListedNeed, 'told' | 'percent'>): ListedNeed {
  const category = categoryOf(form, told.row.id);
  return { id: category ?? `${form}-${told.row.id}`, category, told, percent };
}

/** What to do about a need and who could: a proposal, the same in every document. */
export function proposalOf({ category, told }: ListedNeed, { speech }: Pick<Told, 'speech'>) {
  const c = caseTexts(speech.language);
  if (!category) {
    const label = plainLabel(told.row.label);
    return {
      domain: null,
      holder: null,
      need: label,
      action: c('need.action.open', { label }),
      body: c('need.body.open'),
    };
  }
  const { domain, holder } = NEED_CATEGORIES[category];
  return {
    domain: c(`need.domain.${domain}`),
    holder: c(`need.holder.${holder}`),
    need: c(`need.category.${category}`),
    action: c(`need.action.${category}`),
    body: c(`need.body.${category}`),
  };
}

/** "“Housing” – 64 of 104 (61.5%)", each number with its cell. */
export function figureOf({ told, percent }: ListedNeed, source: Pick<Told, 'speech'>): Words {
  const { cell, base } = numbersIn(told, source);
  const { t } = source.speech;
  return say((params) => t('summary.share', params), {
    label: t('quoted', { text: plainLabel(told.row.label) }),
    number: cell('count'),
    n: base(),
    percent: cell(percent),
  });
}
