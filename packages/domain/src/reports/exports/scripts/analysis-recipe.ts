import {
  type BandSet,
  type CompiledForm,
  pointsOf,
  type Scale,
} from '../../../instruments/index.ts';
import type { Language } from '../../../text/index.ts';
import type { WaveResponse } from '../../facts.ts';
import { type Grouping, listGroupings } from '../../groupings.ts';
import { pairAnswers } from '../../paired-answers.ts';
import { type PredictorBlock, REGRESSION_PLANS } from '../../regression/plan.ts';
import { type NamedPredictor, plannedModel } from '../../regression/planned-model.ts';
import { reportTexts } from '../../report-texts.ts';
import { gatherScaleItems } from '../../scale-items.ts';
import { listScoreVariables, type ScoreVariable } from '../../score-variables.ts';
import { isTickedOnce } from '../../sections/questions.ts';
import { fitCount } from '../../tables/count-model.ts';
import { languagesByCases } from '../../tables/language-equivalence.ts';
import { pointsPerSum } from '../../tables/reliability.ts';
import { listVariables, type Speech } from '../../variables.ts';
import type { DataTable, DataVariable } from '../data-table.ts';

/** Half-open, from `from` to below `below`, as groups of codes and of numbers alike. */
export type GroupRange = { readonly id: string; readonly from: number; readonly below: number };

export type ScoreRecipe = {
  readonly id: string;
  readonly data: string;
  readonly variable: string;
  /** Every way of scoring its items, its own first. */
  readonly scorings: readonly ScoringRecipe[];
  /** Bands of which every score lies in one; empty where there are none, or where they nest. */
  readonly bands: readonly GroupRange[];
  /** The two commonest, the first one the reference; fewer where there are. */
  readonly languages: readonly string[];
};

export type ScoringRecipe = {
  readonly scale: string;
  /** The score it makes. */
  readonly variable: string;
  readonly isHigherBetter: boolean;
  /** Every set of bands of the score. */
  readonly bandSets: ReadonlyArray<readonly GroupRange[]>;
  /** From the sum of the items to the score that people are given. */
  readonly pointsPerSum: number;
  /** Items and the points of their codes. */
  readonly items: ReadonlyArray<{
    readonly name: string;
    readonly points: ReadonlyMap<number, number>;
  }>;
};

export type GroupingRecipe = {
  readonly id: string;
  readonly variable: string;
  readonly ranges: readonly GroupRange[];
};

/** Columns of the answers to one question that a table of pairs is made of, by the answer. */
export type PairRecipe = {
  readonly table: string;
  readonly options: ReadonlyArray<readonly [option: string, variable: string]>;
};

export type PredictorRecipe = { readonly block: PredictorBlock } & PredictorColumns;

type PredictorColumns =
  | { readonly kind: 'score'; readonly id: string }
  | { readonly kind: 'number'; readonly id: string; readonly variable: string }
  | ({ readonly kind: 'groups' } & GroupingRecipe);

export type ModelRecipe = {
  readonly id: string;
  readonly outcome: string;
  readonly isCount: boolean;
  readonly isNegativeBinomial: boolean;
  /** From this score on somebody counts as above; null where the scale has no bands. */
  readonly cut: number | null;
  /** The first level of a group is the one the others are compared with. */
  readonly predictors: readonly PredictorRecipe[];
};

/** Out of which columns of the files the comparisons and models of a report are made. */
export type AnalysisRecipe = {
  readonly scores: readonly ScoreRecipe[];
  readonly groupings: readonly GroupingRecipe[];
  readonly models: readonly ModelRecipe[];
  readonly pairs: readonly PairRecipe[];
};

