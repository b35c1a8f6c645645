import { formatDate, formatNumber, type Language } from '../../text/index.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { HALF } from '../charts/setting.ts';
import { formatBase } from '../format-cell.ts';
import type { Figure, Report } from '../report.ts';
import { type ReportTexts, reportTexts } from '../report-texts.ts';
import { printTable } from './print-table.ts';
import type { FootPart, PrintedFigure, PrintedReport } from './printed-report.ts';

/** Text between the margins of an A4 page with 20 mm on either side, in points. */
export const TEXT_WIDTH = 481.8;
/** Charts of half a screen keep their letters as large as those of the tables. */
const HALF_WIDTH = 330;

/**
 * @param version of the program, for the receipt
 * @throws RangeError when a figure has no words for those who cannot see it
 */
export function printReport(report: Report, { version }: { version: string }): PrintedReport {
  const { language, title, subtitle, banners, sections } = report;
  const t = reportTexts(language);
  return {
    language,
    title,
    subtitle,
    banners,
    cover: coverOf(report, t, version),
    contents: t('contents'),
    subject: t('document.subject'),
    foot: footOf(t),
    receipt: receiptOf(report, { version }),
    citations: report.citations ?? [],
    sections: sections.map((section) => ({
      id: section.id,
      title: section.title,
      blocks: section.blocks.map((block) => {
        if (block.kind === 'table') return printTable(block, { language, t, width: TEXT_WIDTH });
        if (block.kind === 'figure') return printFigure(block, { language, t });
        return block;
      }),
    })),
  };
}

/** The day of the data, the questionnaires with their versions and the program's version, in one line. */
export function receiptOf(report: Report, { version }: { version: string }): string {
  const { language, wave } = report;
  const t = reportTexts(language);
  const forms = wave.forms.map((form) => `${form.code} ${form.version}`).join(', ');
  if (!wave.closesOn) return t('document.receiptUndated', { forms, version });
  return t('document.receipt', {
    date: formatDate(wave.closesOn, language, 'long'),
    forms,
    version,
  });
}

/** What the cover says of the report: each line a label with its values. */
export function coverOf({ language, wave, responses }: Report, t: ReportTexts, version: string) {
  return [
    { label: t('cover.responses'), values: [formatNumber(responses, language)] },
    { label: t('cover.forms'), values: wave.forms.map((form) => t('cover.form', form)) },
    { label: t('cover.wave'), values: [wave.id] },
    { label: t('cover.program'), values: [`Tirek ${version}`] },
  ];
}

/** Splits the sentence around its two numbers, whose order differs between the languages. */
function footOf(t: ReportTexts): FootPart[] {
  const written = t('document.page', { page: '{page}', pages: '{pages}' });
  return written.split(/(\{page\}|\{pages\})/).flatMap((part): FootPart[] => {
    if (part === '') return [];
    if (part === '{page}') return [{ kind: 'page' }];
    return part === '{pages}' ? [{ kind: 'pages' }] : [{ kind: 'text', text: part }];
  });
}

function printFigure(
  { id, number, title, description, base, chart, notes }: Figure,
  { language, t }: { language: Language; t: ReportTexts },
): PrintedFigure {
  if (description.trim() === '') throw new RangeError(`figure ${id} is not told in words`);
  const svg = drawChart(chart, {
    id: `print-${id}`,
    title,
    description,
    language,
    layout: 'wide',
  });
  const [, across, down] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  if (!across || !down) throw new RangeError(`figure ${id} has no size`);
  return {
    kind: 'figure',
    id,
    label: t('figure', { number }),
    number,
    title,
    base: formatBase(base, { t }),
    svg,
    width: across > HALF ? TEXT_WIDTH : HALF_WIDTH,
    ratio: across / down,
    alt: description,
    notes,
  };
}
