import type { Answers, CompiledForm } from '../../instruments/index.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../text/index.ts';
import type { WaveFacts, WaveResponse } from '../facts.ts';
import { rosterRows } from '../observations.ts';
import { rosterLabel } from '../variables.ts';
import { answerColumns } from './answer-columns.ts';
import {
  type DataSource,
  draftVariable,
  type RowSource,
  SPEECHES,
  saidInAll,
} from './data-source.ts';
import type { DataTable, Said } from './data-table.ts';
import { exportIds, type RandomBytes } from './export-ids.ts';
import { exportTexts } from './export-texts.ts';
import { scoreColumns } from './score-columns.ts';
import { TableBuilder } from './table-builder.ts';
import { variableName } from './variable-names.ts';

type Choice = { readonly language: Language; readonly random: RandomBytes };
type Sheet = {
  readonly name: string;
  readonly titles: Said;
  readonly builder: TableBuilder<RowSource>;
  /** Which respondent each row belongs to, as they came. */
  readonly owners: number[];
};
type RosterSheet = Sheet & { readonly form: string; readonly roster: string };

/**
 * The answers of a wave as tables for other programs: one row a respondent, and a table for every
 * roster (the children) with one row for each of its rows. No identity is in it, and what could lead
 * to one is taken off: rows have new random ids and stand in the order of these, the day of answering
 * is kept as its month, dates as years, and free words not at all.
 *
 * @param forms the forms of the wave in the versions it was asked with, compiled
 */
export function buildWaveData(
  facts: Pick<WaveFacts, 'responses'>,
  forms: readonly CompiledForm[],
  choice: Choice,
): DataTable[] {
  const collector = new WaveDataCollector(forms, choice.language);
  for (const response of facts.responses) collector.add(response);
  return collector.finish(choice.random);
}

/** The same for answers that come one after the other and need not all be there at once. */
export class WaveDataCollector {
  readonly #language: Language;
  readonly #forms: readonly string[];
  readonly #respondents: Sheet;
  readonly #rosters: readonly RosterSheet[];

  constructor(forms: readonly CompiledForm[], language: Language) {
    this.#language = language;
    this.#forms = forms.map(({ code }) => code);
    const files = new Set<string>();
    this.#respondents = sheetOf({
      name: variableName('respondents', files),
      titles: saidInAll('table.respondents'),
      sources: respondentSources(forms, language),
    });
    this.#rosters = forms.flatMap((form) =>
      form.items
        .filter(({ type }) => type === 'roster')
        .map(({ linkId: roster }) => ({
          ...sheetOf({
            name: variableName(roster, files),
            titles: rosterTitles(form, roster),
            sources: rosterSources(form, { language, roster }),
          }),
          form: form.code,
          roster,
        })),
    );
  }

  add(response: WaveResponse): void {
    const owner = this.#respondents.builder.rows;
    const answers = this.#forms.map((form) => response.answers[form]);
    addRow(this.#respondents, owner, { response, row: null, answers });
    for (const sheet of this.#rosters) {
      rosterRows(response.answers[sheet.form], sheet.roster).forEach((rowAnswers: Answers, row) => {
        addRow(sheet, owner, { response, row, answers: [rowAnswers] });
      });
    }
  }

  /** The tables, under new ids and in their order. */
  finish(random: RandomBytes): DataTable[] {
    const ids = exportIds(this.#respondents.builder.rows, random);
    const ranks = ranksOf(ids);
    const language = this.#language;
    return [this.#respondents, ...this.#rosters].map(({ name, titles, builder, owners }) => {
      const order = orderByRank(owners, ranks);
      const table = builder.finish({ name, titles, language }, order);
      const named: string[] = [];
      for (const row of order) named.push(ids[owners[row]!]!);
      const [first, ...others] = table.columns;
      return { ...table, columns: [{ ...first!, kind: 'texts', values: named }, ...others] };
    });
  }
}

