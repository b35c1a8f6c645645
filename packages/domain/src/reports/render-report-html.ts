import { escapeMarkup } from '../drawing/svg.ts';
import type { Language } from '../text/index.ts';
import { drawChart } from './charts/draw-chart.ts';
import type { ChartLayout } from './charts/setting.ts';
import { piecesOf } from './cited-pieces.ts';
import { formatBase, formatCell } from './format-cell.ts';
import {
  type CellReference,
  type Citation,
  type Column,
  type Figure,
  isHidden,
  type Paragraph,
  type Receipt,
  type Report,
  type Row,
  type Section,
  type Table,
} from './report.ts';
import { REPORT_CSS } from './report-css.ts';
import { type PageTexts, pageTexts } from './report-page-texts.ts';

type Setting = {
  readonly language: Language;
  readonly t: PageTexts;
  /** Level of the report's own title, 1 to 3; sections stand one below. */
  readonly level: 1 | 2 | 3;
  /** Ids of the cells that sentences lead to. */
  readonly cited: ReadonlySet<string>;
  readonly citations: readonly Citation[];
};

/**
 * A report as one HTML element, without script, inline style or anything to load, so that it stands
 * in a page with a strict content policy. Its looks come from `REPORT_CSS`. Every chart is there
 * twice, for a desk and for a phone; the style sheet shows the one that fits.
 *
 * @param level heading level of the title: 1 alone on a page, 2 inside a page that has its own title
 */
export function renderReportHtml(
  report: Report,
  { level = 1 }: { level?: 1 | 2 | 3 } = {},
): string {
  const { language } = report;
  const t = pageTexts(language);
  const setting: Setting = {
    language,
    t,
    level,
    cited: citedCells(report),
    citations: report.citations ?? [],
  };
  return tag('article', { class: 'report', lang: language }, [
    tag('header', { class: 'report-head' }, [
      heading(level, { class: 'report-title' }, report.title),
      tag('p', { class: 'report-subtitle' }, [escapeMarkup(report.subtitle)]),
      ...report.banners.map((text) =>
        tag('p', { class: 'report-banner', role: 'note' }, [escapeMarkup(text)]),
      ),
    ]),
    contents(report.sections, t),
    ...report.sections.map((section) => renderSection(section, setting)),
  ]);
}

/** A whole HTML document that opens from a folder: what `tirek report --format html` writes. */
export function renderReportDocument(report: Report): string {
  return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(report.title)}</title>
<style>${REPORT_CSS}</style>
</head>
<body class="report-page">
<main>
${renderReportHtml(report)}
</main>
</body>
</html>
`;
}

function contents(sections: readonly Section[], t: PageTexts): string {
  return tag('nav', { class: 'report-contents', 'aria-label': t('contents') }, [
    tag(
      'ol',
      {},
      sections.map(({ id, title }) =>
        tag('li', {}, [tag('a', { href: `#report-${id}` }, [escapeMarkup(title)])]),
      ),
    ),
  ]);
}

function renderSection({ id, title, blocks }: Section, setting: Setting): string {
  return tag('section', { class: 'report-section', 'aria-labelledby': `report-${id}` }, [
    heading(setting.level + 1, { id: `report-${id}` }, title),
    tag(
      'div',
      { class: 'report-blocks' },
      blocks.map((block) => {
        if (block.kind === 'table') return renderTable(block, setting);
        if (block.kind === 'figure') return renderFigure(block, setting);
        return renderParagraph(block);
      }),
    ),
  ]);
}

/** A sentence whose numbers lead to their cells; the style sheet lights up the cell that was asked for. */
function renderParagraph({ text, parts = [text] }: Paragraph): string {
  return tag(
    'p',
    { class: 'report-text' },
    parts.map((part) =>
      typeof part === 'string'
        ? markup(part)
        : tag('a', { class: 'report-bound', href: `#${cellId(part.cell)}` }, [
            escapeMarkup(part.text),
          ]),
    ),
  );
}

function citedCells({ sections }: Report): ReadonlySet<string> {
  return new Set(
    sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'paragraph' ? (block.parts ?? []) : []))
      .flatMap((part) => (typeof part === 'string' ? [] : [cellId(part.cell)])),
  );
}

/** The base of a row is shown by the row's head. */
const cellId = ({ table, row, column }: CellReference) =>
  ['report', table, row, ...(column === null ? [] : [column])].join('--');

function renderFigure(figure: Figure, setting: Setting): string {
  const { id, title, number, base, notes } = figure;
  const { t, language, level } = setting;
  const draw = (layout: ChartLayout) =>
    drawChart(figure.chart, {
      id: `report-${id}-${layout}`,
      title,
      description: figure.description,
      language,
      layout,
    });
  const size = figure.chart.type === 'diverging-bars' ? 'report-whole' : 'report-half';
  return tag('figure', { class: `report-figure ${size}`, id: `report-${id}` }, [
    heading(level + 2, { class: 'report-caption' }, title, t('figure', { number })),
    tag('p', { class: 'report-base' }, [escapeMarkup(formatBase(base, { t }))]),
    draw('wide'),
    draw('narrow'),
    ...renderNotes(notes),
  ]);
}

/** Tables of up to this many columns stand side by side on a desk. */
const SLIM = 4;

