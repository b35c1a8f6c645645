import type { Scale } from '../../instruments/index.ts';
import { isHidden, type TableDraft } from '../report.ts';
import { rosterOfScale } from '../scores.ts';
import { formText, listVariables } from '../variables.ts';
import { type Told, type ToldRow, toldRows } from './told-rows.ts';

/** A row that speaks for a whole table: the band that asks for most attention, the lowest rating, the answers named most. */
export type Leading = {
  readonly form: string;
  readonly title: string;
  readonly told: ToldRow;
  /** Whether every row of the table is told. If not, one that is hidden may come before it. */
  readonly isWhole: boolean;
};

/** The highest band of every scale whose high scores ask for attention, of respondents themselves. */
export function highestBands(source: Told): Leading[] {
  return scalesOf(source).flatMap(({ form, scale, title }) => {
    const band = scale.bandSets[0]?.bands.at(-1);
    if (scale.direction !== 'higher-is-worse' || !band || rosterOfScale(form, scale)) return [];
    const table = source.find(`bands-${form.code}-${scale.id}-0`);
    const told = toldRows(table).find(({ row }) => row.id === band.id);
    return told ? [{ form: form.code, title, told, isWhole: hidesNothing(table) }] : [];
  });
}

/** The statement that fewest agree with, of every scale whose low scores ask for attention. */
export function lowestRatings(source: Told): Leading[] {
  return scalesOf(source).flatMap(({ form, scale, title }) => {
    if (scale.direction !== 'higher-is-better') return [];
    const table = source.find(`low-${form.code}-${scale.id}`);
    const [told] = toldRows(table);
    return told ? [{ form: form.code, title, told, isWhole: hidesNothing(table) }] : [];
  });
}

/** The answers to one question that were chosen most often, first of them the most frequent. */
export type Named = Omit<Leading, 'told'> & { readonly told: readonly ToldRow[] };

export function mostNamed(source: Told): Named[] {
  return source.forms.flatMap((form) =>
    listVariables(form, source.speech).flatMap((variable): Named[] => {
      const table = source.find(`multi-${form.code}-${variable.linkId}`);
      const told = toldRows(table);
      if (told.length === 0) return [];
      return [{ form: form.code, title: variable.label, told, isWhole: hidesNothing(table) }];
    }),
  );
}

/** Whether no row of the table hides a number. */
function hidesNothing(table: TableDraft | null): boolean {
  return table?.rows.every(({ cells }) => !cells.some(isHidden)) ?? false;
}

export function scalesOf({ forms, speech }: Told) {
  return forms.flatMap((form) =>
    form.pkg.scales.map((scale: Scale) => ({
      form,
      scale,
      title: formText(form, speech, scale.title) ?? scale.id,
    })),
  );
}
