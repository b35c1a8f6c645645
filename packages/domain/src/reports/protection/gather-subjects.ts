import { type CompiledForm, isIn, type Scale } from '../../instruments/index.ts';
import type { WaveFacts, WaveResponse } from '../facts.ts';
import { type Observation, observe, rosterRows } from '../observations.ts';
import type { Table } from '../report.ts';
import { gatherScaleItems, type ScaleItems } from '../scale-items.ts';
import { listScores } from '../scores.ts';
import { hasDistribution } from '../tables/score-distribution.ts';
import type { Speech, Variable } from '../variables.ts';
import { type NumberCase, spanOf } from './code-ends.ts';
import {
  type Claim,
  countClaim,
  kindsFrom,
  type Subject,
  squaresOf,
  summaryClaims,
  sumOf,
  type Terms,
} from './subject.ts';

/** Mean and spread as sums, where every kind has one value. */
function momentsOf(values: Terms): { mean: readonly Terms[]; spread: readonly Terms[] } {
  return { mean: [values], spread: [squaresOf(values)] };
}

/** Answers given, by respondent; absent ones are no kind, since how many answered is always told. */
function answersOf(
  observations: readonly Observation[],
  kindOf: (value: unknown) => string | null,
) {
  return observations.map((o) => ({
    kind: o.kind === 'answered' ? kindOf(o.value) : null,
    respondent: o.respondent,
  }));
}

/** A choice or a yes-no question: one claim for each row of its table. */
export function subjectOfChoice(
  responses: readonly WaveResponse[],
  variable: Variable,
  table: Table,
): Subject {
  const names = rowsOf(table).map(({ id }) => id);
  return {
    id: table.id,
    kinds: kindsFrom(names, answersOf(observe(responses, variable), String)),
    claims: names.map((name) => countClaim(name, [name], names)),
    known: [sumOf(names)],
  };
}

/** Every case that gave a number. */
export function numberCases(responses: readonly WaveResponse[], variable: Variable): NumberCase[] {
  return observe(responses, variable).flatMap((o) =>
    o.kind === 'answered' && typeof o.value === 'number'
      ? [{ value: o.value, respondent: o.respondent }]
      : [],
  );
}

/**
 * A number: one claim for each row of the table with coded ends, and mean and spread where every row of
 * the exact one is a single number.
 */
export function subjectOfNumber(
  cases: readonly NumberCase[],
  { exact, coded }: { exact: Table; coded: Table },
): Subject {
  const starts = rowsOf(exact).map(({ id }) => Number(id));
  const names = starts.map(String);
  const startOf = (value: number) => starts.findLast((from) => value >= from);
  // Between 7 and 8 lies no whole number; in a class of five years a mean fixes nothing exactly.
  const isSingle = cases.every(({ value }) => startOf(value) === value);
  const values = new Map(starts.map((start) => [String(start), start]));
  return {
    id: exact.id,
    kinds: kindsFrom(
      names,
      cases.map(({ value, respondent }) => ({ kind: String(startOf(value)), respondent })),
    ),
    claims: [
      ...rowsOf(coded).map(({ id }) => {
        const { from, below } = spanOf(coded, id);
        return countClaim(
          id,
          starts.filter((start) => start >= from && start < below).map(String),
          names,
        );
      }),
      ...summaryClaims('number', names, isSingle ? momentsOf(values) : {}),
    ],
    known: [sumOf(names)],
    step: (starts[1] ?? Number.POSITIVE_INFINITY) - (starts[0] ?? 0),
  };
}

