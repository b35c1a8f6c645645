import type { TableLoss } from '../coarsening/loss.ts';
import type { AnalysisNumber } from './analysis-numbers.ts';
import type {
  AnalysisRecipe,
  GroupingRecipe,
  ModelRecipe,
  PredictorRecipe,
  ScoreRecipe,
} from './analysis-recipe.ts';
import type { ReportNumber } from './report-number.ts';

/** Which numbers of a report still come out of files in which cells are coarser or withheld. */
export type ExactParts = {
  readonly isExact: (number: ReportNumber) => boolean;
  /** What can still be computed as it was for the report. */
  readonly recipe: AnalysisRecipe;
  readonly isExactAnalysis: (number: AnalysisNumber) => boolean;
};

/** What counts whose the rows are, which rows that were set apart no longer say. */
const OF_FAMILIES: ReadonlySet<ReportNumber['statistic']> = new Set([
  'respondents',
  'percent-of-respondents',
]);

/** Beginnings of the ids of tables about one planned model. */
const MODEL_TABLES = [
  ...['linear-model-', 'count-model-', 'logistic-model-', 'model-fit-'],
  ...['linear-blocks-', 'count-blocks-', 'model-checks-'],
];

/**
 * A number is exact when every column it rests on is as it was, in every cell. Probabilities that are adjusted for the number
 * of tests are exact only where every one of these tests is.
 */
export function exactParts(losses: readonly TableLoss[], recipe: AnalysisRecipe): ExactParts {
  const changed = new Set(
    losses.flatMap(({ table, variables }) =>
      variables.map(({ variable }) => `${table} ${variable}`),
    ),
  );
  const isWhole = (table: string, variable: string) => !changed.has(`${table} ${variable}`);
  const respondents = losses[0]?.table ?? '';
  const isApart = (table: string) => losses.some((loss) => loss.table === table && loss.isApart);
  const isWholeScore = ({ data, variable, scorings }: ScoreRecipe) =>
    isWhole(data, variable) &&
    scorings.every(({ items }) => items.every(({ name }) => isWhole(data, name)));
  const isWholeGrouping = ({ variable }: Pick<GroupingRecipe, 'variable'>) =>
    isWhole(respondents, variable);
  const scores = recipe.scores.filter(isWholeScore);
  const groupings = recipe.groupings.filter(isWholeGrouping);
  /** Whose score it is must be told wherever it stands beside something else of the same person. */
  const hasScore = (id: string) => scores.some((score) => score.id === id && !isApart(score.data));
  const hasGrouping = (id: string) => groupings.some((grouping) => grouping.id === id);
  const isWholePredictor = (predictor: PredictorRecipe) =>
    predictor.kind === 'score' ? hasScore(predictor.id) : isWhole(respondents, predictor.variable);
  const models = recipe.models.filter(
    ({ outcome, predictors }: ModelRecipe) =>
      hasScore(outcome) && predictors.every(isWholePredictor),
  );
  const pairs = recipe.pairs.filter(({ options }) =>
    options.every(([, variable]) => isWhole(respondents, variable)),
  );
  /** The grouping of a row, `language` of `language-kk`: the longest id that it begins with. */
  const groupingOf = (row: string) =>
    recipe.groupings
      .map(({ id }) => id)
      .filter((id) => row === id || row.startsWith(`${id}-`))
      .sort((a, b) => b.length - a.length)[0];
  const allGroupings = groupings.length === recipe.groupings.length;
  const allScores = recipe.scores.every(({ id }) => hasScore(id));
  const isUntouched = losses.every(
    ({ variables, isApart: apart }) => !apart && variables.length === 0,
  );
  /** What is told of one score by the table's id alone, its other scorings and sets of bands with it. */
  const isOfWholeScore = (start: string) =>
    recipe.scores.some(({ id, scorings }) => {
      const form = id.slice(0, id.length - `${scorings[0]?.scale ?? ''}`.length);
      const isOfThis = scorings.some(({ scale }) => start === `${form}${scale}`);
      return (start === id || isOfThis) && hasScore(id);
    });

  function isExactAnalysis({ table, row, column, source }: AnalysisNumber): boolean {
    if (source) return isExactAnalysis(source);
    if (isUntouched) return true;
    const named = (start: string) => (table.startsWith(start) ? table.slice(start.length) : null);
    if (table === 'correlations') {
      return row.split('--').every(hasScore) && (column !== 'rhoHolm' || allScores);
    }
    const compared = named('group-means-') ?? named('group-tests-') ?? named('pair-tests-');
    if (compared !== null) {
      const isAdjusted = column === 'pHolm' || column === 'ranksHolm';
      const grouping = groupingOf(row);
      const isKept = grouping !== undefined && hasGrouping(grouping);
      return hasScore(compared) && isKept && (!isAdjusted || allGroupings);
    }
    const banded = named('band-groups-') ?? named('band-tests-');
    if (banded !== null) {
      const grouping = groupingOf(row);
      const isKept = grouping !== undefined && hasGrouping(grouping);
      return hasScore(banded) && isKept && (column !== 'pHolm' || (allGroupings && allScores));
    }
    const equivalent = named('equivalence-');
    if (equivalent !== null) return hasScore(equivalent) && hasGrouping('language');
    const bands = named('bands-')?.replace(/-\d+$/, '');
    const ofOneScore =
      bands ??
      named('distribution-') ??
      named('one-factor-') ??
      named('residuals-') ??
      named('scores-') ??
      named('low-') ??
      named('missing-patterns-') ??
      named('clustering-');
    if (ofOneScore !== null) return isOfWholeScore(ofOneScore);
    // What lacks nothing was filled in from all the others.
    if (table === 'imputed-variables') return models.length === recipe.models.length;
    if (table === 'imputed-means') return hasScore(row);
    const paired = pairs.some((pair) => pair.table === table);
    if (paired || named('pairs-') !== null) return paired;
    const scale = named('reliability-') ?? named('item-analysis-');
    if (scale !== null) {
      const data = scores.find(({ id }) => id === scale)?.data;
      if (data === undefined) return false;
      if (row.startsWith('language-')) return hasScore(scale) && hasGrouping('language');
      return row !== 'first' || isWhole(data, 'row');
    }
    return models.some(({ id }) => MODEL_TABLES.some((start) => table === `${start}${id}`));
  }

  return {
    isExact: ({ data, variable, row, statistic, also = [] }) =>
      [variable, ...also].every((name) => isWhole(data, name)) &&
      (row === null || isWhole(data, 'row')) &&
      !(isApart(data) && OF_FAMILIES.has(statistic)),
    recipe: { scores, groupings, models, pairs },
    isExactAnalysis,
  };
}
