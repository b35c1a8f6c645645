import { adjustP, type ChiSquareTest, chiSquareTest, fisherExactTable } from '@tirek/statistics';
import { type Banded, testedCounts } from '../banded-groups.ts';
import { FEWEST_IN_GROUP } from '../compared-groups.ts';
import type { Grouping } from '../groupings.ts';
import { methodReceipt } from '../receipts.ts';
import type { Row, TableDraft } from '../report.ts';
import type { Speech } from '../variables.ts';

/** Below this expected count chi-square is doubted (W. G. Cochran, Biometrics 10, 1954). */
const FEWEST_EXPECTED = 5;
/** Partial tables that one exact test may walk: some hundredths of a second, so that tables of six by three at a hundred cases are out of reach; there chi-square stands with a note. */
const EXACT_WORK = 60_000;

type Tested = {
  readonly counts: readonly number[][];
  readonly chiSquare: Extract<ChiSquareTest, { kind: 'estimated' }>;
  readonly yatesP: number | null;
  /** Only where chi-square is doubted and the table is not too large. */
  readonly exactP: number | null;
};

/**
 * Whether the bands of scales differ between groups. p of the row: Fisher's exact where an expected count is
 * small, else chi-square; adjusted by Holm over all rows of the table. Null when nothing can be compared.
 */
export function buildBandTests(
  scales: readonly Banded[],
  groupings: readonly Grouping[],
  { t, unit }: Speech & { unit: string },
): TableDraft | null {
  const found = scales.flatMap((banded) =>
    groupings.flatMap((grouping) => {
      const counts = testedCounts(banded, grouping);
      const tested = counts && testOf(counts);
      return tested ? [{ banded, grouping, tested }] : [];
    }),
  );
  if (found.length === 0) return null;
  const adjusted = adjustP(
    found.map(({ tested }) => leadingP(tested)),
    'holm',
  );
  const rows = found.map(({ banded, grouping, tested }, i): Row => {
    const { counts, chiSquare, yatesP, exactP } = tested;
    return {
      id: bandTestId(banded, grouping),
      label: `${banded.variable.title} – ${grouping.label}`,
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
        adjusted[i] ?? null,
        chiSquare.cramersV,
        chiSquare.cramersVCorrected,
      ],
    };
  });
  const isDoubted = found.some(
    ({ tested }) => tested.chiSquare.smallestExpected < FEWEST_EXPECTED && tested.exactP === null,
  );
  return {
    kind: 'table',
    id: 'band-tests',
    title: t('bandsBy.tests'),
    base: {
      unit,
      cases: Math.max(...scales.map(({ of }) => of.length)),
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
      { id: 'pHolm', label: t('column.holm'), kind: 'p-value', decimals: 3 },
      { id: 'cramersV', label: t('bandsBy.cramer'), kind: 'number', decimals: 2 },
      { id: 'cramersVCorrected', label: t('bandsBy.corrected'), kind: 'number', decimals: 2 },
    ],
    rows,
    notes: [
      t('bandsBy.fewest', { fewest: FEWEST_IN_GROUP }),
      t('bandsBy.note', { expected: FEWEST_EXPECTED }),
      ...(isDoubted ? [t('bandsBy.doubted')] : []),
      t('groups.exploratory'),
    ],
    receipt: methodReceipt(t('receipt.bandTests'), {
      forms: scales.map(({ variable }) => variable.form),
      method: t('receipt.bandTestsRule'),
    }),
  };
}

/** The row of a scale's bands by one grouping. */
export function bandTestId({ variable }: Banded, { id }: Grouping): string {
  return `${variable.id}-by-${id}`;
}

function testOf(counts: readonly number[][]): Tested | null {
  const chiSquare = chiSquareTest(counts);
  if (chiSquare.kind === 'not-estimable') return null;
  const isTwoByTwo = counts.length === 2 && counts[0]?.length === 2;
  const yates = isTwoByTwo ? chiSquareTest(counts, { yates: true }) : null;
  const exact =
    chiSquare.smallestExpected < FEWEST_EXPECTED
      ? fisherExactTable(counts, { work: EXACT_WORK })
      : null;
  return {
    counts,
    chiSquare,
    yatesP: yates?.kind === 'estimated' ? yates.p : null,
    exactP: exact?.kind === 'estimated' ? exact.p : null,
  };
}

const leadingP = ({ chiSquare, exactP }: Tested) => exactP ?? chiSquare.p;
