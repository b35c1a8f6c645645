import * as z from 'zod/mini';
import { DateOnly } from '../../contract.ts';
import { CARE_RULE, SUPPORT_KINDS } from '../../support/index.ts';
import { policyFor } from '../disclosure/policy.ts';
import { populationOfUnits } from '../disclosure/population.ts';
import { type ProtectedTable, protectTables, publishedCell } from '../disclosure/protect-tables.ts';
import type { TableSpec } from '../disclosure/table-spec.ts';

/** Children are whoever is not eighteen in the year that is counted. */
export const HELPED_GROUPS = ['women', 'men', 'children'] as const;
export type HelpedGroup = (typeof HELPED_GROUPS)[number];

/**
 * What people are counted for. `base`: everybody in a family that is supported; `clinical`: for whom the pathway proposed the step of
 * a specialist's evaluation; `care`: those of them who received evidence-based care.
 */
export const HELP_MEASURES = ['base', ...SUPPORT_KINDS, 'aid', 'clinical', 'care'] as const;
export type HelpMeasure = (typeof HELP_MEASURES)[number];

/** Somebody as she is counted: nobody's id. */
export interface CountedPerson {
  readonly family: string;
  readonly region: string;
  readonly group: HelpedGroup;
  /** What she got at least once. */
  readonly got: readonly HelpMeasure[];
  readonly isClinical: boolean;
  readonly hadCare: boolean;
}

/** The rule by which care was counted, kept with the numbers. */
const Rule = z.object({ version: z.int(), attended: z.int() });
const HelpCell = z.union([z.int(), z.literal('hidden')]);
export type HelpCell = z.infer<typeof HelpCell>;

/** How many people got what in a time, as far as it may be told, with what the numbers are made of. */
export const HelpFigures = z.object({
  from: DateOnly,
  to: DateOnly,
  rule: Rule,
  tables: z.array(
    z.object({
      measure: z.enum(HELP_MEASURES),
      /** The whole country and everybody are null. */
      rows: z.array(
        z.object({
          region: z.nullable(z.string()),
          group: z.nullable(z.enum(HELPED_GROUPS)),
          cell: HelpCell,
        }),
      ),
    }),
  ),
});
export type HelpFigures = z.infer<typeof HelpFigures>;

/** What was told of one month, by what was counted together, with the true counts. */
const Releases = z.record(z.string(), z.unknown());
export type Releases = z.infer<typeof Releases>;

export interface FiguresOrder {
  readonly from: string;
  readonly to: string;
  readonly people: readonly CountedPerson[];
  /** By which care was counted. */
  readonly rule?: z.infer<typeof Rule>;
  /** What was told in earlier months; two looks must not tell who got help in between. */
  readonly ledger: readonly unknown[];
}

export type MadeFigures =
  | { readonly kind: 'told'; readonly figures: HelpFigures; readonly releases: Releases }
  /** So few that nothing can be told, or nothing can be proved. */
  | { readonly kind: 'refused' };

const TOTAL = 'total';

/** Whether somebody counts for a measure. Care is counted of those in the clinical range alone. */
export const isCountedFor = (
  { got, isClinical, hadCare }: Omit<CountedPerson, 'family' | 'region' | 'group'>,
  measure: HelpMeasure,
): boolean => {
  if (measure === 'base') return true;
  if (measure === 'clinical') return isClinical;
  if (measure === 'care') return isClinical && hadCare;
  return got.includes(measure);
};

/**
 * What is protected together: each kind of help by itself, and those in the clinical range with those of them who got care, whose
 * difference would tell who got none. All kinds in one system would be more than can be proved.
 */
const TOGETHER: ReadonlyArray<readonly HelpMeasure[]> = [
  // Everybody, also where nothing may be told of any help.
  [],
  ...SUPPORT_KINDS.map((kind) => [kind]),
  ['aid'],
  ['clinical', 'care'],
];

