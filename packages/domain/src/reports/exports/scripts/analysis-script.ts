import { ANALYSIS_CHECK } from './analysis-check.ts';
import { ANALYSIS_LOGIC } from './analysis-logic.ts';
import type { AnalysisNumber } from './analysis-numbers.ts';
import type {
  AnalysisRecipe,
  GroupRange,
  ModelRecipe,
  PredictorRecipe,
  ScoreRecipe,
  ScoringRecipe,
} from './analysis-recipe.ts';
import { BAND_LOGIC } from './band-logic.ts';
import { MODEL_LOGIC } from './model-logic.ts';
import { rNamed, rNumber, rText } from './r-text.ts';
import { SCALE_LOGIC } from './scale-logic.ts';

/**
 * The second half of the R script: groups, scales and models of the report as columns of the files, then the same tests and
 * models by R's own functions (`MASS`, which comes with R, for negative binomial counts).
 */
export function analysisScript(
  { scores, groupings, models, pairs }: AnalysisRecipe,
  numbers: readonly AnalysisNumber[],
): string {
  return `# --- Comparisons, scales and models --------------------------------------------------------------------------

score_recipes <- list(
${listed(scores.map((score) => [score.id, scoreText(score)]))}
)

# From the first number to below the second one.
group_recipes <- list(
${listed(groupings.map(({ id, ...grouping }) => [id, groupingText(grouping)]))}
)

model_recipes <- list(
${listed(models.map((model) => [model.id, modelText(model)]))}
)

# Answers of which pairs are told, and their columns.
pair_recipes <- list(
${listed(
  pairs.map(({ table, options }) => [
    table,
    rNamed(
      'c',
      options.map(([id, variable]) => [id, rText(variable)]),
    ),
  ]),
)}
)

# Numbers that the report tells a second time, and where they stand first: table, row and column of each.
told_again <- list(
${numbers.flatMap((number) => (number.source ? [againText(number, number.source)] : [])).join(',\n')}
)

${ANALYSIS_LOGIC}
${MODEL_LOGIC}
${SCALE_LOGIC}
${BAND_LOGIC}
${ANALYSIS_CHECK}`;
}

const againText = (...places: readonly AnalysisNumber[]) =>
  `  c(${places.flatMap(({ table, row, column }) => [table, row, column].map(rText)).join(', ')})`;

const listed = (entries: ReadonlyArray<readonly [string, string]>) =>
  entries.map(([name, value]) => `  ${rText(name)} = ${value}`).join(',\n');

function scoreText({ data, variable, scorings, bands, languages }: ScoreRecipe): string {
  return rNamed('list', [
    ['data', rText(data)],
    ['variable', rText(variable)],
    [
      'scorings',
      rNamed(
        'list',
        scorings.map((each) => [each.scale, scoringText(each)]),
      ),
    ],
    ['bands', rangesText(bands)],
    ['languages', `c(${languages.map(rText).join(', ')})`],
  ]);
}

function scoringText(scoring: ScoringRecipe): string {
  const { variable, isHigherBetter, bandSets, pointsPerSum, items } = scoring;
  const points = items.map((item) => {
    const pairs = [...item.points].map(([code, point]) => `${code}=${point}`);
    return [item.name, rText(pairs.join(';'))] as const;
  });
  return rNamed('list', [
    ['variable', rText(variable)],
    ['is_higher_better', isHigherBetter ? 'TRUE' : 'FALSE'],
    ['band_sets', `list(${bandSets.map(rangesText).join(', ')})`],
    ['points_per_sum', rNumber(pointsPerSum)],
    ['items', rNamed('c', points)],
  ]);
}

function groupingText(given: { variable: string; ranges: readonly GroupRange[] }): string {
  return rNamed('list', [['variable', rText(given.variable)], ...rangeEntries(given.ranges)]);
}

const rangesText = (ranges: readonly GroupRange[]) => rNamed('list', rangeEntries(ranges));

const rangeEntries = (ranges: readonly GroupRange[]): [string, string][] => [
  ['id', `c(${ranges.map(({ id }) => rText(id)).join(', ')})`],
  ['from', `c(${ranges.map(({ from }) => rNumber(from)).join(', ')})`],
  ['below', `c(${ranges.map(({ below }) => rNumber(below)).join(', ')})`],
];

function modelText(model: ModelRecipe): string {
  return rNamed('list', [
    ['outcome', rText(model.outcome)],
    ['is_count', model.isCount ? 'TRUE' : 'FALSE'],
    ['is_negative_binomial', model.isNegativeBinomial ? 'TRUE' : 'FALSE'],
    ['cut', model.cut === null ? 'NA' : rNumber(model.cut)],
    [
      'predictors',
      rNamed(
        'list',
        model.predictors.map((one) => [one.id, predictorText(one)]),
      ),
    ],
  ]);
}

function predictorText(predictor: PredictorRecipe): string {
  return rNamed('list', [['block', rText(predictor.block)], columnsOf(predictor)]);
}

function columnsOf(predictor: PredictorRecipe): [string, string] {
  if (predictor.kind === 'score') return ['score', rText(predictor.id)];
  if (predictor.kind === 'number') return ['number', rText(predictor.variable)];
  return ['groups', groupingText(predictor)];
}
