import type { Answers } from '../../instruments/index.ts';
import { LANGUAGES, type Language } from '../../text/index.ts';
import type { WaveResponse } from '../facts.ts';
import { reportTexts } from '../report-texts.ts';
import type { Speech } from '../variables.ts';
import type { DataVariable, Said } from './data-table.ts';
import { exportTexts } from './export-texts.ts';
import type { Cell } from './table-builder.ts';
import { variableName } from './variable-names.ts';

/** What one row of a file is read from. */
export type RowSource = {
  readonly response: WaveResponse;
  /** Row of the roster from 0; null in the file of respondents. */
  readonly row: number | null;
  /** Its answers to each of the forms; of that row only, in the file of a roster. */
  readonly answers: ReadonlyArray<Answers | undefined>;
};

/** A variable with the way to its value. */
export type DataSource = {
  readonly variable: DataVariable;
  read(source: RowSource): Cell;
  /** The same in neighbours that are quicker read one after the other from a row than each from many rows. */
  readonly together?: unknown;
};

/** Language of the labels, and the names in use in the file. */
export type Naming = { readonly language: Language; readonly taken: Set<string> };
/** What must be told of a variable, and what may. */
export type Draft = Pick<DataVariable, 'kind' | 'source'> & {
  wished: string;
  labels: Said;
} & Partial<Omit<DataVariable, 'name' | 'label' | 'labels' | 'kind' | 'source'>>;

/** Every language that labels are kept in. */
export const SPEECHES: readonly Speech[] = LANGUAGES.map((language) => ({
  language,
  t: reportTexts(language),
}));

/** The export's own text of a key in every language. */
export function saidInAll(key: Parameters<ReturnType<typeof exportTexts>>[0]): Said {
  return Object.fromEntries(LANGUAGES.map((language) => [language, exportTexts(language)(key)]));
}

/** A variable with its name made valid and everything not told left empty. */
export function draftVariable({ wished, ...draft }: Draft, { language, taken }: Naming) {
  return {
    decimals: 0,
    measure: 'nominal',
    question: {},
    values: [],
    missing: [],
    exposure: 'none',
    ...draft,
    name: variableName(wished, taken),
    label: draft.labels[language] ?? Object.values(draft.labels)[0] ?? wished,
  } as const satisfies DataVariable;
}
