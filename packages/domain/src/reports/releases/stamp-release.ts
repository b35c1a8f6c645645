import { formatDate } from '../../text/index.ts';
import type { Report } from '../report.ts';
import { reportTexts } from '../report-texts.ts';
import { tablesOf } from '../tables-of.ts';
import { fingerprintOf } from './fingerprint.ts';
import { notesOfTable } from './table-receipt.ts';

/** Which release a frozen report is; numbers and days are null while nobody has decided. */
export type ReleaseStamp = {
  readonly number: number | null;
  /** `YYYY-MM-DD` on the programme's calendar. */
  readonly releasedOn: string | null;
  readonly withdrawnOn: string | null;
  /** Fingerprint of the answers; null where it is not told. */
  readonly snapshot: string | null;
};

/** The frozen report with a line above everything that says which release it is, or that it is none yet. */
export function stampRelease(report: Report, stamp: ReleaseStamp): Report {
  const t = reportTexts(report.language);
  const { number, releasedOn, withdrawnOn, snapshot } = stamp;
  const say = (day: string) => formatDate(day, report.language, 'long');
  const lines = [
    number === null || releasedOn === null
      ? t('banner.notReleased')
      : t('banner.release', { number, date: say(releasedOn) }),
    ...(withdrawnOn === null ? [] : [t('banner.withdrawn', { date: say(withdrawnOn) })]),
    ...(snapshot === null ? [] : [t('banner.snapshot', { snapshot: fingerprintOf(snapshot) })]),
  ];
  return { ...report, banners: [...report.banners, lines.join(' ')] };
}

/** The page that lies beside the files of a release: what it is, for whom, what is in it, how each table was made. */
export function releaseReadme(report: Report, { version }: { version: string }): string {
  const t = reportTexts(report.language);
  return [
    report.title,
    report.subtitle,
    '',
    ...report.banners,
    '',
    t('release.readme.files'),
    t('release.readme.only'),
    // Exact reports alone: whoever reads them may ask for the answers.
    ...(report.audience === 'internal' ? [t('release.readme.plan')] : []),
    t('release.readme.sums'),
    t('release.readme.program', { version }),
    '',
    t('release.readme.tables'),
    ...tablesOf(report).flatMap((table) => [
      '',
      `${table.number}. ${table.title}`,
      ...notesOfTable(table, t),
    ]),
    '',
  ].join('\n');
}
