import { LANGUAGES, type Language } from '../../text/index.ts';
import type { WaveFacts } from '../facts.ts';
import { reportTexts } from '../report-texts.ts';
import { anonymityOf } from './anonymity.ts';
import type { Anonymous } from './coarsening/deidentify.ts';
import type { TableLoss, VariableLoss } from './coarsening/loss.ts';
import {
  type DataTable,
  MISSING_REASONS,
  type MissingLabels,
  type MissingReason,
  type Said,
} from './data-table.ts';
import { exportTexts } from './export-texts.ts';

/** What every file of an export says about the whole. */
export type BundleHead = {
  readonly wave: Pick<
    WaveFacts['wave'],
    'title' | 'opensOn' | 'closesOn' | 'isSynthetic' | 'forms'
  >;
  readonly language: Language;
  /** UTC instant. */
  readonly writtenAt: string;
  readonly origin: BundleOrigin;
  /** How well people hide and what it cost; null where everything is exact. */
  readonly protection: Protection | null;
};

export type Protection = Anonymous & { readonly losses: readonly TableLoss[] };

/** By what a report and the files beside it are known again: the same three give the same numbers. */
export type BundleOrigin = {
  /** SHA-256 of the plan, the forms, the answers and the program's version: of the whole. */
  readonly fingerprint: string;
  /** SHA-256 of the answers alone, as releases of the wave bear it. */
  readonly snapshot: string;
  readonly programVersion: string;
};

/** What a missing cell is called. */
export function missingLabels(language: Language): MissingLabels {
  return Object.fromEntries(
    MISSING_REASONS.map((reason) => [reason, missingLabel(reason, language)]),
  ) as MissingLabels;
}

/** The same in every language. */
export function missingSaid(reason: MissingReason): Said {
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, missingLabel(reason, language)]),
  );
}

function missingLabel(reason: MissingReason, language: Language): string {
  return reason === 'not-scored' || reason === 'withheld'
    ? exportTexts(language)(`absent.${reason}`)
    : reportTexts(language)(`absent.${reason}`);
}

/** What was done so that no row leads to a person, in sentences; the invented data of a demonstration say so first. */
export function deidentification(
  { wave, protection }: Pick<BundleHead, 'wave' | 'protection'>,
  language: Language,
): string[] {
  const t = exportTexts(language);
  return [
    ...(wave.isSynthetic ? [reportTexts(language)('banner.synthetic')] : []),
    t('deidentified.ids'),
    t('deidentified.dates'),
    t('deidentified.words'),
    ...(protection ? protectedLines(protection, language) : [t('deidentified.exact')]),
  ];
}

function protectedLines({ k, l, losses }: Protection, language: Language): string[] {
  const t = exportTexts(language);
  return [
    t('deidentified.alike', { k }),
    ...(l > 1 ? [t('deidentified.diverse', { l })] : []),
    ...(losses.some(({ isApart }) => isApart) ? [t('deidentified.apart')] : []),
    t('deidentified.internal'),
  ];
}

/** What hiding cost a table, in sentences: first in all, then each variable that is not as it was. */
export function lossLines(
  table: DataTable,
  { protection }: Pick<BundleHead, 'protection'>,
): string[] {
  const loss = protection?.losses.find((each) => each.table === table.name);
  if (!loss) return [];
  const t = exportTexts(table.language);
  const sum = (key: 'coarser' | 'withheld') =>
    loss.variables.reduce((total, variable) => total + variable[key], 0);
  const cells = loss.rows * table.variables.length;
  return [
    t('loss.all', { coarser: sum('coarser'), withheld: sum('withheld'), cells }),
    ...loss.variables.map((each) => `  ${each.variable}: ${lossOfVariable(each, table.language)}`),
  ];
}

/** What was done to one variable. */
export function lossOfVariable(
  { change, coarser, withheld }: VariableLoss,
  language: Language,
): string {
  const t = exportTexts(language);
  if (change === 'withheld') return t('loss.whole');
  return [
    ...(change === null ? [] : [t(`loss.${change}`, { cells: coarser })]),
    ...(withheld > 0 ? [t('loss.withheld', { cells: withheld })] : []),
  ].join('; ');
}

/** How well the rows of a file hide among each other, in sentences; nothing of a file without rows. */
export function anonymityLines(table: DataTable): string[] {
  const t = exportTexts(table.language);
  const { smallestClass, classes, keys, diversity, ...rows } = anonymityOf(table);
  if (smallestClass === null) return [];
  const fewest = diversity.flatMap(({ fewestValues }) => fewestValues ?? []);
  return [
    t('anonymity', {
      k: smallestClass,
      keys: keys.join(', '),
      classes,
      alone: rows.rowsAlone,
      belowThree: rows.rowsBelowThree,
      belowFive: rows.rowsBelowFive,
    }),
    ...(fewest.length > 0
      ? [t('diversity', { l: Math.min(...fewest), variables: fewest.length })]
      : []),
  ];
}