/** The numbers as they may be told to the network: small groups hidden, and what would give them away. */
export function makeHelpFigures(order: FiguresOrder): MadeFigures {
  const { from, to, people, rule: { version, attended } = CARE_RULE } = order;
  if (people.length === 0) return { kind: 'refused' };
  const regions = [...new Set(people.map(({ region }) => region))].toSorted();
  const ledger = order.ledger.flatMap((each) => {
    const { success, data } = z.safeParse(Releases, each);
    return success ? [data] : [];
  });
  const decided = TOGETHER.flatMap((measures) => {
    const key = measures.join(' ') || 'base';
    const earlier = ledger.flatMap((each) => (each[key] === undefined ? [] : [each[key]]));
    const decision = protect(measures, { people, regions, to, earlier });
    return decision.kind === 'refused' ? [] : [{ key, measures, decision }];
  });
  if (decided.length === 0) return { kind: 'refused' };
  const rowsIn = (measure: HelpMeasure) =>
    decided
      .filter(({ measures }) => measure === 'base' || measures.includes(measure))
      .map(({ decision }) => rowsOf(measure, decision.tables));
  const tables = HELP_MEASURES.flatMap((measure) => {
    const [first, ...others] = rowsIn(measure);
    if (!first) return [];
    // Where several systems tell the same number, it is told only if all of them may.
    const rows = first.map((row, at) => ({
      ...row,
      cell: others.some((other) => other[at]?.cell === 'hidden') ? ('hidden' as const) : row.cell,
    }));
    return [{ measure, rows }];
  });
  return {
    kind: 'told',
    figures: { from, to, rule: { version, attended }, tables },
    releases: Object.fromEntries(
      decided.map(({ key, decision }) => [key, { ...decision.release, id: to }]),
    ),
  };
}

const STATE = 'state';

/** One small system: everybody, and for each measure those who count for it. Whoever counts for the second counts for the first. */
function protect(
  measures: readonly HelpMeasure[],
  {
    people,
    regions,
    to,
    earlier,
  }: {
    readonly people: readonly CountedPerson[];
    readonly regions: readonly string[];
    readonly to: string;
    readonly earlier: readonly unknown[];
  },
) {
  const units = people.map((person) => ({
    family: person.family,
    values: {
      ...{ region: person.region, group: person.group },
      [STATE]: measures.findLast((measure) => isCountedFor(person, measure)) ?? 'none',
    },
  }));
  return protectTables({
    population: populationOfUnits(
      {
        snapshot: to,
        variables: {
          ...{ region: regions, group: [...HELPED_GROUPS] },
          [STATE]: ['none', ...measures],
        },
        places: ['region'],
      },
      units,
    ),
    tables: (['base', ...measures] as const).flatMap((measure) =>
      tablesOf(measure, {
        regions,
        among: measure === 'base' ? null : measures.slice(measures.indexOf(measure)),
      }),
    ),
    ...{ policy: policyFor('network'), ledger: earlier, seed: null },
  });
}

/** By group in the whole country, and by region for everybody: both at once would be rows of very few. */
function tablesOf(
  measure: HelpMeasure,
  { regions, among }: { regions: readonly string[]; among: readonly HelpMeasure[] | null },
): TableSpec[] {
  const everywhere = { id: TOTAL, values: [...regions] };
  const everybody = { id: TOTAL, values: [...HELPED_GROUPS] };
  const region = { variable: 'region', place: 'region' as const };
  const spec = {
    filters: among ? [{ variable: STATE, values: [...among] }] : [],
    ...{ visible: ['group'], hasMeans: false },
  };
  const byGroup: TableSpec = {
    ...{ ...spec, id: `${measure} group` },
    dimensions: [
      { ...region, categories: [everywhere] },
      {
        variable: 'group',
        categories: [everybody, ...HELPED_GROUPS.map((id) => ({ id, values: [id] }))],
      },
    ],
  };
  if (regions.length < 2) return [byGroup];
  return [
    byGroup,
    {
      ...{ ...spec, id: `${measure} region` },
      dimensions: [
        { ...region, categories: [everywhere, ...regions.map((id) => ({ id, values: [id] }))] },
        { variable: 'group', categories: [everybody] },
      ],
    },
  ];
}

function rowsOf(measure: HelpMeasure, tables: readonly ProtectedTable[]) {
  return tables
    .filter(({ id }) => id.startsWith(`${measure} `))
    .flatMap(({ id, cells }) =>
      cells
        // The whole country stands in the table of groups already.
        .filter(({ categories }) => id.endsWith('group') || categories[0] !== TOTAL)
        .map((cell) => {
          const [region = TOTAL, group = TOTAL] = cell.categories;
          return {
            region: region === TOTAL ? null : region,
            group: group === TOTAL ? null : (group as HelpedGroup),
            cell: publishedCell(cell),
          };
        }),
    );
}
