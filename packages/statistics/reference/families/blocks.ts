import {
  type CountModel,
  compareLikelihoods,
  compareLinearModels,
  type Explanation,
  type LinearModel,
  type LogisticModel,
  linearModel,
  logisticModel,
  negativeBinomialModel,
  poissonModel,
} from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/blocks.json' with { type: 'json' };
import { CLOSED_FORMULA, ITERATIVE, largestError } from '../largest-error.ts';
import { explanationOf, type Question, where } from '../regression-question.ts';

type Step = {
  from: Question;
  to: Question;
  linear: object;
  poisson: object;
  logistic: object | null;
  negativeBinomial: object | null;
};
type BlocksReference = { y: number[]; counted: number[]; happened: number[]; steps: Step[] };
type StepOf = Step & Omit<BlocksReference, 'steps'>;

const STEPS = Object.fromEntries(
  Object.entries(reference.blocks as unknown as Record<string, BlocksReference>).flatMap(
    ([name, { steps, ...outcomes }]) =>
      steps.map((step, i): [string, StepOf] => [`${name} ${i + 1}`, { ...step, ...outcomes }]),
  ),
);

// A change may be nearly 0: measured against a thousandth.
const UNIT = 1e-3;

type Outcome = { readonly kind: string; readonly reason?: string };

function both<Model extends LinearModel | LogisticModel | CountModel>(
  { from, to }: Step,
  fit: (explanation: Explanation) => Model | Outcome,
): [Model, Model] {
  return [from, to].map((question) => {
    const model = fit(explanationOf(question));
    if (model.kind !== 'estimated') throw new Error('reason' in model ? model.reason : model.kind);
    return model as Model;
  }) as [Model, Model];
}

/** The p by itself, since it may be far smaller than what the change is measured against. */
function errorOf(actual: object, expected: object): number {
  const { p, ...change } = expected as { p: number };
  return Math.max(largestError(actual, { p }), largestError(actual, change, UNIT));
}

export const BLOCKS: readonly Comparison[] = [
  comparison(
    {
      name: 'compareLinearModels',
      against: 'stats::anova of two lm',
      tolerance: CLOSED_FORMULA,
    },
    STEPS,
    (d) =>
      errorOf(
        compareLinearModels(
          ...both<LinearModel>(d, (explanation) => linearModel({ ...explanation, outcome: d.y })),
        ),
        d.linear,
      ),
  ),
  comparison(
    {
      name: 'compareLikelihoods',
      against: 'stats::anova of two glm, Poisson',
      tolerance: ITERATIVE,
    },
    STEPS,
    (d) =>
      errorOf(
        compareLikelihoods(
          ...both<CountModel>(d, (explanation) =>
            poissonModel({ ...explanation, outcome: d.counted }),
          ),
        ),
        d.poisson,
      ),
  ),
  comparison(
    {
      name: 'compareLikelihoods',
      against: 'stats::anova of two glm, logistic',
      tolerance: ITERATIVE,
    },
    where(STEPS, (d) => d.logistic),
    (d) =>
      errorOf(
        compareLikelihoods(
          ...both<LogisticModel>(d, (explanation) =>
            logisticModel({ ...explanation, outcome: d.happened }),
          ),
        ),
        d.logistic ?? {},
      ),
  ),
  comparison(
    {
      name: 'compareLikelihoods',
      against: 'MASS::glm.nb, loops run to the end',
      tolerance: ITERATIVE,
    },
    where(STEPS, (d) => d.negativeBinomial),
    (d) =>
      errorOf(
        compareLikelihoods(
          ...both<CountModel>(d, (explanation) =>
            negativeBinomialModel({ ...explanation, outcome: d.counted }),
          ),
        ),
        d.negativeBinomial ?? {},
      ),
  ),
];