export function analysisRecipe(
  responses: readonly WaveResponse[],
  {
    forms,
    tables,
    language,
  }: { forms: readonly CompiledForm[]; tables: readonly DataTable[]; language: Language },
): AnalysisRecipe {
  const speech = { language, t: reportTexts(language) };
  const scores = listScoreVariables(responses, forms, speech);
  const respondents = tables[0]?.variables ?? [];
  return {
    scores: scores.flatMap((score) => {
      const items = gatherScaleItems(responses, score, speech);
      const languages = items ? languagesByCases(responses, items) : [];
      const recipe = scoreRecipe(score, tables);
      return recipe
        ? [{ ...recipe, languages: languages.slice(0, 2).map((each) => each.language) }]
        : [];
    }),
    groupings: listGroupings(responses, forms, speech).flatMap(
      (grouping) => groupingRecipe(grouping, respondents) ?? [],
    ),
    models: REGRESSION_PLANS.flatMap((plan) => {
      const planned = plannedModel(plan, { responses, forms, scores }, speech);
      if (!planned) return [];
      const columnsOf = ({ predictor }: NamedPredictor): PredictorColumns => {
        const { name } = predictor;
        if (predictor.kind === 'factor') {
          const chosen = plan.predictors.find((one) => one.kind === 'groups' && one.id === name);
          return {
            kind: 'groups',
            ...(chosen?.kind === 'groups'
              ? groupsOfOptions(chosen, respondents)
              : languageRecipe(predictor.levels, respondents)),
          };
        }
        if (scores.some(({ id }) => id === name)) return { kind: 'score', id: name };
        const asked = plan.predictors.find((one) => one.kind === 'number' && one.linkId === name);
        const form = asked?.kind === 'number' ? asked.form : '';
        return {
          kind: 'number',
          id: name,
          variable: answerTo(respondents, form, name)?.name ?? '',
        };
      };
      const predictors = planned.predictors.map(
        (named): PredictorRecipe => ({ block: named.block, ...columnsOf(named) }),
      );
      const isCount = plan.kind === 'count';
      return [
        {
          id: plan.id,
          outcome: planned.outcome.id,
          isCount,
          isNegativeBinomial: isCount && (fitCount(planned)?.theta ?? null) !== null,
          cut: planned.outcome.scale.bandSets[0]?.bands.at(-1)?.from ?? null,
          predictors,
        },
      ];
    }),
    pairs: pairRecipes(responses, { forms, respondents }, speech),
  };
}

function pairRecipes(
  responses: readonly WaveResponse[],
  { forms, respondents }: { forms: readonly CompiledForm[]; respondents: readonly DataVariable[] },
  speech: Speech,
): PairRecipe[] {
  return forms.flatMap((form) =>
    listVariables(form, speech)
      .filter(isTickedOnce)
      .flatMap((variable) => {
        const found = pairAnswers(responses, variable);
        if (!found) return [];
        const options = found.options.flatMap(({ id }) => {
          const column = respondents.find(
            ({ source }) =>
              source.kind === 'option' &&
              source.form === form.code &&
              source.linkId === variable.linkId &&
              source.option === id,
          );
          return column ? [[id, column.name] as const] : [];
        });
        return [{ table: `pairs-${form.code}-${variable.linkId}`, options }];
      }),
  );
}

function scoreRecipe(
  score: ScoreVariable,
  tables: readonly DataTable[],
): Omit<ScoreRecipe, 'languages'> | null {
  const { form, scale, roster, id } = score;
  for (const { name: data, variables } of tables) {
    const found = variables.find(
      ({ source }) =>
        source.kind === 'score' && source.form === form.code && source.scale === scale.id,
    );
    if (!found || (roster === null) !== (data === tables[0]?.name)) continue;
    const same = [...scale.items].sort().join();
    const scales = form.pkg.scales.filter(({ items }) => [...items].sort().join() === same);
    return {
      id,
      data,
      variable: found.name,
      scorings: scales.map((each) => scoringRecipe(form, each, variables)),
      bands: rangesOf(scale.bandSets.find(({ kind }) => kind === 'exclusive')),
    };
  }
  return null;
}