function renderTable(table: Table, setting: Setting): string {
  const { id, title, number, base, columns, rows, rowHead } = table;
  const { t, level } = setting;
  const captionId = `report-${id}-caption`;
  const footnotes = columns.filter(({ footnote }) => footnote);
  const markOf = (column: Column) => String.fromCharCode(97 + footnotes.indexOf(column));
  const head = columns.map((column) =>
    tag('th', { scope: 'col', class: `report-cell-${column.kind}` }, [
      escapeMarkup(column.label),
      column.footnote ? `<sup>${markOf(column)}</sup>` : '',
    ]),
  );
  const body = rows.map((row) => renderRow(row, table, setting));
  const width = columns.length <= SLIM ? 'report-slim' : 'report-broad';
  return tag('div', { class: `report-table ${width}`, id: `report-${id}` }, [
    heading(level + 2, { class: 'report-caption', id: captionId }, title, t('table', { number })),
    tag('p', { class: 'report-base' }, [escapeMarkup(formatBase(base, { t }))]),
    // A region that scrolls must be reachable without a mouse.
    tag(
      'div',
      { class: 'report-scroll', role: 'region', tabindex: '0', 'aria-labelledby': captionId },
      [
        tag('table', { 'aria-labelledby': captionId }, [
          tag('thead', {}, [
            tag('tr', {}, [tag('th', { scope: 'col' }, [escapeMarkup(rowHead)]), ...head]),
          ]),
          tag('tbody', {}, body),
        ]),
      ],
    ),
    ...renderNotes([
      ...footnotes.map((column) => `${markOf(column)} ${column.footnote}`),
      ...table.notes,
    ]),
    table.receipt ? renderReceipt(table.receipt, setting) : '',
  ]);
}

function renderRow(
  row: Row,
  { id: table, columns }: Table,
  { t, language, cited, citations }: Setting,
): string {
  const idOf = (column: string | null): Record<string, string> => {
    const id = cellId({ table, row: row.id, column });
    return cited.has(id) ? { id } : {};
  };
  const cells = columns.map((column, i) => {
    const cell = row.cells[i] ?? null;
    const shown = tongued(formatCell(cell, column, { t, language }), citations, escapeMarkup);
    const text = isHidden(cell)
      ? tag('abbr', { class: 'report-hidden', title: t('hidden.word') }, [shown])
      : shown;
    const bar = column.bar && row.role !== 'total' && typeof cell === 'number' ? cellBar(cell) : '';
    return tag('td', { class: `report-cell-${column.kind}`, ...idOf(column.id) }, [
      column.bar ? tag('span', { class: 'report-with-bar' }, [`<span>${text}</span>`, bar]) : text,
    ]);
  });
  return tag('tr', { class: `report-row-${row.role}` }, [
    tag('th', { scope: 'row', ...idOf(null) }, [
      markup(row.label),
      row.detail ? tag('span', { class: 'report-detail' }, [markup(row.detail)]) : '',
    ]),
    ...cells,
  ]);
}

/** A bar beside a percentage: the eye finds the largest before it reads. */
function cellBar(percent: number): string {
  const width = Math.min(100, Math.max(0, Math.round(percent * 100) / 100));
  return `<svg class="report-bar" viewBox="0 0 100 10" preserveAspectRatio="none" width="72" height="10" aria-hidden="true"><rect class="report-bar-track" width="100" height="10"/><rect class="report-bar-value" width="${width}" height="10"/></svg>`;
}

function renderReceipt({ definition, rule, version }: Receipt, { t, citations }: Setting): string {
  const line = (term: string, text: string) =>
    tag('dt', {}, [escapeMarkup(term)]) + tag('dd', {}, [tongued(text, citations, markup)]);
  return tag('details', { class: 'report-receipt' }, [
    tag('summary', {}, [escapeMarkup(t('receipt.title'))]),
    tag('dl', {}, [
      line(t('receipt.what'), definition),
      line(t('receipt.how'), rule),
      line(t('receipt.versions'), version),
    ]),
  ]);
}

function renderNotes(notes: readonly string[]): string[] {
  if (notes.length === 0) return [];
  return [
    tag(
      'ul',
      { class: 'report-notes' },
      notes.map((note) => tag('li', {}, [markup(note)])),
    ),
  ];
}

function heading(
  level: number,
  attributes: Record<string, string>,
  text: string,
  number?: string,
): string {
  return tag(`h${level}`, attributes, [
    number ? `<span class="report-ordinal">${escapeMarkup(number)}.</span> ` : '',
    markup(text),
  ]);
}

/** What is cited in another language says so, for whoever has it read aloud. */
function tongued(
  text: string,
  citations: readonly Citation[],
  written: (text: string) => string,
): string {
  return piecesOf(text, citations)
    .map((piece) =>
      piece.language === null
        ? written(piece.text)
        : tag('span', { lang: piece.language }, [written(piece.text)]),
    )
    .join('');
}

/** Text as markup; a coding such as 0-0-1-1, a range or a name such as C-GHQ must not break. */
function markup(text: string): string {
  return escapeMarkup(text).replace(
    /[A-Za-z0-9]+(?:[-\u2013][A-Za-z0-9]+)+/g,
    (name) => `<span class="report-unbroken">${name}</span>`,
  );
}

/** Attributes are escaped; children are markup already. */
function tag(
  name: string,
  attributes: Record<string, string>,
  children: readonly string[],
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeMarkup(value)}"`,
  );
  return `<${name}${written.join('')}>${children.join('')}</${name}>`;
}
