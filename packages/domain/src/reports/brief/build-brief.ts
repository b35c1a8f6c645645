import type { CompiledForm } from '../../instruments/index.ts';
import { formatDate } from '../../text/index.ts';
import { fingerprintOf } from '../releases/fingerprint.ts';
import type { ReleaseStamp } from '../releases/stamp-release.ts';
import type { Report } from '../report.ts';
import { reportTexts } from '../report-texts.ts';
import { tablesOf } from '../tables-of.ts';
import { actionsOf } from './actions.ts';
import type { Brief, BriefKind } from './brief.ts';
import { type BriefTexts, briefTexts } from './brief-texts.ts';
import { figuresOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { headlinesOf } from './headlines.ts';
import type { Source } from './source.ts';
import { unknownsOf } from './unknowns.ts';

/** What the last line of a brief says of where its numbers come from. */
export type BriefReceipt = {
  /** Of the program. */
  readonly version: string;
  /** `2026-11-25`. */
  readonly madeOn: string;
  /** Fingerprint of the answers; null where it is not told. */
  readonly snapshot: string | null;
  /** The release that the report is; null when it is none. */
  readonly release: Pick<ReleaseStamp, 'number'> | null;
};

/**
 * Two pages for a ministry: headline numbers, findings, two charts, what is not known, what to do and who answers for it.
 * @param report as its readers may see it: a brief for the public is made from the report for the public
 * @param forms those of the report, compiled
 */
export function buildBrief(
  report: Report,
  forms: readonly CompiledForm[],
  receipt: BriefReceipt,
): Brief {
  const source = sourceOf(report, forms);
  const { b } = source;
  const rows = actionsOf(source);
  return {
    ...frameOf(source, 'brief', receipt),
    title: report.title,
    headlines: { title: b('headlines'), numbers: headlinesOf(source) },
    findings: { title: b('findings'), sentences: findingsOf(source) },
    comparison: null,
    figures: figuresOf(source),
    actions: {
      title: b('actions'),
      head: [b('actions.action'), b('actions.body'), b('actions.why')],
      rows,
      note: b(rows.length > 0 ? 'actions.note' : 'actions.none'),
    },
  };
}

export function sourceOf(report: Report, forms: readonly CompiledForm[]): Source {
  const { language } = report;
  const tables = tablesOf(report);
  return {
    report,
    find: (id) => tables.find((table) => table.id === id) ?? null,
    forms,
    speech: { language, t: reportTexts(language) },
    b: briefTexts(language),
  };
}

/** What both kinds have alike. */
export function frameOf(source: Source, kind: BriefKind, receipt: BriefReceipt) {
  const { report, b } = source;
  return {
    format: 'tirek-brief',
    version: 1,
    kind,
    language: report.language,
    audience: report.audience,
    kicker: b(`kicker.${kind}`),
    subtitle: report.subtitle,
    banners: report.banners,
    unknown: { title: b('unknown'), sentences: unknownsOf(source) },
    screen: b('screen'),
    receipt: receiptOf(report, b, receipt),
  } as const;
}

function receiptOf(
  { wave, language }: Report,
  b: BriefTexts,
  { version, madeOn, snapshot, release }: BriefReceipt,
): string {
  const number = release?.number ?? null;
  return [
    number === null ? b('receipt.notReleased') : b('receipt.release', { number }),
    ...(snapshot === null ? [] : [b('receipt.snapshot', { snapshot: fingerprintOf(snapshot) })]),
    wave.forms.map((form) => `${form.code} ${form.version}`).join(', '),
    `Tirek ${version}`,
    b('receipt.made', { date: formatDate(madeOn, language, 'long') }),
  ].join(' · ');
}
