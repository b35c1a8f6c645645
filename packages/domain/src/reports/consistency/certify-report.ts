import { formatCell } from '../format-cell.ts';
import { isHidden, type Report, type Table } from '../report.ts';
import { type ReportTexts, reportTexts } from '../report-texts.ts';
import { checkReport } from './check-report.ts';
import { describeCertainty, describeReading } from './describe-finding.ts';
import { paragraphOf, type ReportDocument, type ReportTable } from './document/report-document.ts';
import type { Finding } from './finding.ts';

/** What the check of a report's own figures has seen and found. */
export type Certificate = {
  /** Sentences made from results, and the numbers in them that lead to a cell. */
  readonly statements: number;
  readonly boundNumbers: number;
  readonly tables: number;
  /** Cells with something in them; hidden ones are not checked, since nobody can read them. */
  readonly cells: number;
  /** A report with any of these must not be released. Their lines count paragraphs and rows from the top. */
  readonly findings: readonly Finding[];
};

/**
 * Reads a finished report as a stranger would, every paragraph and every printed cell, and looks for figures
 * that do not agree. Some seconds for a whole report: for a release, not for a glance.
 */
export function certifyReport(report: Report): Certificate {
  const blocks = report.sections.flatMap((section) => section.blocks);
  const tables = blocks.filter((block) => block.kind === 'table');
  const statements = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.parts ? [block.parts] : [],
  );
  return {
    statements: statements.length,
    boundNumbers: statements.flat().filter((part) => typeof part !== 'string').length,
    tables: tables.length,
    cells: tables
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
      .filter((cell) => cell !== null && !isHidden(cell)).length,
    findings: checkReport(documentOf(report)),
  };
}

/** The certificate in the report's language, a line each: what was checked, by which version, and each finding. */
export function sayCertificate(
  { statements, boundNumbers, tables, cells, findings }: Certificate,
  { language, version }: { language: Report['language']; version: string },
): string[] {
  const t = reportTexts(language);
  return [
    t('certificate.checked', { statements, numbers: boundNumbers, tables, cells }),
    t('certificate.findings', { findings: findings.length }),
    ...findings.map((finding) =>
      t('certificate.finding', {
        printed: finding.printed,
        recomputed: finding.recomputed,
        reading: describeReading(finding, language),
        certainty: describeCertainty(finding.certainty, language),
      }),
    ),
    t('certificate.version', { version }),
  ];
}

/** Figures draw what a table says, so that they have nothing of their own to check. */
function documentOf({ sections, language }: Report): ReportDocument {
  const t = reportTexts(language);
  let line = 0;
  const next = () => {
    line += 1;
    return line;
  };
  return {
    blocks: sections.flatMap((section) =>
      section.blocks.flatMap((block): ReportDocument['blocks'] => {
        if (block.kind === 'figure') return [];
        if (block.kind === 'paragraph') return [paragraphOf(block.text, next())];
        return [tableOf(block, { t, language, next })];
      }),
    ),
  };
}

function tableOf(
  { title, rowHead, columns, rows }: Table,
  { t, language, next }: { t: ReportTexts; language: Report['language']; next: () => number },
): ReportTable {
  return {
    kind: 'table',
    title,
    sheet: null,
    rows: [
      { line: next(), cells: [rowHead, ...columns.map(({ label }) => label)] },
      ...rows.map(({ label, cells }) => ({
        line: next(),
        cells: [
          label,
          ...columns.map((column, i) => formatCell(cells[i] ?? null, column, { t, language })),
        ],
      })),
    ],
  };
}
