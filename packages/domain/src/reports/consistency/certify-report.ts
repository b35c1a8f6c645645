import { formatDate, formatNumber } from '../../text/index.ts';
import type { Report } from '../report.ts';
import { reportTexts } from '../report-texts.ts';
import { tablesOf } from '../tables-of.ts';
import { findingsIn } from './check-report.ts';
import type { Finding } from './finding.ts';
import { asDocument } from './own/as-document.ts';
import { type Checked, type Discrepancy, penOf } from './own/checked.ts';
import { checkLimits } from './own/limits.ts';
import { checkSentences } from './own/sentences.ts';
import { checkShares } from './own/shares.ts';
import { checkTests } from './own/tests.ts';
import { checkTotals } from './own/totals.ts';
import { countFigures, prepareScene } from './scene.ts';

/** Raised whenever a check is added, taken away or judges otherwise, so that a certificate says by which rules it was given. */
export const CONSISTENCY_RULES = 1;

/** What is computed again of a report's own figures; the certificate has a line for each. */
export const OWN_CHECKS = ['sentences', 'shares', 'totals', 'limits', 'tests'] as const;
export type OwnCheck = (typeof OWN_CHECKS)[number];

/**
 * A stranger guesses what percentages are of and which rows a total holds; where the table itself says so and the figures
 * came out the same, the guess was another one.
 */
const BASES_GUESSED: ReadonlySet<Finding['reading']> = new Set([
  'percent-wrong',
  'percent-cut-off',
  'percent-rounded-twice',
  'percent-other-base',
  'percent-other-count',
  'percent-digits-swapped',
  'percent-decimal-shifted',
  'counted-twice',
  'sum-missed',
  'sum-nested',
  'percents-short',
  'percents-over',
]);

/** What the check of a report's own figures has seen and found. */
export type Certificate = {
  /** Figures read in sentences and tables; hidden ones are not checked, since nobody can read them. */
  readonly numbers: number;
  readonly tables: number;
  /** How many figures each check computed again. */
  readonly done: Readonly<Record<OwnCheck, number>>;
  /** A report with any of these must not be released. */
  readonly findings: readonly Discrepancy[];
};

/**
 * Computes a finished report's figures again, by what the report itself knows of its tables; then reads it as a stranger would,
 * every paragraph and every printed cell, and looks for figures that do not agree. About a second for a whole report: for a
 * release, not for a glance.
 */
export function certifyReport(report: Report): Certificate {
  const pen = penOf(report);
  const tables = tablesOf(report);
  const checked: Readonly<Record<OwnCheck, Checked>> = {
    sentences: checkSentences(report, pen),
    shares: checkShares(tables, pen),
    totals: checkTotals(tables, pen),
    limits: checkLimits(tables, pen),
    tests: checkTests(tables, pen),
  };
  const { document, places } = asDocument(report);
  const scene = prepareScene(document);
  const own = OWN_CHECKS.flatMap((check) => checked[check].wrong);
  const told = new Set(own.map(({ place }) => place));
  const proved = new Set(OWN_CHECKS.flatMap((check) => checked[check].right));
  const read = findingsIn(scene).flatMap((finding): Discrepancy[] => {
    const { line, passage, printed, recomputed, reading } = finding;
    const place = places.get(line) ?? passage;
    // What both see is told once, by the one that knows the table.
    const isKnown = told.has(place) || (BASES_GUESSED.has(reading) && proved.has(place));
    return isKnown ? [] : [{ place, printed, recomputed }];
  });
  return {
    numbers: countFigures(scene),
    tables: tables.length,
    done: {
      sentences: checked.sentences.done,
      shares: checked.shares.done,
      totals: checked.totals.done,
      limits: checked.limits.done,
      tests: checked.tests.done,
    },
    findings: [...own, ...read],
  };
}

/** The certificate in the report's language, a line each: what was read, what was computed again, by which rules and when. */
export function sayCertificate(
  { numbers, tables, done, findings }: Certificate,
  {
    language,
    version,
    checkedOn,
  }: { language: Report['language']; version: string; checkedOn: string },
): string[] {
  const t = reportTexts(language);
  const write = (count: number) => formatNumber(count, language);
  return [
    t('certificate.read', { numbers: write(numbers), tables: write(tables) }),
    ...OWN_CHECKS.map((check) => t(`certificate.${check}`, { done: write(done[check]) })),
    t('certificate.findings', { findings: write(findings.length) }),
    t('certificate.version', {
      version,
      rules: CONSISTENCY_RULES,
      date: formatDate(checkedOn, language, 'long'),
    }),
  ];
}
