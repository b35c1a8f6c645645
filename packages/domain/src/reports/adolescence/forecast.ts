import * as z from 'zod/mini';
import { DateOnly } from '../../contract.ts';
import { policyFor } from '../disclosure/policy.ts';
import { populationOfUnits } from '../disclosure/population.ts';
import { protectTables, publishedCell } from '../disclosure/protect-tables.ts';
import type { Release } from '../disclosure/release.ts';
import type { TableSpec } from '../disclosure/table-spec.ts';

/** From the twelfth birthday until the eighteenth: whoever turns eighteen in a year is not counted in it any more. */
export const ADOLESCENCE = { from: 12, until: 18 } as const;
const YEARS = 10;

/** Adolescents of a year, those who become so in it, and those who come of age in it. */
export const WAVE_MEASURES = ['adolescents', 'turning-12', 'turning-18'] as const;
export type WaveMeasure = (typeof WAVE_MEASURES)[number];

/** A count that may be told, nothing where it would be too small or give a small one away, or null: nobody can be counted yet. */
const WaveCell = z.union([z.int(), z.literal('hidden')]);
export type WaveCell = z.infer<typeof WaveCell>;

/** How many children of a programme are adolescents in each of the coming ten years, by region, as far as it may be told. */
export const AdolescenceForecast = z.object({
  /** The day for which children were counted. */
  asOf: DateOnly,
  years: z.array(z.int()),
  tables: z.array(
    z.object({
      measure: z.enum(WAVE_MEASURES),
      /** The whole country is null. */
      rows: z.array(z.object({ region: z.nullable(z.string()), cells: z.array(WaveCell) })),
    }),
  ),
});
export type AdolescenceForecast = z.infer<typeof AdolescenceForecast>;

/** A child as it is counted: nobody's id. */
export interface CountedChild {
  readonly family: string;
  readonly region: string;
  readonly bornYear: number;
}

export interface ForecastOrder {
  readonly asOf: string;
  readonly children: readonly CountedChild[];
  /** What was told in earlier months; two looks must not tell who came in between. */
  readonly ledger: readonly unknown[];
}

export type Forecast =
  | {
      readonly kind: 'told';
      readonly forecast: AdolescenceForecast;
      readonly release: Release;
    }
  /** So few that nothing can be told, or nothing can be proved. */
  | { readonly kind: 'refused'; readonly code: string };

/** The table as it may be told to the network: small groups hidden, and what would give them away. */
export function forecastAdolescence({ asOf, children, ledger }: ForecastOrder): Forecast {
  const first = Number(asOf.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, at) => first + at);
  const units = children
    .filter(({ bornYear }) => bornYear > first - ADOLESCENCE.until && bornYear <= first)
    .map(({ family, region, bornYear }) => ({
      family,
      values: { region, born: String(bornYear) },
    }));
  const regions = [...new Set(units.map(({ values }) => values.region))].toSorted();
  const born = Array.from({ length: ADOLESCENCE.until }, (_, at) =>
    String(first - ADOLESCENCE.until + 1 + at),
  );
  if (units.length === 0) return { kind: 'refused', code: 'base-too-small' };
  const place = {
    ...{ variable: 'region', place: 'region' as const },
    categories: [
      { id: TOTAL, values: regions },
      ...(regions.length > 1 ? regions.map((id) => ({ id, values: [id] })) : []),
    ],
  };
  const tables = WAVE_MEASURES.map(
    (measure): TableSpec => ({
      ...{ id: measure, filters: [], visible: ['born'], hasMeans: false },
      dimensions: [
        place,
        {
          variable: 'born',
          categories: years
            .map((year) => ({ id: String(year), values: bornFor(measure, year, born) }))
            .filter(({ values }) => values.length > 0),
        },
      ],
    }),
  );
  const decision = protectTables({
    population: populationOfUnits(
      { snapshot: asOf, variables: { region: regions, born }, places: ['region'] },
      units,
    ),
    ...{ tables, policy: policyFor('network'), ledger, seed: null },
  });
  if (decision.kind === 'refused') return { kind: 'refused', code: decision.code };
  const told = decision.tables.map(({ id, cells }) => ({
    measure: id as WaveMeasure,
    rows: [TOTAL, ...regions].map((region) => ({
      region: region === TOTAL ? null : region,
      cells: years.map((year): WaveCell => {
        const cell = cells.find(
          ({ categories }) => categories[0] === region && categories[1] === String(year),
        );
        return cell ? publishedCell(cell) : 'hidden';
      }),
    })),
  }));
  return {
    kind: 'told',
    forecast: { asOf, years, tables: told },
    release: { ...decision.release, id: asOf },
  };
}

const TOTAL = 'total';

/** In which years whoever is counted in a year was born. */
function bornFor(measure: WaveMeasure, year: number, born: readonly string[]): string[] {
  const { from, until } = ADOLESCENCE;
  return born.filter((each) => {
    const age = year - Number(each);
    if (measure === 'turning-12') return age === from;
    if (measure === 'turning-18') return age === until;
    return age >= from && age < until;
  });
}