function sheetOf({
  name,
  titles,
  sources,
}: Pick<Sheet, 'name' | 'titles'> & { sources: readonly DataSource[] }): Sheet {
  const variables = sources.map(({ variable }) => variable);
  return { name, titles, builder: new TableBuilder(variables, sources), owners: [] };
}

function rosterTitles(form: CompiledForm, roster: string): Said {
  return Object.fromEntries(
    SPEECHES.map((speech) => [
      speech.language,
      exportTexts(speech.language)('table.roster', { roster: rosterLabel(form, roster, speech) }),
    ]),
  );
}

function addRow({ builder, owners }: Sheet, owner: number, source: RowSource): void {
  builder.add(source);
  owners.push(owner);
}

function respondentSources(forms: readonly CompiledForm[], language: Language): DataSource[] {
  const naming = { language, taken: new Set<string>() };
  const values = LANGUAGES.map((id, i) => ({
    value: i + 1,
    id,
    label: LANGUAGE_NAMES[id],
    labels: Object.fromEntries(LANGUAGES.map((each) => [each, LANGUAGE_NAMES[id]])),
  }));
  return [
    idSource(naming),
    {
      variable: draftVariable(
        {
          wished: 'language',
          kind: 'coded',
          labels: saidInAll('variable.language'),
          values,
          source: { kind: 'language' },
        },
        naming,
      ),
      read: ({ response }) => LANGUAGES.indexOf(response.language) + 1,
    },
    {
      variable: draftVariable(
        {
          wished: 'received',
          kind: 'month',
          measure: 'scale',
          labels: saidInAll('variable.received'),
          source: { kind: 'received' },
        },
        naming,
      ),
      read: ({ response }) => monthOf(response.receivedOn),
    },
    ...forms.flatMap((form, place) => answerColumns(form, { ...naming, place, roster: null })),
    ...forms.flatMap((form) => scoreColumns(form, { ...naming, roster: null })),
  ];
}

function rosterSources(
  form: CompiledForm,
  { language, roster }: { language: Language; roster: string },
): DataSource[] {
  const naming = { language, taken: new Set<string>() };
  return [
    idSource(naming),
    {
      variable: draftVariable(
        {
          wished: 'row',
          kind: 'number',
          measure: 'ordinal',
          // The seventh child tells of a family with seven.
          exposure: 'key',
          labels: saidInAll('variable.row'),
          source: { kind: 'row' },
        },
        naming,
      ),
      read: ({ row }) => (row ?? 0) + 1,
    },
    ...answerColumns(form, { ...naming, place: 0, roster }),
    ...scoreColumns(form, { ...naming, roster }),
  ];
}

/** Filled in at the end, when the ids are made. */
function idSource(naming: Parameters<typeof draftVariable>[1]): DataSource {
  return {
    variable: draftVariable(
      {
        wished: 'export_id',
        kind: 'text',
        labels: saidInAll('variable.export-id'),
        source: { kind: 'export-id' },
      },
      naming,
    ),
    read: () => '',
  };
}

/** Months since January 1960, as Stata counts them. */
function monthOf(day: string): number {
  return (Number(day.slice(0, 4)) - 1960) * 12 + Number(day.slice(5, 7)) - 1;
}

function ranksOf(ids: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(ids.length);
  const places = new Map(ids.map((id, place) => [id, place]));
  // Without a function that compares, texts are sorted by their letters, which is quicker.
  [...ids].sort().forEach((id, rank) => {
    ranks[places.get(id)!] = rank;
  });
  return ranks;
}

/** Rows in the order of their owners' ranks, those of one owner as they came: a counting sort. */
function orderByRank(owners: readonly number[], ranks: Uint32Array): Uint32Array {
  const next = new Uint32Array(ranks.length + 1);
  for (const owner of owners) next[ranks[owner]! + 1]! += 1;
  for (let rank = 1; rank < next.length; rank += 1) next[rank]! += next[rank - 1]!;
  const order = new Uint32Array(owners.length);
  owners.forEach((owner, row) => {
    const rank = ranks[owner]!;
    order[next[rank]!] = row;
    next[rank]! += 1;
  });
  return order;
}
