import { LANGUAGES, type Language } from '../../text/index.ts';
import type { WaveFacts } from '../facts.ts';
import { reportTexts } from '../report-texts.ts';
import { anonymityOf } from './anonymity.ts';
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
};

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
  return reason === 'not-scored'
    ? exportTexts(language)('absent.not-scored')
    : reportTexts(language)(`absent.${reason}`);
}

/** What was done so that no row leads to a person, in sentences; the invented data of a demonstration say so first. */
export function deidentification({ wave }: Pick<BundleHead, 'wave'>, language: Language): string[] {
  const t = exportTexts(language);
  return [
    ...(wave.isSynthetic ? [reportTexts(language)('banner.synthetic')] : []),
    t('deidentified.ids'),
    t('deidentified.dates'),
    t('deidentified.words'),
    t('deidentified.exact'),
  ];
}

/** How well the rows of a file hide among each other, in sentences; nothing of a file without rows. */
export function anonymityLines(table: DataTable): string[] {
  const t = exportTexts(table.language);
  const { smallestClass, classes, keys, diversity, ...rows } = anonymityOf(table);
  if (smallestClass === null) return [];
  const fewest = diversity.map(({ fewestValues }) => fewestValues);
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
