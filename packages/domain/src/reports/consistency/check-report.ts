import { checkAskedOfSome } from './checks/asked-of-some.ts';
import { checkCountedMeans } from './checks/counted-means.ts';
import { checkImpossibleShares } from './checks/impossible-shares.ts';
import { checkMixedBases } from './checks/mixed-bases.ts';
import { checkMoney } from './checks/money.ts';
import { checkNarrowBases } from './checks/narrow-bases.ts';
import { checkRoundedSums } from './checks/rounded-sums.ts';
import { checkSameQuantity } from './checks/same-quantity.ts';
import { checkScaleCoding } from './checks/scale-coding.ts';
import { checkSharedLimits } from './checks/shared-limits.ts';
import { checkTableMeans } from './checks/table-means.ts';
import { checkTablePercents } from './checks/table-percents.ts';
import { checkTableShares } from './checks/table-shares.ts';
import { checkTableSums } from './checks/table-sums.ts';
import { checkTableTests } from './checks/table-tests.ts';
import { checkTextAgainstTables } from './checks/text-against-tables.ts';
import { checkTextMoments } from './checks/text-moments.ts';
import { checkTextParts } from './checks/text-parts.ts';
import { checkTextRanges } from './checks/text-ranges.ts';
import { checkTextShares } from './checks/text-shares.ts';
import { checkTextTests } from './checks/text-tests.ts';
import { checkTooLargeShares } from './checks/too-large-shares.ts';
import { checkWordsAndPercents } from './checks/words-and-percents.ts';
import type { ReportDocument } from './document/report-document.ts';
import type { Finding } from './finding.ts';
import { prepareScene, type Scene } from './scene.ts';

const CHECKS: readonly ((scene: Scene) => readonly Finding[])[] = [
  checkTablePercents,
  checkTableSums,
  checkTableShares,
  checkTextShares,
  checkImpossibleShares,
  checkTooLargeShares,
  checkTextParts,
  checkTextRanges,
  checkTextMoments,
  checkTextTests,
  checkTableTests,
  checkScaleCoding,
  checkTableMeans,
  checkCountedMeans,
  checkTextAgainstTables,
  checkRoundedSums,
  checkMixedBases,
  checkSameQuantity,
  checkMoney,
  checkNarrowBases,
  checkAskedOfSome,
  checkSharedLimits,
  checkWordsAndPercents,
];

/**
 * Finds the figures of a report that do not agree with each other, in the order of its lines. What could be right in some
 * usual reading is not named.
 */
export function checkReport(document: ReportDocument): readonly Finding[] {
  return findingsIn(prepareScene(document));
}

/** The same of a document that was made ready before. */
export function findingsIn(scene: Scene): readonly Finding[] {
  return CHECKS.flatMap((check) => check(scene)).sort((a, b) => a.line - b.line);
}
