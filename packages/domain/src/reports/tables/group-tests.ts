import { adjustP, kruskalWallis, oneWayAnova, welchAnova } from '@tirek/statistics';
import { type Compared, FEWEST_IN_GROUP, listCompared, scoredBase } from '../compared-groups.ts';
import type { Grouping } from '../groupings.ts';
import { scaleReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { ScoreVariable } from '../score-variables.ts';
import type { Speech } from '../variables.ts';

/**
 * Whether the scores of a scale differ between groups: Welch's analysis of variance and Kruskal and
 * Wallis's test with sizes of effect, each adjusted by Holm for the number of groupings. Null when no
 * grouping has two groups large enough.
 */
export function buildGroupTests(
  variable: ScoreVariable,
  groupings: readonly Grouping[],
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  const compared = listCompared(variable, groupings);
  if (compared.length === 0) return null;
  const tested = compared.map(({ groups }) => {
    const values = groups.map((group) => group.values);
    return {
      welch: welchAnova(values),
      anova: oneWayAnova(values),
      ranks: kruskalWallis(values),
      n: values.reduce((sum, group) => sum + group.length, 0),
    };
  });
  const welchHolm = adjustP(
    tested.map(({ welch }) => pOf(welch)),
    'holm',
  );
  const ranksHolm = adjustP(
    tested.map(({ ranks }) => pOf(ranks)),
    'holm',
  );
  const rows = tested.map(({ welch, anova, ranks, n }, i): Row => {
    const { grouping, groups } = compared[i] as Compared;
    return {
      id: grouping.id,
      label: grouping.label,
      role: 'category',
      n,
      cells: [
        n,
        groups.length,
        ...(welch.kind === 'estimated' ? [welch.f, welch.df2, welch.p] : [null, null, null]),
        welchHolm[i] ?? null,
        ...(anova.kind === 'estimated'
          ? [
              anova.etaSquared,
              { low: anova.etaSquaredLow, high: anova.etaSquaredHigh, level: anova.level },
            ]
          : [null, null]),
        ...(ranks.kind === 'estimated' ? [ranks.h, ranks.p] : [null, null]),
        ranksHolm[i] ?? null,
        ranks.kind === 'estimated' ? ranks.epsilonSquared : null,
      ],
    };
  });
  return {
    kind: 'table',
    id: `group-tests-${variable.id}`,
    title: t('groups.tests', { scale: variable.title }),
    base: scoredBase(variable, unit),
    rowHead: t('groups.by'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'groups', label: t('groups.number'), kind: 'count', decimals: 0 },
      { id: 'f', label: t('groups.f'), kind: 'number', decimals: 2 },
      { id: 'df2', label: t('groups.df2'), kind: 'number', decimals: 1 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'pHolm', label: t('column.holm'), kind: 'p-value', decimals: 3 },
      { id: 'etaSquared', label: 'η²', kind: 'number', decimals: 3 },
      { id: 'etaInterval', label: t('groups.etaInterval'), kind: 'interval', decimals: 3 },
      { id: 'h', label: 'H', kind: 'number', decimals: 2 },
      { id: 'ranksP', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'ranksHolm', label: t('column.holm'), kind: 'p-value', decimals: 3 },
      { id: 'epsilonSquared', label: 'ε²', kind: 'number', decimals: 3 },
    ],
    rows,
    notes: [
      t('groups.fewest', { fewest: FEWEST_IN_GROUP }),
      t('groups.testsNote'),
      t('groups.exploratory'),
    ],
    receipt: scaleReceipt(
      t('receipt.groupTests'),
      { ...variable, method: t('receipt.groupTestsRule') },
      t,
    ),
  };
}

const pOf = (test: { kind: 'estimated'; p: number } | { kind: 'not-estimable' }) =>
  test.kind === 'estimated' ? test.p : null;
