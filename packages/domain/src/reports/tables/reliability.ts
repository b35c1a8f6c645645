import { cronbachAlpha, omegaTotal, ordinalAlpha } from '@tirek/statistics';
import { LANGUAGE_NAMES } from '../../text/index.ts';
import type { WaveResponse } from '../facts.ts';
import type { Observation } from '../observations.ts';
import { scaleReceipt } from '../receipts.ts';
import type { Cell, Row, TableDraft } from '../report.ts';
import type { ScaleItems } from '../scale-items.ts';
import { completeCases, inLanguage, type ScaleMatrix, scaleMatrix } from '../scale-matrix.ts';
import type { Speech } from '../variables.ts';

type Setting = Speech & { unit: string };
type Group = { id: string; label: string; keep: (observation: Observation) => boolean };

/** With fewer complete cases a coefficient says more about chance than about the scale. */
const FEWEST = 20;

/**
 * How far each way of scoring the same items can be trusted: of all cases, and of each language with enough
 * of them. A roster's scale is told for the first row too, whose cases do not depend on each other.
 * @param scales ways of scoring the same items, the first one first
 * @returns null when not even all cases together bear a coefficient
 */
export function buildReliability(
  responses: readonly WaveResponse[],
  scales: readonly [ScaleItems, ...ScaleItems[]],
  speech: Setting,
): TableDraft | null {
  const { t, unit } = speech;
  const [first] = scales;
  if (first.items.length < 2 || completeCases(scaleMatrix(first)) < FEWEST) return null;
  const rows = [
    ...scales.flatMap((scale) => reliabilityRow(scale, allOf(scale))),
    ...groupsOf(responses, first, speech).flatMap((group) => reliabilityRow(first, group)),
  ];
  if (rows.length === 0) return null;
  const number = (id: string, label: string) =>
    ({ id, label, kind: 'number', decimals: 2 }) as const;
  return {
    kind: 'table',
    id: `reliability-${first.form.code}-${first.scale.id}`,
    title: t('reliability.title', { scale: first.title }),
    base: {
      unit,
      cases: first.items[0]?.observations.length ?? 0,
      n: Math.max(...rows.map(({ n }) => n)),
    },
    rowHead: t('scores.group'),
    columns: [
      { id: 'n', label: t('reliability.complete'), kind: 'count', decimals: 0 },
      number('alpha', t('column.alpha')),
      { id: 'alphaInterval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      number('standardised', t('reliability.standardised')),
      number('omega', t('reliability.omega')),
      number('lambda2', t('reliability.lambda2')),
      number('ordinalAlpha', t('reliability.ordinal')),
      number('averageCorrelation', t('reliability.averageCorrelation')),
      number('measurementError', t('reliability.sem')),
    ],
    rows,
    notes: [
      t('reliability.feldt'),
      t('reliability.omegaNote'),
      t('reliability.semNote'),
      t('reliability.fewest', { fewest: FEWEST }),
      ...(first.roster === null ? [] : [t('reliability.roster')]),
    ],
    receipt: scaleReceipt(
      t('receipt.reliability'),
      { ...first, method: t('receipt.reliabilityRule') },
      t,
    ),
  };
}

const allOf = ({ scale, title }: ScaleItems): Group => ({
  id: scale.id,
  label: title,
  keep: () => true,
});

function groupsOf(
  responses: readonly WaveResponse[],
  { roster }: ScaleItems,
  { t }: Setting,
): Group[] {
  const languages = [...new Set(responses.map(({ language }) => language))];
  return [
    ...(roster === null
      ? []
      : [{ id: 'first', label: t('roster.first'), keep: ({ row }: Observation) => row === 0 }]),
    ...(languages.length < 2 ? [] : languages).map((language) => ({
      id: `language-${language}`,
      label: LANGUAGE_NAMES[language],
      keep: inLanguage(responses, language),
    })),
  ];
}

function reliabilityRow(scale: ScaleItems, { id, label, keep }: Group): Row[] {
  const matrix = scaleMatrix(scale, keep);
  const n = completeCases(matrix);
  const isWhole = id === scale.scale.id;
  if (n < FEWEST && !isWhole) return [];
  const cells = coefficients(scale, matrix, isWhole ? 'whole' : 'part');
  return cells ? [{ id, label, role: isWhole ? 'category' : 'nested', n, cells }] : [];
}

/**
 * In the order of the columns; null when the scale does not vary. Ordinal alpha of three points or more, and
 * of all cases only: pairs of answers get too rare in a part of them.
 */
function coefficients(
  { scale }: ScaleItems,
  matrix: ScaleMatrix,
  extent: 'whole' | 'part',
): Cell[] | null {
  const alpha = cronbachAlpha(matrix);
  if (alpha.kind === 'not-estimable') return null;
  const omega = omegaTotal(matrix);
  const isOrdinal = extent === 'whole' && new Set(Object.values(scale.coding)).size > 2;
  const ordinal = isOrdinal ? ordinalAlpha(matrix) : null;
  return [
    alpha.n,
    alpha.raw,
    { ...alpha.feldt, level: alpha.level },
    alpha.standardised,
    omega.kind === 'estimated' && !omega.isHeywood ? omega.omega : null,
    alpha.lambda2,
    ordinal?.kind === 'estimated' ? ordinal.alpha : null,
    alpha.averageCorrelation,
    alpha.standardErrorOfMeasurement * pointsPerSum(scale),
  ];
}

/** From the sum of the items to the score that people are given. */
export function pointsPerSum({
  combine,
  items,
  multiplyBy = 1,
}: Pick<ScaleItems['scale'], 'combine' | 'items' | 'multiplyBy'>): number {
  return (combine === 'mean' ? 1 / items.length : 1) * multiplyBy;
}