/** A question with several answers: each answer is ticked or not. */
export function subjectOfTicks(
  responses: readonly WaveResponse[],
  variable: Variable,
  table: Table,
): Subject {
  const options = rowsOf(table).map(({ id }) => id);
  const ticked = (option: string) => `${option} yes`;
  const left = (option: string) => `${option} no`;
  const answered = observe(responses, variable).flatMap((o) =>
    o.kind === 'answered' && Array.isArray(o.value)
      ? [{ respondent: o.respondent, ticks: new Set(o.value) }]
      : [],
  );
  return {
    id: table.id,
    kinds: kindsFrom(
      options.flatMap((option) => [ticked(option), left(option)]),
      options.flatMap((option) =>
        answered.map(({ respondent, ticks }) => ({
          kind: ticks.has(option) ? ticked(option) : left(option),
          respondent,
        })),
      ),
    ),
    claims: [
      ...options.map((option) =>
        countClaim(option, [ticked(option)], [ticked(option), left(option)]),
      ),
      {
        key: 'total',
        about: options.map(ticked),
        sums: [sumOf(options.map(ticked))],
        base: null,
        loss: 3,
      },
    ],
    known: options.map((option) => sumOf([ticked(option), left(option)])),
  };
}

/** How many rows each respondent listed, as cases with a number. */
export function sizeCases(
  responses: readonly WaveResponse[],
  { form, roster }: { form: string; roster: string },
): NumberCase[] {
  return responses.map(({ answers }, respondent) => ({
    value: rosterRows(answers[form], roster).length,
    respondent,
  }));
}

/** The same as a subject; the number of all rows is told as a base elsewhere. */
export function subjectOfSizes(
  cases: readonly NumberCase[],
  tables: { exact: Table; coded: Table },
): Subject {
  const { claims, known, ...rest } = subjectOfNumber(cases, tables);
  const rows = new Map([...rest.kinds.keys()].map((size) => [size, Number(size)]));
  return {
    ...rest,
    claims: claims.filter(({ base }) => base !== null),
    known: [...known, rows],
  };
}

/** In which language the answers were given. */
export function subjectOfLanguages(
  { responses }: Pick<WaveFacts, 'responses'>,
  table: Table,
): Subject {
  const names = rowsOf(table).map(({ id }) => id);
  return {
    id: table.id,
    kinds: kindsFrom(
      names,
      responses.map(({ language }, respondent) => ({ kind: language, respondent })),
    ),
    claims: names.map((name) => countClaim(name, [name], names)),
    known: [sumOf(names)],
  };
}

/**
 * All that is told of the items of a scale and of its scores, in every way they are scored: the mean
 * of a scale is the sum of its items' means, so that none of them stands alone.
 */
export function subjectOfScales(
  responses: readonly WaveResponse[],
  {
    form,
    scales,
    distributions,
  }: {
    form: CompiledForm;
    scales: readonly Scale[];
    /** Tables of single scores with coded ends, by scale. */
    distributions: ReadonlyMap<string, Table>;
  },
  speech: Speech,
): Subject {
  const kinds = new Map<string, readonly number[]>();
  const claims: Claim[] = [];
  const known: ReadonlyMap<string, number>[] = [];
  const first = gatherScaleItems(responses, { form, scale: scales[0]! }, speech);
  for (const item of first?.items ?? []) {
    const { linkId, options } = item.variable;
    const names = options.map(({ id }) => itemKind(linkId, id));
    const cases = answersOf(item.observations, (value) => itemKind(linkId, String(value)));
    for (const [name, kind] of kindsFrom(names, cases)) kinds.set(name, kind);
    known.push(sumOf(names));
    const low = options
      .filter(({ id }) => item.sideOf[id] === 'unfavourable')
      .map(({ id }) => itemKind(linkId, id));
    const points = new Map(options.map(({ id }) => [itemKind(linkId, id), item.pointsOf[id] ?? 0]));
    claims.push(
      ...names.map((name) => countClaim(name, [name], names)),
      ...(low.length > 0 && low.length < names.length
        ? [countClaim(`${linkId} low`, low, names)]
        : []),
      ...summaryClaims(linkId, names, momentsOf(points)),
    );
  }
  for (const scale of scales) {
    const gathered = gatherScaleItems(responses, { form, scale }, speech);
    const coded = distributions.get(scale.id) ?? null;
    claims.push(...scoreClaims(responses, { form, scale, gathered, coded }, { kinds, known }));
  }
  return { id: `scale-${form.code}-${scales[0]!.id}`, kinds, claims, known };
}

