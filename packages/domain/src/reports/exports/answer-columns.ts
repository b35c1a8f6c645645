import {
  type AnswerValue,
  type CompiledForm,
  type CompiledItem,
  isAbsent,
} from '../../instruments/index.ts';
import { Problem } from '../../problem.ts';
import { LANGUAGES, type Language } from '../../text/index.ts';
import { listVariables, rosterLabel, type Variable } from '../variables.ts';
import {
  type DataSource,
  type Draft,
  draftVariable,
  type Naming,
  SPEECHES,
  saidInAll,
} from './data-source.ts';
import { type DataVariable, MISSING_REASONS, type MissingReason, type Said } from './data-table.ts';
import { exportTexts } from './export-texts.ts';
import { optionValues } from './option-values.ts';
import { type Cell, missing } from './table-builder.ts';

/** A value that somebody gave. */
type Told = Exclude<AnswerValue, { absent: unknown }>;

/** With the form's place among those whose answers a row has. */
type AnswerNaming = Naming & { readonly place: number };

/**
 * The columns of a form's questions, in its order, that stand outside of rosters or in the one named.
 * Words that somebody wrote are left out, since they may name people: only that there are some is kept.
 * Dates are kept to the year.
 */
export function answerColumns(
  form: CompiledForm,
  { roster, ...naming }: AnswerNaming & { roster: string | null },
): DataSource[] {
  const spoken = SPEECHES.map((speech) => listVariables(form, speech));
  const questions = (spoken[0] ?? []).map((_, place) =>
    spoken.map((variables) => variables[place]!),
  );
  const byLinkId = new Map(questions.map((question) => [question[0]!.linkId, question]));
  return form.items.flatMap((item): DataSource[] => {
    const question = byLinkId.get(item.linkId);
    if (item.type === 'roster' && roster === null) return [rowCount(form, item, naming)];
    if (!question || question[0]?.roster !== roster) return [];
    return questionColumns(form, { item, question }, naming);
  });
}

function questionColumns(
  form: CompiledForm,
  { item, question }: { item: CompiledItem; question: readonly Variable[] },
  { place, ...naming }: AnswerNaming,
): DataSource[] {
  const { linkId, type } = item;
  const common = {
    wished: linkId,
    labels: said(question, ({ label }) => label),
    question: said(question, ({ text }) => text),
    missing: declaredReasons(form, item),
    exposure: exposureOf(form, item),
    source: { kind: 'answer', form: form.code, linkId },
  } as const;
  const column = (
    draft: Pick<Draft, 'kind'> & Partial<Draft>,
    numberOf: (value: Told) => number | undefined,
  ): DataSource => ({
    variable: draftVariable({ ...common, ...draft }, naming),
    read: ({ answers }) => cellOf(answers[place]?.[linkId], numberOf, linkId),
  });
  if (type === 'integer' || type === 'decimal') {
    const decimals = type === 'decimal' && 'decimals' in item.item ? (item.item.decimals ?? 2) : 0;
    return [
      column({ kind: 'number', measure: 'scale', decimals }, (value) =>
        typeof value === 'number' ? value : undefined,
      ),
    ];
  }
  if (type === 'date') {
    return [
      column({ kind: 'number', measure: 'scale' }, (value) =>
        typeof value === 'string' ? Number(value.slice(0, 4)) : undefined,
      ),
    ];
  }
  if (type === 'boolean') {
    return [
      column({ kind: 'coded', values: yesOrNo(naming.language) }, (value) =>
        Number(value === true),
      ),
    ];
  }
  if (type === 'text') {
    const labels = saidInAll('value.written');
    const values = [{ value: 1, id: 'written', labels, label: labels[naming.language] ?? '' }];
    return [column({ kind: 'coded', values }, () => 1)];
  }
  const { values, areOwnNumbers } = optionValues(item.options);
  if (type === 'choice') {
    const isRated = form.pkg.scales.some(({ items }) => items.includes(linkId));
    return [
      column(
        {
          kind: 'coded',
          measure: areOwnNumbers || isRated ? 'ordinal' : 'nominal',
          values: item.options.map(({ id }, at) => {
            const labels = said(question, ({ options }) => options[at]?.label ?? null);
            return { value: values.get(id) ?? 0, id, labels, label: labels[naming.language] ?? id };
          }),
        },
        (value) => values.get(String(value)),
      ),
    ];
  }
  // Several answers: a yes or no for each option.
  const isChosen = choiceReader(item.options.map(({ id }) => id));
  return item.options.map(({ id: option }, at) => ({
    ...column(
      {
        kind: 'coded',
        wished: `${linkId}_${option}`,
        labels: said(question, ({ label, options }) => `${label}: ${options[at]?.label}`),
        values: yesOrNo(naming.language),
        source: { kind: 'option', form: form.code, linkId, option },
      },
      (value) => isChosen(value, at),
    ),
    together: item,
  }));
}

