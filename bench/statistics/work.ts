/**
 * One whole run: reads the file, does the work, prints what it found as JSON. `bench/statistics/index.ts` starts it as a
 * process of its own for each measurement.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import {
  type Columns,
  columnReader,
  cronbachAlpha,
  frequencyTable,
  itemStatistics,
  linearModel,
  logisticModel,
  numberFrequencies,
  type Predictor,
  scaleScores,
  type WordColumn,
} from '../../packages/statistics/src/index.ts';
import { FIRST_SCALE, GROUPS, SECOND_SCALE } from './make-data.ts';

const [file = ''] = process.argv.slice(2);
const table = readTable(file);
const numbers = (name: string) => {
  const column = table.columns[name];
  if (column?.kind !== 'numbers') throw new Error(`no numbers: ${name}`);
  return column.values;
};
const region = table.columns.region as WordColumn;

const frequencies = table.names.map((name) => {
  const column = table.columns[name];
  if (column?.kind === 'numbers') return numberFrequencies(column.values);
  return frequencyTable(
    region.codes,
    region.levels.map((_, code) => code),
  );
});
const wellbeing = scaleScores(FIRST_SCALE.map(numbers));
const ease = scaleScores(SECOND_SCALE.map(numbers));
const scales = [FIRST_SCALE, SECOND_SCALE].map((names) => {
  const items = names.map(numbers);
  return { alpha: cronbachAlpha(items), items: itemStatistics(items) };
});
const factor: Predictor = { kind: 'factor', name: 'region', values: region, levels: GROUPS };
const measured = (names: readonly string[]): Predictor[] =>
  names.map((name) => ({ kind: 'numeric', name, values: numbers(name) }));
const ols = linearModel({
  outcome: wellbeing.means,
  predictors: [factor, ...measured(['age', 'children', 'income', 'distress'])],
});
const logistic = logisticModel({
  outcome: numbers('clinical'),
  predictors: [factor, ...measured(['age', 'children', 'distress'])],
});
if (ols.kind !== 'estimated' || logistic.kind !== 'estimated') throw new Error('no model');
console.log(
  JSON.stringify({
    rows: table.rows,
    categories: frequencies.reduce((sum, { rows }) => sum + rows.length, 0),
    scored: [wellbeing.n, ease.n],
    alphas: scales.map(({ alpha }) => (alpha.kind === 'estimated' ? alpha.raw : null)),
    rest:
      scales[0]?.items.kind === 'estimated' ? scales[0].items.items[0]?.itemRestCorrelation : null,
    ols: ols.coefficients.map(({ estimate }) => estimate),
    olsErrors: ols.coefficients.map(({ standardError }) => standardError),
    logistic: logistic.coefficients.map(({ estimate }) => estimate),
    logisticErrors: logistic.coefficients.map(({ standardError }) => standardError),
  }),
);
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);

function readTable(path: string): Columns {
  const input = openSync(path, 'r');
  const bytes = new Uint8Array(1 << 20);
  // A row of these files takes some hundred bytes.
  const reader = columnReader({
    words: ['region'],
    expectedRows: Math.ceil(fstatSync(input).size / 90),
  });
  for (;;) {
    const read = readSync(input, bytes);
    if (read === 0) break;
    reader.push(bytes.subarray(0, read));
  }
  closeSync(input);
  return reader.end();
}
