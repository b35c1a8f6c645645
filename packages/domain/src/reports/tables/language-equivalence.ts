import { LANGUAGE_NAMES, type Language } from '../../text/index.ts';
import type { WaveResponse } from '../facts.ts';
import {
  type ItemEquivalence,
  languageEquivalence,
  MOST_CASES,
  type Step,
} from '../language-equivalence.ts';
import { scaleReceipt } from '../receipts.ts';
import type { Cell, Row, TableDraft } from '../report.ts';
import type { ScaleItems } from '../scale-items.ts';
import { completeCases, inLanguage, scaleMatrix } from '../scale-matrix.ts';
import type { Speech } from '../variables.ts';

/** Below this in either language nothing is fitted. */
const FEWEST = 20;
/**
 * Below this in either language no verdict is given: samples of 100 to 200 a group are the least that
 * simulations find of use (N. W. Scott and others, Journal of Clinical Epidemiology 62, 2009, ask for 200).
 */
export const FEWEST_FOR_VERDICT = 200;
/** Gains of R squared: M. G. Jodoin and M. J. Gierl, Applied Measurement in Education 14 (2001). */
const SIZES = [
  { from: 0.07, size: 'large' },
  { from: 0.035, size: 'moderate' },
  { from: Number.NEGATIVE_INFINITY, size: 'negligible' },
] as const;
const ALPHA = 0.05;

/** Whether each statement works alike in the two commonest languages; null where too few answered in one of them. */
export function buildLanguageEquivalence(
  responses: readonly WaveResponse[],
  scale: ScaleItems,
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  const counted = languagesByCases(responses, scale);
  const [reference, other] = counted;
  if (!reference || !other || other.n < FEWEST || scale.items.length < 3) return null;
  const isEnough = other.n >= FEWEST_FOR_VERDICT;
  const items = languageEquivalence(responses, scale, [reference.language, other.language]);
  if (items.every(({ uniform }) => uniform === null)) return null;
  const rows = items.map((item, i): Row => {
    const label = scale.items[i]?.variable.label ?? item.id;
    const verdict = isEnough ? t(`equivalence.${sizeOf(item)}`) : t('equivalence.none');
    return {
      id: item.id,
      label,
      role: 'category',
      n: item.n,
      cells: [
        item.n,
        item.oddsRatio?.estimate ?? null,
        item.oddsRatio && { low: item.oddsRatio.low, high: item.oddsRatio.high, level: 0.95 },
        ...stepCells(item.uniform),
        ...stepCells(item.nonUniform),
        verdict,
      ],
    };
  });
  const names = {
    reference: LANGUAGE_NAMES[reference.language],
    other: LANGUAGE_NAMES[other.language],
  };
  return {
    kind: 'table',
    id: `equivalence-${scale.form.code}-${scale.scale.id}`,
    title: t('equivalence.title', { scale: scale.title }),
    base: {
      unit,
      cases: reference.cases + other.cases,
      n: Math.max(...rows.map(({ n }) => n)),
    },
    rowHead: t('column.statement'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'oddsRatio', label: t('model.oddsRatio'), kind: 'number', decimals: 2 },
      { id: 'interval', label: t('column.interval'), kind: 'interval', decimals: 2 },
      { id: 'uniform', label: t('equivalence.uniform'), kind: 'p-value', decimals: 3 },
      { id: 'uniformGain', label: 'ΔR²', kind: 'number', decimals: 3 },
      { id: 'nonUniform', label: t('equivalence.nonUniform'), kind: 'p-value', decimals: 3 },
      { id: 'nonUniformGain', label: 'ΔR²', kind: 'number', decimals: 3 },
      { id: 'verdict', label: t('equivalence.verdict'), kind: 'text', decimals: 0 },
    ],
    rows,
    notes: [
      t('equivalence.groups', { ...names, nReference: reference.n, nOther: other.n }),
      t('equivalence.note'),
      t(isEnough ? 'equivalence.sizes' : 'equivalence.refused', { fewest: FEWEST_FOR_VERDICT }),
      ...(scale.roster === null ? [] : [t('equivalence.roster')]),
      ...(reference.cases + other.cases > MOST_CASES
        ? [t('equivalence.sampled', { most: MOST_CASES })]
        : []),
    ],
    receipt: scaleReceipt(
      t('receipt.equivalence'),
      { ...scale, method: t('receipt.equivalenceRule') },
      t,
    ),
  };
}

type Counted = { readonly language: Language; readonly n: number; readonly cases: number };

/** Languages by their complete cases, the most frequent first. */
export function languagesByCases(responses: readonly WaveResponse[], scale: ScaleItems): Counted[] {
  return [...new Set(responses.map(({ language }) => language))]
    .map((language) => {
      const is = inLanguage(responses, language);
      const matrix = scaleMatrix(scale, (o) => (o.row === null || o.row === 0) && is(o));
      return { language, n: completeCases(matrix), cases: matrix[0]?.length ?? 0 };
    })
    .sort((a, b) => b.n - a.n);
}

const stepCells = (step: Step | null): Cell[] => [step?.adjusted ?? null, step?.gain ?? null];

/** Of a statement that works differently beyond chance, by the larger gain. */
function sizeOf({
  uniform,
  nonUniform,
}: ItemEquivalence): (typeof SIZES)[number]['size'] | 'alike' {
  const found = [uniform, nonUniform].filter((step) => step !== null && step.adjusted < ALPHA);
  if (found.length === 0) return 'alike';
  const gain = Math.max(...found.map((step) => step?.gain ?? 0));
  return SIZES.find(({ from }) => gain >= from)?.size ?? 'negligible';
}
