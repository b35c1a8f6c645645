import { type ToldRow, toldRows } from '../needs/told-rows.ts';
import { listVariables } from '../variables.ts';
import type { Source } from './source.ts';

/** Questions that tell where somebody lives, by their link ids in every form of the library. */
const PLACE_QUESTIONS: ReadonlySet<string> = new Set(['residency', 'region']);

/** Fewer answers from a place are not compared, not even for the programme's own analysts: one family more would turn the sheet. */
export const LEAST = 10;

/** A kind of place that a region sheet can be about. */
export type Place = {
  /** The answer's code in the form, for instance `rural`. */
  readonly id: string;
  readonly label: string;
  /** Names the grouping in tables of groups: form and question. */
  readonly grouping: string;
  readonly told: ToldRow;
};

/** The places that the report tells how many live in, in the order of the question. */
export function listPlaces(source: Source): Place[] {
  return source.forms.flatMap((form) =>
    listVariables(form, source.speech)
      .filter(({ linkId, roster }) => PLACE_QUESTIONS.has(linkId) && roster === null)
      .flatMap(({ linkId, options }) => {
        const grouping = `${form.code}-${linkId}`;
        const codes = new Set(options.map(({ id }) => id));
        return toldRows(source.find(`frequency-${grouping}`))
          .filter(({ row }) => codes.has(row.id))
          .map((told) => ({ id: told.row.id, label: told.row.label, grouping, told }));
      }),
  );
}
