import type { Predictor } from '@tirek/statistics';
import { PREDICTOR_BLOCKS, type PredictorBlock } from './plan.ts';
import type { PlannedModel } from './planned-model.ts';

/** A model with the predictors of a block and of all before it, over the cases of the whole model. */
export type ModelStep = {
  readonly block: PredictorBlock;
  /** Labels of what the block adds. */
  readonly adds: readonly string[];
  readonly model: PlannedModel;
};

/**
 * The model without predictors and one for each block that this wave asked for, one inside the next, all over the complete
 * cases of the largest; null where there is one block only, which the model as a whole tells already.
 */
export function modelSteps(
  planned: PlannedModel,
): { readonly empty: PlannedModel; readonly steps: readonly ModelStep[] } | null {
  const whole = overCompleteCases(planned);
  const blocks = PREDICTOR_BLOCKS.filter((block) =>
    whole.predictors.some((one) => one.block === block),
  );
  if (blocks.length < 2) return null;
  const steps = blocks.map((block, i): ModelStep => {
    const entered = blocks.slice(0, i + 1);
    return {
      block,
      adds: whole.predictors.filter((one) => one.block === block).map(({ label }) => label),
      model: {
        ...whole,
        predictors: whole.predictors.filter((one) => entered.includes(one.block)),
      },
    };
  });
  return { empty: { ...whole, predictors: [] }, steps };
}

/** The same model without the cases that lack any of its values, in the order that is wanted of the others. */
export function overCompleteCases(
  planned: PlannedModel,
  inOrder: (cases: readonly number[]) => readonly number[] = (cases) => cases,
): PlannedModel {
  const { outcome, predictors } = planned;
  const cases = inOrder(
    [...outcome.values.keys()].filter(
      (i) =>
        outcome.values[i] !== null &&
        predictors.every(({ predictor }) => isGiven(valuesOf(predictor)[i])),
    ),
  );
  return {
    ...planned,
    outcome: { ...outcome, values: cases.map((i) => outcome.values[i] ?? null) },
    predictors: predictors.map((one) => ({ ...one, predictor: ofCases(one.predictor, cases) })),
  };
}

type Value = string | number | null | undefined;

const isGiven = (value: Value) => value !== null && value !== undefined && !Number.isNaN(value);

/** A planned model's values are plain arrays, never columns of a file. */
const valuesOf = ({ values }: Predictor) => values as ArrayLike<Value>;

function ofCases(predictor: Predictor, cases: readonly number[]): Predictor {
  const values = cases.map((i) => valuesOf(predictor)[i] ?? null);
  return { ...predictor, values } as Predictor;
}