function scoreClaims(
  responses: readonly WaveResponse[],
  {
    form,
    scale,
    gathered,
    coded,
  }: { form: CompiledForm; scale: Scale; gathered: ScaleItems | null; coded: Table | null },
  { kinds, known }: { kinds: Map<string, readonly number[]>; known: ReadonlyMap<string, number>[] },
): Claim[] {
  const cases = scoreCases(responses, form, scale);
  const bands = scale.bandSets.flatMap(({ bands }, set) => bands.map((band) => ({ band, set })));
  const isListed = hasDistribution({ scale });
  // Where scores are not listed one by one, those in the same bands are alike.
  const kindOf = (value: number) =>
    isListed
      ? String(value)
      : bands.map(({ band }) => (isIn(band, value) ? 'in' : 'out')).join(' ');
  const values = isListed
    ? possibleValues(scale)
    : [...cases.map(({ value }) => value), ...bands.map(({ band }) => band.from)];
  const examples = new Map(values.map((value) => [scoreKey(scale.id, kindOf(value)), value]));
  const names = [...examples.keys()];
  const own = kindsFrom(
    names,
    cases.map(({ value, respondent }) => ({
      kind: scoreKey(scale.id, kindOf(value)),
      respondent,
    })),
  );
  for (const [name, kind] of own) kinds.set(name, kind);
  known.push(sumOf(names));
  const within = (test: (value: number) => boolean) =>
    names.filter((name) => test(examples.get(name)!));
  const items = new Map(
    (gathered?.items ?? []).flatMap(({ variable, pointsOf }) =>
      variable.options.map(({ id }): [string, number] => [
        itemKind(variable.linkId, id),
        pointsOf[id] ?? 0,
      ]),
    ),
  );
  const moments = isListed ? momentsOf(examples) : { mean: [], spread: [] };
  return [
    ...(coded ? rowsOf(coded) : []).flatMap(({ id }) => {
      const { from, below } = spanOf(coded!, id);
      return [
        countClaim(
          scoreKey(scale.id, id),
          within((v) => v >= from && v < below),
          names,
        ),
        countClaim(
          `${scoreKey(scale.id, id)} and below`,
          within((v) => v < below),
          names,
        ),
      ];
    }),
    ...scale.bandSets.flatMap((bandSet, set) => [
      ...bandSet.bands.map(
        (band): Claim => ({
          ...countClaim(
            bandKey(scale.id, set, band.id),
            within((v) => isIn(band, v)),
            names,
          ),
          wanted: 'first',
        }),
      ),
      countClaim(
        bandKey(scale.id, set, 'outside'),
        within((v) => !bandSet.bands.some((band) => isIn(band, v))),
        names,
      ),
    ]),
    ...summaryClaims(scale.id, names, {
      mean: [...moments.mean, ...(items.size > 0 ? [items] : [])],
      spread: moments.spread,
      wanted: 'second',
    }),
  ];
}

export function scoreCases(
  responses: readonly WaveResponse[],
  form: CompiledForm,
  scale: Scale,
): NumberCase[] {
  return listScores(responses, form, scale).flatMap(({ value, respondent }) =>
    value === null ? [] : [{ value, respondent }],
  );
}

export const itemKind = (linkId: string, option: string) => `${linkId} = ${option}`;

export const scoreKey = (scale: string, score: string) => `${scale}: ${score}`;

export const bandKey = (scale: string, set: number, band: string) => `${scale} band ${set} ${band}`;

function possibleValues({ range, multiplyBy = 1 }: Scale): number[] {
  const steps = Math.round((range.max - range.min) / multiplyBy);
  return Array.from({ length: steps + 1 }, (_, i) => range.min + i * multiplyBy);
}

/** The rows that count answers, without totals and missing ones. */
function rowsOf({ rows }: Table) {
  return rows.filter(({ role }) => role === 'category');
}
