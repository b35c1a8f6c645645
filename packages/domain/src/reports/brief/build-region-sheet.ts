import type { CompiledForm } from '../../instruments/index.ts';
import { scalesOf } from '../needs/leading-rows.ts';
import { numbersIn, type ToldRow } from '../needs/told-rows.ts';
import { isHidden, type Paragraph, type Report } from '../report.ts';
import { numberAt, paragraph, say, type Words } from '../sentences/sentence.ts';
import type { Brief, Comparison, Headline } from './brief.ts';
import { type BriefReceipt, frameOf, sourceOf } from './build-brief.ts';
import { headlinesOf } from './headlines.ts';
import { bandFigures } from './place-figures.ts';
import { LEAST, listPlaces, type Place } from './places.ts';
import type { Source } from './source.ts';

/**
 * One page on a kind of place against the whole wave. Scores by place are there only where the report tells them; where it does
 * not, the sheet says so.
 * @returns null when the report tells of no such place
 */
export function buildRegionSheet(
  report: Report,
  { forms, place }: { forms: readonly CompiledForm[]; place: string },
  receipt: BriefReceipt,
): Brief | null {
  const source = sourceOf(report, forms);
  const { b } = source;
  const found = listPlaces(source).find(({ id }) => id === place);
  if (!found) return null;
  const scores = isSmall(found) ? [] : scoresOf(found, source);
  const note = isSmall(found) ? b('place.small', { least: LEAST }) : b('place.notTold');
  const sentences =
    scores.length > 0
      ? [...scores.map((score) => score.sentence), ...bandSentences(found, source)]
      : [[note]];
  return {
    ...frameOf(source, 'region-sheet', receipt),
    title: b('place.title', { place: found.label }),
    subtitle: `${report.title}. ${report.subtitle}`,
    headlines: { title: b('headlines'), numbers: headlines(found, source) },
    findings: { title: b('findings'), sentences: sentences.map(named) },
    comparison:
      scores.length > 0
        ? {
            title: b('place.compare'),
            head: [b('place.scale'), b('place.n'), b('place.here'), b('place.all')],
            rows: scores.map(({ row }) => row),
            note: b('place.within'),
          }
        : null,
    figures: scores.length > 0 ? bandFigures(found, source) : [],
    actions: { title: b('actions'), head: [], rows: [], note: b('actions.note') },
  };
}

const named = (words: Words, i: number): Paragraph => paragraph(`finding-${i + 1}`, words);

const isSmall = ({ told }: Place) => (numberAt(told.table, told.row.id, 'count') ?? 0) < LEAST;

/** How many live here, among how many; the whole beside it. */
function headlines({ label, told }: Place, source: Source): Headline[] {
  const { b } = source;
  const { cell, base } = numbersIn(told, source);
  const count = cell('count');
  const share: Headline = {
    id: 'place',
    number: cell('validPercent'),
    label,
    base: b('headline.base', { count: count.text, n: base().text }),
    interval: null,
  };
  return [share, ...headlinesOf(source).filter(({ id }) => id === 'responses')];
}

type Score = { readonly row: Comparison; readonly sentence: Words };

/** Mean scores here and in all, from the table of means by groups. */
function scoresOf({ id, grouping }: Place, source: Source): Score[] {
  const { b } = source;
  return scalesOf(source).flatMap(({ form, scale, title }): Score[] => {
    const table = source.find(`group-means-${form.code}-${scale.id}`);
    const rowOf = (row: string): ToldRow | null => {
      const found = table?.rows.find((each) => each.id === row && !each.cells.some(isHidden));
      return table && found ? { table, row: found } : null;
    };
    const [here, all] = [rowOf(`${grouping}-${id}`), rowOf(grouping)];
    if (!here || !all || here.row.n < LEAST) return [];
    const [own, whole] = [numbersIn(here, source), numbersIn(all, source)];
    const spread = ({ cell }: typeof own) => `${cell('mean').text} (${cell('meanInterval').text})`;
    return [
      {
        row: {
          id: `${form.code}-${scale.id}`,
          label: title,
          n: own.cell('n').text,
          here: spread(own),
          all: spread(whole),
        },
        sentence: say((params) => b(isApart(here, all) ? 'place.apart' : 'place.alike', params), {
          scale: title,
          here: own.cell('mean'),
          hereInterval: own.cell('meanInterval'),
          all: whole.cell('mean'),
        }),
      },
    ];
  });
}

/** Whether the whole's mean lies outside the interval of the place's own. */
function isApart(here: ToldRow, all: ToldRow): boolean {
  const interval = here.row.cells[here.table.columns.findIndex(({ id }) => id === 'meanInterval')];
  const whole = numberAt(all.table, all.row.id, 'mean');
  if (typeof interval !== 'object' || interval === null || !('low' in interval)) return false;
  return whole !== null && (whole < interval.low || whole > interval.high);
}

/** The highest band here and in all. */
function bandSentences({ id, grouping }: Place, source: Source): Words[] {
  return scalesOf(source).flatMap(({ form, scale, title }) => {
    const band = scale.bandSets[0]?.bands.at(-1);
    const table = source.find(`band-groups-${form.code}-${scale.id}`);
    const column = table?.columns.find((each) => each.id === `band-${band?.id}`);
    const told = (row: string) =>
      table?.rows.find((each) => each.id === row && !each.cells.some(isHidden));
    const [here, all] = [told(`${grouping}-${id}`), told(grouping)];
    if (scale.direction !== 'higher-is-worse' || !table || !column || !here || !all) return [];
    const number = (row: typeof here) => numbersIn({ table, row }, source).cell(column.id);
    return [
      say((params) => source.b('place.band', params), {
        scale: title,
        band: column.label,
        here: number(here),
        all: number(all),
      }),
    ];
  });
}
