import {
  type BetterScores,
  clinicalChanges,
  clinicalCutOff,
  type DifferenceError,
  percentOfMaximum,
  reliableChanges,
  standardErrorOfDifference,
  standardisedResponseMean,
} from '../../src/index.ts';
import { type Comparison, comparison } from '../comparison.ts';
import reference from '../expected/change.json' with { type: 'json' };
import { CLOSED_FORMULA, largestError } from '../largest-error.ts';

const about = (name: string, against: string) => ({ name, against, tolerance: CLOSED_FORMULA });
// Changes and percentages may be 0.
const UNIT = 1e-3;

type Population = { mean: number; standardDeviation: number };
type WavesReference = {
  before: (number | null)[];
  after: (number | null)[];
  better: BetterScores;
  level: number;
  expectedChange: number;
  errors: { known: DifferenceError; error: number }[];
  error: number;
  distressed: Population;
  general: Population;
  cutOffs: Record<'a' | 'b' | 'c', number>;
  reliable: { indices: (number | null)[] };
  categories: (string | null)[];
  counts: object;
  response: object;
  percent: (number | null)[];
  range: [number, number];
};

const WAVES = reference as unknown as Record<string, WavesReference>;

const ruleOf = (d: WavesReference) => ({
  standardErrorOfDifference: d.error,
  expectedChange: d.expectedChange,
  level: d.level,
});

export const CHANGE: readonly Comparison[] = [
  comparison(about('standardErrorOfDifference', 'variances of observed scores'), WAVES, (d) =>
    Math.max(
      ...d.errors.map(({ known, error }) => largestError(standardErrorOfDifference(known), error)),
    ),
  ),
  comparison(about('reliableChanges', 'Jacobson and Truax 1991'), WAVES, (d) => {
    const { indices, ...counts } = d.reliable;
    const found = reliableChanges(d.before, d.after, ruleOf(d));
    return Math.max(
      largestError(
        found.cases.map((one) => one?.index ?? null),
        indices,
        UNIT,
      ),
      largestError(found, counts),
    );
  }),
  comparison(about('clinicalCutOff', 'equal standardised distances'), WAVES, (d) => {
    const { distressed, general, better } = d;
    const cutOffs = {
      a: clinicalCutOff({ criterion: 'a', distressed, better }),
      b: clinicalCutOff({ criterion: 'b', general, better }),
      c: clinicalCutOff({ criterion: 'c', distressed, general }),
    };
    return largestError(cutOffs, d.cutOffs);
  }),
  comparison(about('clinicalChanges', 'Jacobson and Truax 1991'), WAVES, (d) => {
    const rule = { ...ruleOf(d), cutOff: d.cutOffs.c, better: d.better };
    const { cases, counts } = clinicalChanges(d.before, d.after, rule);
    return largestError({ cases, counts }, { cases: d.categories, counts: d.counts });
  }),
  comparison(about('standardisedResponseMean', 'noncentral t'), WAVES, (d) =>
    largestError(standardisedResponseMean(d.before, d.after), d.response),
  ),
  comparison(about('percentOfMaximum', 'its formula'), WAVES, (d) => {
    const [minimum, maximum] = d.range;
    return largestError(percentOfMaximum(d.before, { minimum, maximum }), d.percent, UNIT);
  }),
];
