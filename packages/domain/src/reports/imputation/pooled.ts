import { type CountModel, describe, type PooledEstimate, poolEstimates } from '@tirek/statistics';
import type { PlannedModel } from '../regression/planned-model.ts';
import { fitCountAs } from '../tables/count-model.ts';
import { filledModel, type ImputedWave } from './imputed-wave.ts';

type Pooled = Extract<PooledEstimate, { kind: 'estimated' }>;
type Imputed = Extract<ImputedWave, { kind: 'imputed' }>;

/** Coefficients by name over all filled data sets, by Rubin's rules; null when a model of one of them cannot be had. */
export function pooledModel(
  planned: PlannedModel,
  complete: CountModel,
  { dataSets, n }: Imputed,
): ReadonlyMap<string, Pooled> | null {
  const fits = dataSets.flatMap(
    (filled) => fitCountAs(complete, filledModel(planned, filled)) ?? [],
  );
  if (fits.length < dataSets.length) return null;
  const pooled = complete.coefficients.map(({ name }, place): [string, PooledEstimate] => [
    name,
    poolEstimates(
      fits.map(({ coefficients }) => coefficients[place]?.estimate ?? Number.NaN),
      fits.map(({ coefficients }) => coefficients[place]?.standardError ?? Number.NaN),
      { dfComplete: n - complete.coefficients.length },
    ),
  ]);
  return new Map(pooled.flatMap(([name, one]) => (one.kind === 'estimated' ? [[name, one]] : [])));
}

/** The mean of a variable over all filled data sets, by Rubin's rules; null when its values do not vary. */
export function pooledMean(name: string, { dataSets, n }: Imputed): Pooled | null {
  const means = dataSets.map((filled) => {
    const column = filled.get(name);
    if (column?.kind !== 'numeric') throw new Error(`${name} is no number`);
    const { mean, standardError } = describe(column.values);
    return { mean, standardError };
  });
  if (means.some(({ mean, standardError }) => mean === null || standardError === null)) return null;
  const pooled = poolEstimates(
    means.map(({ mean }) => mean ?? Number.NaN),
    means.map(({ standardError }) => standardError ?? Number.NaN),
    { dfComplete: n - 1 },
  );
  return pooled.kind === 'estimated' ? pooled : null;
}
