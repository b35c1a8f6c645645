import {
  chiSquareTails,
  describe,
  friedman,
  meanInterval,
  randomIntercept,
} from '@tirek/statistics';
import { formatDate } from '../../text/index.ts';
import { methodReceipt } from '../receipts.ts';
import type { Cell, Row, TableDraft } from '../report.ts';
import { completeScores, type ScoreWaves, type WaveScores } from '../score-waves.ts';
import type { Speech } from '../variables.ts';

type Setting = Speech & { unit: string };

/** Mean scores wave by wave of those who have one in every wave. */
export function buildWaveMeans(
  series: readonly ScoreWaves[],
  responses: number,
  setting: Setting,
): TableDraft {
  const { t, unit } = setting;
  return {
    kind: 'table',
    id: 'wave-means',
    title: t('waves.means'),
    base: { unit, cases: responses, n: mostPeople(series) },
    rowHead: t('waves.rowHead'),
    columns: [
      { id: 'n', label: t('waves.people'), kind: 'count', decimals: 0 },
      { id: 'mean', label: t('column.mean'), kind: 'number', decimals: 2 },
      { id: 'meanInterval', label: t('column.meanInterval'), kind: 'interval', decimals: 2 },
      { id: 'standardDeviation', label: t('column.sd'), kind: 'number', decimals: 2 },
      { id: 'median', label: t('column.median'), kind: 'number', decimals: 1 },
    ],
    rows: series.flatMap((one) =>
      completeScores(one).map((scores, i): Row => {
        const { n, mean, standardDeviation, median } = describe(scores);
        return {
          id: waveRow(one, i),
          label: t('waves.row', { scale: one.variable.title, day: nameOf(one.waves[i], setting) }),
          role: 'category',
          n,
          cells: [n, mean, intervalOf(scores), standardDeviation, median],
        };
      }),
    ),
    notes: [t('waves.meansNote')],
    receipt: methodReceipt(t('receipt.waveMeans'), {
      forms: series.map(({ variable }) => variable.form),
      method: t('receipt.waveMeansRule'),
    }),
  };
}

/**
 * Whether scores move over all waves at once: Friedman's test of those who have all of them, and a mixed model with an
 * intercept of each person over every score there is.
 */
export function buildWaveTests(
  series: readonly ScoreWaves[],
  responses: number,
  { t, unit }: Setting,
): TableDraft {
  const forms = series.map(({ variable }) => variable.form);
  return {
    kind: 'table',
    id: 'wave-tests',
    title: t('waves.tests'),
    base: { unit, cases: responses, n: mostPeople(series) },
    rowHead: t('scores.scale'),
    columns: [
      { id: 'waves', label: t('waves.count'), kind: 'count', decimals: 0 },
      { id: 'n', label: t('waves.people'), kind: 'count', decimals: 0 },
      { id: 'friedman', label: t('waves.friedman'), kind: 'number', decimals: 2 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'kendallW', label: t('waves.kendallW'), kind: 'number', decimals: 2 },
      { id: 'scores', label: t('waves.scores'), kind: 'count', decimals: 0 },
      { id: 'mixed', label: t('waves.mixed'), kind: 'number', decimals: 2 },
      { id: 'df', label: t('column.df'), kind: 'count', decimals: 0 },
      { id: 'mixedP', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'icc', label: t('waves.icc'), kind: 'number', decimals: 2 },
    ],
    rows: series.map((one): Row => {
      const ranks = friedman(completeScores(one));
      const isRanked = ranks.kind === 'estimated';
      const mixed = mixedModel(one.waves);
      return {
        id: one.variable.id,
        label: one.variable.title,
        role: 'category',
        n: one.people,
        cells: [
          one.waves.length,
          one.people,
          isRanked ? ranks.chiSquare : null,
          isRanked ? ranks.p : null,
          isRanked ? ranks.kendallW : null,
          mixed?.scores ?? null,
          mixed?.chiSquare ?? null,
          one.waves.length - 1,
          mixed?.p ?? null,
          mixed?.icc ?? null,
        ],
      };
    }),
    notes: [t('waves.friedmanNote'), t('waves.mixedNote'), t('waves.lostNote')],
    receipt: methodReceipt(t('receipt.waveTests'), { forms, method: t('receipt.waveTestsRule') }),
  };
}

/** The place of a scale's wave among the rows. */
export const waveRow = ({ variable }: ScoreWaves, wave: number) => `${variable.id}--${wave + 1}`;

/** Waves as factor, people as random intercepts, against the same model without waves; both by plain maximum likelihood. */
function mixedModel(waves: readonly WaveScores[]) {
  const cases = waves.flatMap(({ values }, wave) =>
    values.flatMap((value, person) => (value === null ? [] : [{ value, wave, person }])),
  );
  const given = {
    outcome: cases.map(({ value }) => value),
    groups: cases.map(({ person }) => person),
  };
  const predictors = waves
    .slice(1)
    .map((_, i) => cases.map(({ wave }) => (wave === i + 1 ? 1 : 0)));
  const options = { method: 'ml', inference: 'wald' } as const;
  const whole = randomIntercept({ ...given, predictors }, options);
  const empty = randomIntercept(given, options);
  if (whole.kind === 'not-estimable' || empty.kind === 'not-estimable') return null;
  const chiSquare = Math.max(0, 2 * (whole.logLikelihood - empty.logLikelihood));
  return {
    scores: whole.n,
    chiSquare,
    p: chiSquareTails(chiSquare, waves.length - 1).upper,
    icc: whole.intraclassCorrelation,
  };
}

function nameOf(wave: WaveScores | undefined, { t, language }: Setting): string {
  return wave?.closesOn ? formatDate(wave.closesOn, language) : t('waves.now');
}

function intervalOf(scores: readonly number[]): Cell {
  const found = meanInterval(scores);
  return found.kind === 'estimated'
    ? { low: found.low, high: found.high, level: found.level }
    : null;
}

const mostPeople = (series: readonly ScoreWaves[]) =>
  Math.max(...series.map(({ people }) => people));
