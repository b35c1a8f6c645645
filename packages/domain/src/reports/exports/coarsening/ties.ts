import type { CompiledForm } from '../../../instruments/index.ts';
import type { DataVariable } from '../data-table.ts';

/**
 * Which columns give another one away, by their places: a score and the answers it is the sum of, and a question that is asked
 * only because of an answer. Where one is withheld, so are these.
 */
export function tiesOf(
  variables: readonly DataVariable[],
  forms: readonly CompiledForm[],
): ReadonlyMap<number, readonly number[]> {
  const ties = new Map<number, number[]>();
  variables.forEach((variable, place) => {
    const others = variables.flatMap((other, at) =>
      at !== place && givesAway(other, variable, forms) ? [at] : [],
    );
    if (others.length > 0) ties.set(place, others);
  });
  return ties;
}

/**
 * Some columns with those that give them away. One step and no further: a score that is withheld for the sake of one answer
 * gives the others away no more.
 */
export function withTies(
  places: readonly number[],
  ties: ReadonlyMap<number, readonly number[]>,
): Set<number> {
  return new Set(places.flatMap((place) => [place, ...(ties.get(place) ?? [])]));
}

function givesAway(
  other: DataVariable,
  { source: hidden }: DataVariable,
  forms: readonly CompiledForm[],
): boolean {
  const { source } = other;
  const isScore = (each: DataVariable['source']) =>
    each.kind === 'score' || each.kind === 'percent-of-maximum';
  if (isScore(hidden) && 'scale' in hidden) {
    const items = itemsOf(hidden, forms);
    if (isScore(source) && 'scale' in source) {
      return source.form === hidden.form && sharesItems(itemsOf(source, forms), items);
    }
    return 'linkId' in source && source.form === hidden.form && items.includes(source.linkId);
  }
  if (!('linkId' in hidden)) return false;
  if (isScore(source) && 'scale' in source) {
    return source.form === hidden.form && itemsOf(source, forms).includes(hidden.linkId);
  }
  if (!('linkId' in source) || source.form !== hidden.form || source.linkId === hidden.linkId) {
    return false;
  }
  const form = forms.find(({ code }) => code === hidden.form);
  return form !== undefined && waitsFor(form, source.linkId, hidden.linkId);
}

function itemsOf(
  { form, scale }: { readonly form: string; readonly scale: string },
  forms: readonly CompiledForm[],
): readonly string[] {
  const found = forms.find(({ code }) => code === form);
  return found?.pkg.scales.find(({ id }) => id === scale)?.items ?? [];
}

const sharesItems = (one: readonly string[], other: readonly string[]) =>
  one.some((item) => other.includes(item));

/** Whether a question, its group or its list is asked only after an answer to another. */
function waitsFor(form: CompiledForm, linkId: string, other: string): boolean {
  const item = form.byLinkId.get(linkId);
  if (!item) return false;
  const around = [item.group, item.roster].flatMap((slot) =>
    slot === null ? [] : [form.items[slot]!],
  );
  return [item, ...around].some(({ item: { enableWhen } }) => {
    const words: readonly string[] = enableWhen?.match(/\w+/g) ?? [];
    return words.includes(other);
  });
}