function scoringRecipe(
  form: CompiledForm,
  scale: Scale,
  variables: readonly DataVariable[],
): ScoringRecipe {
  const items = scale.items.flatMap((linkId) => {
    const item = answerTo(variables, form.code, linkId);
    if (!item) return [];
    const byOption = pointsOf(scale, linkId);
    const points = item.values.map(({ id, value }) => [value, byOption[id] ?? value] as const);
    return [{ name: item.name, points: new Map(points) }];
  });
  const score = variables.find(
    ({ source }) =>
      source.kind === 'score' && source.form === form.code && source.scale === scale.id,
  );
  return {
    scale: scale.id,
    variable: score?.name ?? '',
    isHigherBetter: scale.direction === 'higher-is-better',
    bandSets: scale.bandSets.map(rangesOf),
    pointsPerSum: pointsPerSum(scale),
    items,
  };
}

const rangesOf = (bandSet: BandSet | undefined): GroupRange[] =>
  (bandSet?.bands ?? []).map(({ id, from, below = Number.POSITIVE_INFINITY }) => ({
    id,
    from,
    below,
  }));

function groupingRecipe(
  { id, groups }: Grouping,
  variables: readonly DataVariable[],
): GroupingRecipe | null {
  if (id === 'language')
    return languageRecipe(
      groups.map((group) => group.id),
      variables,
    );
  const variable = variables.find(
    ({ source }) => source.kind === 'answer' && `${source.form}-${source.linkId}` === id,
  );
  if (!variable) return null;
  if (variable.kind === 'coded') {
    const ranges = groups.flatMap((group) => {
      // Yes and no are `true` and `false` in the report.
      const option = group.id === 'true' ? 'yes' : group.id === 'false' ? 'no' : group.id;
      const code = variable.values.find((value) => value.id === option)?.value;
      return code === undefined ? [] : [{ id: group.id, from: code, below: code + 1 }];
    });
    return { id, variable: variable.name, ranges };
  }
  return { id, variable: variable.name, ranges: classRanges(groups.map((group) => group.id)) };
}

/** `below-20`, `from-20`, `from-25`: each ends where the next begins, and the last never. */
function classRanges(ids: readonly string[]): GroupRange[] {
  const startOf = (id: string | undefined) =>
    id === undefined ? Number.POSITIVE_INFINITY : Number(id.replace(/^(below|from)-/, ''));
  return ids.map((id, i) => ({
    id,
    from: i === 0 ? Number.NEGATIVE_INFINITY : startOf(id),
    below: i === 0 && id.startsWith('below-') ? startOf(id) : startOf(ids[i + 1]),
  }));
}

function languageRecipe(
  ids: readonly string[],
  variables: readonly DataVariable[],
): GroupingRecipe {
  const variable = variables.find(({ source }) => source.kind === 'language');
  const ranges = ids.flatMap((id) => {
    const code = variable?.values.find((value) => value.id === id)?.value;
    return code === undefined ? [] : [{ id, from: code, below: code + 1 }];
  });
  return { id: 'language', variable: variable?.name ?? '', ranges };
}

function groupsOfOptions(
  planned: {
    readonly id: string;
    readonly form: string;
    readonly linkId: string;
    readonly groups: ReadonlyArray<{ readonly id: string; readonly options: readonly string[] }>;
  },
  variables: readonly DataVariable[],
): GroupingRecipe {
  const variable = answerTo(variables, planned.form, planned.linkId);
  const ranges = planned.groups.flatMap(({ id, options }) =>
    (variable?.values ?? [])
      .filter((value) => options.includes(value.id))
      .map(({ value }) => ({ id, from: value, below: value + 1 })),
  );
  return { id: planned.id, variable: variable?.name ?? '', ranges };
}

const answerTo = (variables: readonly DataVariable[], form: string, linkId: string) =>
  variables.find(
    ({ source }) => source.kind === 'answer' && source.form === form && source.linkId === linkId,
  );