/** Tells 1 for each option that an answer has, else 0; works out an answer once, however many options are asked for one after the other. */
function choiceReader(options: readonly string[]): (value: Told, place: number) => number {
  const places = new Map(options.map((option, place) => [option, place]));
  const chosen = new Uint8Array(options.length);
  let known: Told | null = null;
  return (value, place) => {
    if (value !== known) {
      known = value;
      chosen.fill(0);
      for (const option of Array.isArray(value) ? (value as string[]) : []) {
        const at = places.get(option);
        if (at !== undefined) chosen[at] = 1;
      }
    }
    return chosen[place]!;
  };
}

/** How many rows of a roster somebody filled in. */
function rowCount(
  form: CompiledForm,
  item: CompiledItem,
  { place, ...naming }: AnswerNaming,
): DataSource {
  const { linkId } = item;
  const variable = draftVariable(
    {
      wished: `${linkId}_n`,
      kind: 'number',
      measure: 'scale',
      labels: Object.fromEntries(
        SPEECHES.map((speech) => [
          speech.language,
          exportTexts(speech.language)('variable.rows', {
            roster: rosterLabel(form, linkId, speech),
          }),
        ]),
      ),
      missing: declaredReasons(form, item),
      exposure: exposureOf(form, item),
      source: { kind: 'rows', form: form.code, linkId },
    },
    naming,
  );
  return {
    variable,
    read: ({ answers }) =>
      cellOf(
        answers[place]?.[linkId],
        (value) => (Array.isArray(value) ? value.length : undefined),
        linkId,
      ),
  };
}

function cellOf(
  value: AnswerValue | undefined,
  numberOf: (value: Told) => number | undefined,
  linkId: string,
): Cell {
  if (value === undefined) return missing('not-reached');
  if (isAbsent(value)) return missing(value.absent);
  const number = numberOf(value as Told);
  if (number === undefined) throw new Problem('internal', { linkId, wrong: 'answer' });
  return number;
}

/** Reasons that the form leaves open at a question. */
function declaredReasons(form: CompiledForm, { item, group, roster }: CompiledItem) {
  const asked = ('missing' in item ? item.missing : undefined) ?? form.pkg.missing;
  const around = [group, roster].flatMap((slot) => (slot === null ? [] : form.items[slot]!));
  const isConditional = [item, ...around.map((outer) => outer.item)].some(
    ({ enableWhen }) => enableWhen !== undefined,
  );
  const reasons: readonly MissingReason[] = [
    ...asked,
    ...(isConditional ? (['not-shown'] as const) : []),
    'not-reached',
  ];
  return MISSING_REASONS.filter((reason) => reasons.includes(reason));
}

/**
 * Facts that others may know of a person (her age, where she lives) help to recognise her; what the
 * form marks as sensitive or clinical is what somebody who recognised her would learn.
 */
function exposureOf(form: CompiledForm, { linkId, type }: CompiledItem) {
  if (isSensitive(form, linkId)) return 'sensitive';
  const isOpinion = form.pkg.scales.some(({ items }) => items.includes(linkId));
  return isOpinion || type === 'multi-choice' || type === 'text' ? 'none' : 'key';
}

/** Whether the form marks a question, or itself as a whole, as sensitive or clinical. */
export function isSensitive(form: CompiledForm, linkId: string): boolean {
  const item = form.byLinkId.get(linkId)?.item;
  const own = item && 'sensitivity' in item ? item.sensitivity : undefined;
  const sensitivity = own ?? form.pkg.sensitivity;
  return sensitivity === 'sensitive' || sensitivity === 'clinical';
}

function yesOrNo(language: Language): DataVariable['values'] {
  return (['no', 'yes'] as const).map((id, value) => {
    const labels: Said = Object.fromEntries(SPEECHES.map((s) => [s.language, s.t(id)]));
    return { value, id, labels, label: labels[language] ?? id };
  });
}

/** A text of a question in the languages it has. */
function said(question: readonly Variable[], textOf: (variable: Variable) => string | null): Said {
  return Object.fromEntries(
    LANGUAGES.flatMap((language, i) => {
      const text = textOf(question[i]!);
      return text === null ? [] : [[language, text]];
    }),
  );
}
