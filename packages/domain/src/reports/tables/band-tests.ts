import {
  adjustP,
  type ChiSquareTest,
  chiSquareTest,
  type FisherMonteCarlo,
  fisherExactTable,
  fisherMonteCarlo,
} from '@tirek/statistics';
import { type Banded, testedCounts } from '../banded-groups.ts';
import { FEWEST_IN_GROUP } from '../compared-groups.ts';
import type { Grouping } from '../groupings.ts';
import { methodReceipt } from '../receipts.ts';
import type { Interval, Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

/** Below this expected count chi-square is doubted (W. G. Cochran, Biometrics 10, 1954). */
const FEWEST_EXPECTED = 5;
/** Partial tables that one exact test may walk: a tenth of a second. Beyond it tables are drawn, in a fiftieth. */
const EXACT_WORK = 300_000;
/** How tables are drawn. */
export const DRAWS = { seed: 20221122, draws: 9999 };
/** With more scores than this, drawing takes long as well; chi-square stands there, with a note. */
const MOST_DRAWN = 2000;

type Tested = {
  readonly counts: readonly number[][];
  readonly chiSquare: Extract<ChiSquareTest, { kind: 'estimated' }>;
  readonly yatesP: number | null;
  /** Only where chi-square is doubted. */
  readonly exactP: number | null;
  /** How far a drawn p may be from the exact one; null where it is exact. */
  readonly drawn: Interval | null;
};

/**
 * Whether the bands of scales differ between groups, a table for each scale. p of the row: Fisher's exact where an expected
 * count is small, else chi-square; adjusted by Holm over the rows of all these tables. None when nothing can be compared.
 */
export function buildBandTests(
  scales: readonly Banded[],
  groupings: readonly Grouping[],
  { t, unit }: Speech & { unit: string },
): TableDraft[] {
  const found = scales.flatMap((banded) =>
    groupings.flatMap((grouping) => {
      const counts = testedCounts(banded, grouping);
      const tested = counts && testOf(counts);
      return tested ? [{ banded, grouping, tested }] : [];
    }),
  );
  const adjusted = adjustP(
    found.map(({ tested }) => leadingP(tested)),
    'holm',
  );
  const all = found.map((one, i) => ({ ...one, pHolm: adjusted[i] ?? null }));
  return scales.flatMap((banded) => {
    const own = all.filter((one) => one.banded === banded);
    return own.length > 0 ? [tableOf(banded, own, { t, unit })] : [];
  });
}

function tableOf(
  banded: Banded,
  found: ReadonlyArray<{ grouping: Grouping; tested: Tested; pHolm: number | null }>,
  { t, unit }: { t: Speech['t']; unit: string },
): TableDraft {
  const rows = found.map(({ grouping, tested, pHolm }): Row => {
    const { counts, chiSquare, yatesP, exactP, drawn } = tested;
    return {
      id: grouping.id,
      label: grouping.label,
      role: 'category',
      n: chiSquare.n,
      cells: [
        chiSquare.n,
        counts.length,
        chiSquare.chiSquare,
        chiSquare.df,
        chiSquare.p,
        yatesP,
        chiSquare.smallestExpected,
        exactP,
        drawn,
        pHolm,
        chiSquare.cramersV,
        chiSquare.cramersVCorrected,
      ],
    };
  });
  const isDrawn = found.some(({ tested }) => tested.drawn !== null);
  const isDoubted = found.some(
    ({ tested }) => tested.chiSquare.smallestExpected < FEWEST_EXPECTED && tested.exactP === null,
  );
  return {
    kind: 'table',
    id: bandTestsId(banded),
    title: t('bandsBy.tests', { scale: banded.variable.title }),
    base: {
      unit,
      cases: banded.of.length,
      n: Math.max(...rows.map(({ n }) => n)),
    },
    rowHead: t('groups.by'),
    columns: [
      { id: 'n', label: t('column.n'), kind: 'count', decimals: 0 },
      { id: 'groups', label: t('groups.number'), kind: 'count', decimals: 0 },
      { id: 'chiSquare', label: 'χ²', kind: 'number', decimals: 2 },
      { id: 'df', label: t('column.df'), kind: 'count', decimals: 0 },
      { id: 'p', label: t('column.p'), kind: 'p-value', decimals: 3 },
      { id: 'yatesP', label: t('bandsBy.yates'), kind: 'p-value', decimals: 3 },
      { id: 'expected', label: t('bandsBy.expected'), kind: 'number', decimals: 1 },
      { id: 'exactP', label: t('bandsBy.fisher'), kind: 'p-value', decimals: 3 },
      { id: 'drawn', label: t('bandsBy.drawn'), kind: 'interval', decimals: 3 },
      { id: 'pHolm', label: t('column.holm'), kind: 'p-value', decimals: 3 },
      { id: 'cramersV', label: t('bandsBy.cramer'), kind: 'number', decimals: 2 },
      { id: 'cramersVCorrected', label: t('bandsBy.corrected'), kind: 'number', decimals: 2 },
    ],
    rows,
    notes: [
      t('bandsBy.fewest', { fewest: FEWEST_IN_GROUP }),
      t('bandsBy.note', { expected: FEWEST_EXPECTED }),
      ...(isDrawn
        ? [t('bandsBy.drawnNote', { draws: DRAWS.draws, seed: String(DRAWS.seed) })]
        : []),
      ...(isDoubted ? [t('bandsBy.doubted')] : []),
      t('groups.exploratory'),
    ],
    receipt: methodReceipt(t('receipt.bandTests'), {
      forms: [banded.variable.form],
      method: t('receipt.bandTestsRule'),
    }),
  };
}

/** The table of a scale's tests. */
export function bandTestsId({ variable }: Banded): string {
  return `band-tests-${variable.id}`;
}

function testOf(counts: readonly number[][]): Tested | null {
  const chiSquare = chiSquareTest(counts);
  if (chiSquare.kind === 'not-estimable') return null;
  const isTwoByTwo = counts.length === 2 && counts[0]?.length === 2;
  const yates = isTwoByTwo ? chiSquareTest(counts, { yates: true }) : null;
  const isDoubted = chiSquare.smallestExpected < FEWEST_EXPECTED;
  return {
    counts,
    chiSquare,
    yatesP: yates?.kind === 'estimated' ? yates.p : null,
    ...(isDoubted ? exactOf(counts, chiSquare.n) : { exactP: null, drawn: null }),
  };
}

/** The exact p, walked where that is quick and drawn elsewhere. */
function exactOf(counts: readonly number[][], n: number): Pick<Tested, 'exactP' | 'drawn'> {
  const exact = fisherExactTable(counts, { work: EXACT_WORK });
  if (exact.kind === 'estimated') return { exactP: exact.p, drawn: null };
  const drawn: FisherMonteCarlo | null = n > MOST_DRAWN ? null : fisherMonteCarlo(counts, DRAWS);
  if (drawn?.kind !== 'estimated') return { exactP: null, drawn: null };
  const { p, low, high, level } = drawn;
  return { exactP: p, drawn: { low, high, level } };
}

const leadingP = ({ chiSquare, exactP }: Tested) => exactP ?? chiSquare.p;
