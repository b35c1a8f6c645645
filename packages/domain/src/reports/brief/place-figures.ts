import { proportionInterval } from '@tirek/statistics';
import { scalesOf } from '../needs/leading-rows.ts';
import type { Dots, Figure, Row, Table } from '../report.ts';
import { describeInWords } from '../words.ts';
import { LEAST, listPlaces, type Place } from './places.ts';
import type { Source } from './source.ts';

/** The share in the highest band, place by place, with 95% intervals by Wilson's method; places with few answers stay out. */
export function bandFigures({ grouping }: Place, source: Source): Figure[] {
  const { b, speech } = source;
  const places = listPlaces(source).filter((place) => place.grouping === grouping);
  return scalesOf(source).flatMap(({ form, scale, title }): Figure[] => {
    const band = scale.bandSets[0]?.bands.at(-1);
    const table = source.find(`band-groups-${form.code}-${scale.id}`);
    if (scale.direction !== 'higher-is-worse' || !band || !table) return [];
    const column = table.columns.findIndex(({ id }) => id === `band-${band.id}`);
    const rows = places.flatMap(({ id, label }) => {
      const row = table.rows.find((each) => each.id === `${grouping}-${id}`);
      return row ? dotOf(row, { column, label }) : [];
    });
    if (rows.length < 2) return [];
    const named = b('place.figure', {
      scale: title,
      band: table.columns[column]?.label ?? band.id,
    });
    return [
      {
        kind: 'figure',
        id: `brief-${table.id}`,
        number: 1,
        title: named,
        description: describeInWords(rows, { ...speech, lead: `${named}.` }),
        base: table.base,
        chart: { type: 'dots', axisLabel: speech.t('low.axis'), rows },
        notes: [b('place.figureNote', { least: LEAST })],
      },
    ];
  });
}

function dotOf(
  { id, cells }: Row,
  { column, label }: { column: number; label: string },
): Dots['rows'] {
  const cell: Table['rows'][number]['cells'][number] = cells[column] ?? null;
  if (typeof cell !== 'object' || cell === null || !('count' in cell)) return [];
  const n = cells[0];
  if (typeof n !== 'number' || n < LEAST) return [];
  const interval = proportionInterval({ count: cell.count, n });
  if (interval.kind !== 'estimated') return [];
  const { proportion, low, high } = interval;
  return [{ id, label, n, percent: proportion * 100, low: low * 100, high: high * 100 }];
}
