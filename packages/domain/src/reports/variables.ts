import {
  type CompiledForm,
  type CompiledItem,
  findWording,
  type Option,
  type Translated,
} from '../instruments/index.ts';
import type { Language } from '../text/index.ts';
import type { ReportTexts } from './report-texts.ts';

/** One question as a report sees it: where its answers lie and what to call it. */
export type Variable = {
  readonly form: CompiledForm;
  readonly linkId: string;
  readonly type: CompiledItem['type'];
  /** Short words for tables and charts. */
  readonly label: string;
  /** The question as it was asked; null when it ships without its wording. */
  readonly text: string | null;
  readonly options: ReadonlyArray<{ readonly id: string; readonly label: string }>;
  /** linkId of the roster in whose rows it is asked. */
  readonly roster: string | null;
  /** Heading of the group it stands in. */
  readonly group: string | null;
};

export type Speech = { readonly language: Language; readonly t: ReportTexts };

/** Every question of a form that can be counted, in the order of the form. */
export function listVariables(form: CompiledForm, speech: Speech): Variable[] {
  let number = 0;
  return form.items.flatMap((compiled) => {
    const { item, linkId, group, roster } = compiled;
    if (item.type === 'group' || item.type === 'display' || item.type === 'roster') return [];
    number += 1;
    return [
      {
        form,
        linkId,
        type: item.type,
        label: wordsOf(form, speech, item) ?? speech.t('itemNumber', { number }),
        text: formText(form, speech, item.text),
        options: compiled.options.map((option) => ({
          id: option.id,
          label: optionLabel(form, speech, option),
        })),
        roster: linkIdAt(form, roster),
        group: headingOf(form, speech, group ?? groupOfRoster(form, roster)),
      },
    ];
  });
}

/** The full question, where it says more than the label. */
export function detailOf({ label, text }: Variable): { detail?: string } {
  return text !== null && text !== label ? { detail: text } : {};
}

/** What the rows of a roster are called, such as "Children". */
export function rosterLabel(form: CompiledForm, roster: string, speech: Speech): string {
  const item = form.byLinkId.get(roster)?.item;
  return (item && wordsOf(form, speech, item)) ?? roster;
}

/** The same as what is counted, inside a sentence: "193 children". An abbreviation stays as it is. */
export function rosterUnit(form: CompiledForm, roster: string, speech: Speech): string {
  const [first = '', second = '', ...rest] = rosterLabel(form, roster, speech);
  const isAbbreviation = second !== second.toLowerCase();
  return `${isAbbreviation ? first : first.toLowerCase()}${second}${rest.join('')}`;
}

/** A text of a form in the report's language, or in the one that stands in for it. */
export function formText(
  form: CompiledForm,
  speech: Speech,
  text: Translated | undefined,
): string | null {
  if (!text) return null;
  const chain = form.pkg.fallback[speech.language] ?? [];
  return findWording(text, speech.language, chain)?.text ?? null;
}

/** The short words for tables, else the full question. */
function wordsOf(
  form: CompiledForm,
  speech: Speech,
  item: { label?: Translated | undefined; text?: Translated | undefined },
): string | null {
  return formText(form, speech, item.label) ?? formText(form, speech, item.text);
}

/** An instrument that ships without its wording has options with nothing but a code. */
function optionLabel(form: CompiledForm, speech: Speech, option: Option): string {
  return (
    wordsOf(form, speech, option) ?? speech.t('optionCode', { code: option.code ?? option.id })
  );
}

function headingOf(form: CompiledForm, speech: Speech, slot: number | null): string | null {
  const item = slot === null ? undefined : form.items[slot]?.item;
  return item ? wordsOf(form, speech, item) : null;
}

function groupOfRoster(form: CompiledForm, roster: number | null): number | null {
  return roster === null ? null : (form.items[roster]?.group ?? null);
}

function linkIdAt(form: CompiledForm, slot: number | null): string | null {
  return slot === null ? null : (form.items[slot]?.linkId ?? null);
}
