import type { ColumnPart, Predictor } from '@tirek/statistics';
import type { CompiledForm } from '../../instruments/index.ts';
import { isLanguage, LANGUAGE_NAMES } from '../../text/index.ts';
import type { WaveResponse } from '../facts.ts';
import { chosenOptions, numbersOf, observe } from '../observations.ts';
import type { ScoreVariable } from '../score-variables.ts';
import { listVariables, type Speech, type Variable } from '../variables.ts';
import {
  blockOf,
  type PlannedPredictor,
  type PredictorBlock,
  type RegressionPlan,
  type ScaleName,
} from './plan.ts';

/** A plan with the values of this wave. */
export type PlannedModel = {
  readonly plan: RegressionPlan;
  readonly outcome: ScoreVariable;
  readonly predictors: readonly NamedPredictor[];
};

export type NamedPredictor = {
  readonly predictor: Predictor;
  readonly block: PredictorBlock;
  readonly label: string;
  /** The scale whose scores these are, if they are scores. */
  readonly score: ScoreVariable | null;
  /** Of a level, with the level it is compared with. */
  readonly labelOf: (level: string) => string;
};

type Unblocked = Omit<NamedPredictor, 'block'>;

type Source = {
  readonly responses: readonly WaveResponse[];
  readonly forms: readonly CompiledForm[];
  readonly scores: readonly ScoreVariable[];
};

/** Null when the wave did not ask for the outcome; predictors that it did not ask for are left out. */
export function plannedModel(
  plan: RegressionPlan,
  source: Source,
  speech: Speech,
): PlannedModel | null {
  const outcome = findScore(source, plan.outcome);
  if (!outcome) return null;
  const predictors = plan.predictors.flatMap((planned) =>
    namedPredictor(planned, source, speech).map((one) => ({ ...one, block: blockOf(planned) })),
  );
  return predictors.length === 0 ? null : { plan, outcome, predictors };
}

/** What a coefficient is called in a table. */
export function labelOfParts(
  { predictors }: PlannedModel,
  parts: readonly ColumnPart[],
  { t }: Speech,
): string {
  const [part] = parts;
  const named = predictors.find(({ predictor }) => predictor.name === part?.predictor);
  if (!part || !named) return t('model.constant');
  return part.level === null ? named.label : named.labelOf(part.level);
}

function findScore({ scores }: Source, { form, scale }: ScaleName): ScoreVariable | undefined {
  return scores.find((score) => score.form.code === form && score.scale.id === scale);
}

function namedPredictor(planned: PlannedPredictor, source: Source, speech: Speech): Unblocked[] {
  if (planned.kind === 'language') return languagePredictor(source, speech);
  if (planned.kind === 'scale') {
    const score = findScore(source, planned);
    if (!score) return [];
    return [numeric({ name: score.id, label: score.title, values: score.values, score })];
  }
  const variable = findVariable(source, planned, speech);
  if (!variable) return [];
  const observations = observe(source.responses, variable);
  if (planned.kind === 'number') {
    return [
      numeric({ name: planned.linkId, label: variable.label, values: numbersOf(observations) }),
    ];
  }
  const [reference, other] = planned.groups;
  const values = chosenOptions(observations).map((option) =>
    option === null
      ? null
      : (planned.groups.find(({ options }) => options.includes(option))?.id ?? null),
  );
  return factor({
    name: planned.id,
    label: variable.label,
    values,
    levels: [reference.id, other.id],
    said: (level) => speech.t(`model.${level as typeof other.id}`),
    speech,
  });
}

function languagePredictor({ responses }: Source, speech: Speech): Unblocked[] {
  const values = responses.map(({ language }) => language);
  return factor({
    name: 'language',
    label: speech.t('languages.title'),
    values,
    levels: [...new Set(values)].sort().reverse(),
    said: (level) => (isLanguage(level) ? LANGUAGE_NAMES[level] : level),
    speech,
  });
}

function numeric(given: {
  name: string;
  label: string;
  values: readonly (number | null)[];
  score?: ScoreVariable;
}): Unblocked {
  const { name, label, values, score = null } = given;
  return { predictor: { kind: 'numeric', name, values }, label, score, labelOf: () => label };
}

/** None when fewer than two levels have a case: there is nothing to compare. */
function factor(given: {
  name: string;
  label: string;
  values: readonly (string | null)[];
  levels: readonly string[];
  said: (level: string) => string;
  speech: Speech;
}): Unblocked[] {
  const { name, label, values, said, speech } = given;
  const levels = given.levels.filter((level) => values.includes(level));
  const [reference] = levels;
  if (reference === undefined || levels.length < 2) return [];
  return [
    {
      predictor: { kind: 'factor', name, values, levels, reference },
      label,
      score: null,
      labelOf: (level) =>
        speech.t('model.against', { label, level: said(level), reference: said(reference) }),
    },
  ];
}

function findVariable(
  { forms }: Source,
  { form, linkId }: { form: string; linkId: string },
  speech: Speech,
): Variable | undefined {
  return forms
    .filter(({ code }) => code === form)
    .flatMap((one) => listVariables(one, speech))
    .find((variable) => variable.linkId === linkId);
}
