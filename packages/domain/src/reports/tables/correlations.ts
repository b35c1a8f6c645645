import { adjustP, pearson, spearman } from '@tirek/statistics';
import { methodReceipt } from '../receipts.ts';
import type { Cell, Row, TableDraft } from '../report.ts';
import type { ScoreVariable } from '../score-variables.ts';
import type { Speech } from '../variables.ts';

/** Pairs of cases below which a correlation is not shown. */
const FEWEST = 10;

type Pair = { readonly one: ScoreVariable; readonly other: ScoreVariable };

/** Every scale with every other, over those who have both scores; null when no pair has enough of them. */
export function buildCorrelations(
  variables: readonly ScoreVariable[],
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  const pairs = pairsOf(variables).flatMap((pair) => {
    const r = pearson(pair.one.values, pair.other.values);
    const rho = spearman(pair.one.values, pair.other.values);
    if (r.kind === 'not-estimable' || rho.kind === 'not-estimable' || r.n < FEWEST) return [];
    return [{ ...pair, r, rho }];
  });
  if (pairs.length === 0) return null;
  const adjusted = adjustP(
    pairs.map(({ rho }) => rho.p),
    'holm',
  );
  const intervalOf = ({ low, high, level }: Limits): Cell =>
    low === null || high === null ? null : { low, high, level };
  const rows = pairs.map(
    ({ one, other, r, rho }, i): Row => ({
      id: pairId({ one, other }),
      label: t('correlations.pair', { one: one.title, other: other.title }),
      role: 'category',
      n: r.n,
      cells: [
        r.n,
        rho.coefficient,
        intervalOf(rho),
        rho.p,
        adjusted[i] ?? null,
        r.coefficient,
        intervalOf(r),
        r.p,
      ],
    }),
  );
  return {
    kind: 'table',
    id: 'correlations',
    title: t('correlations.title'),
    base: {
      unit,
      cases: variables[0]?.values.length ?? 0,
      n: Math.max(...rows.map(({ n }) => n)),
    },
    rowHead: t('correlations.rowHead'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'rho', label: t('correlations.rho'), kind: 'number', decimals: 2 },
      { id: 'rhoInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 'rhoP', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'rhoHolm', label: t('column.holm'), kind: 'p-value', decimals: 3 },
      { id: 'r', label: t('correlations.r'), kind: 'number', decimals: 2 },
      { id: 'rInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 'rP', label: t('column.p'), kind: 'p-value', decimals: 3 },
    ],
    rows,
    notes: [
      t('correlations.note'),
      ...(variables.some(({ roster }) => roster !== null) ? [t('correlations.roster')] : []),
    ],
    receipt: methodReceipt(t('receipt.correlations'), {
      forms: variables.map(({ form }) => form),
      method: t('receipt.correlationsRule'),
    }),
  };
}

type Limits = { readonly low: number | null; readonly high: number | null; readonly level: number };

export const pairId = ({ one, other }: Pair) => `${one.id}--${other.id}`;

export function pairsOf(variables: readonly ScoreVariable[]): Pair[] {
  return variables.flatMap((one, i) => variables.slice(i + 1).map((other) => ({ one, other })));
}
