import type { PrintedBrief, PrintedChart } from '@tirek/domain/reports/brief';
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import { chartPng } from './chart-png.ts';
import { docxStyles } from './docx-styles.ts';
import { ACCENT, type DocxWriter, docxWriter, HAIR, INK, QUIET, twips } from './docx-text.ts';

/** Points across between margins of 18 mm on A4. */
const WIDTH = 493;
const PIXELS_PER_POINT = 96 / 72;
/** Points across a chart, two beside each other. */
const CHART_WIDTH = 225;
const BODY = 9;
const SMALL = 7.5;

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };
const MARGINS = { top: twips(3), bottom: twips(3), left: twips(4), right: twips(4) };

/** A brief that an official can edit, on the same pages as the PDF. */
export async function briefDocx(brief: PrintedBrief): Promise<Buffer> {
  const writer = docxWriter(brief.language);
  const margin = '18mm';
  const document = new Document({
    title: brief.title,
    subject: brief.kicker,
    creator: 'Tirek',
    lastModifiedBy: 'Tirek',
    styles: docxStyles(brief.language),
    sections: [
      {
        properties: {
          page: {
            size: { width: '210mm', height: '297mm' },
            margin: { left: margin, right: margin, top: '14mm', bottom: '16mm', footer: '7mm' },
          },
        },
        footers: {
          default: new Footer({
            children: [writer.paragraph(brief.receipt, { looks: { size: 7, color: QUIET } })],
          }),
        },
        children: [...head(brief, writer), ...body(brief, writer)],
      },
    ],
  });
  return await Packer.toBuffer(document);
}

function head(brief: PrintedBrief, { paragraph }: DocxWriter): FileChild[] {
  const after = { spacing: { before: 0, after: twips(3) } };
  return [
    paragraph(brief.kicker, { ...after, looks: { bold: true, color: QUIET, size: BODY } }),
    paragraph(brief.title, {
      ...after,
      heading: HeadingLevel.TITLE,
      looks: { bold: true, color: ACCENT, size: 20 },
    }),
    paragraph(brief.subtitle, { ...after, looks: { color: QUIET, size: BODY } }),
    ...(brief.banners.length > 0
      ? [
          paragraph(brief.banners.join(' '), {
            ...after,
            shading: { type: ShadingType.CLEAR, fill: 'FFF6E0', color: 'auto' },
            looks: { size: 8 },
          }),
        ]
      : []),
  ];
}

function body(brief: PrintedBrief, writer: DocxWriter): FileChild[] {
  const { comparison, actions } = brief;
  const first = [
    heading(brief.headlines.title, writer),
    ...cards(brief, writer),
    heading(brief.findings.title, writer),
    ...brief.findings.sentences.map((text, i) => line(`${i + 1}. ${text}`, writer)),
  ];
  const last = [
    heading(brief.unknown.title, writer),
    ...brief.unknown.sentences.map((text) => line(`– ${text}`, writer)),
    writer.paragraph(brief.screen, {
      spacing: { before: twips(8), after: 0 },
      looks: { bold: true, size: BODY },
    }),
  ];
  const compared = comparison
    ? [
        heading(comparison.title, writer),
        ruled(
          [comparison.head, ...comparison.rows.map((row) => [row.label, row.n, row.here, row.all])],
          [0.4, 0.1, 0.25, 0.25],
          writer,
        ),
        note(comparison.note, writer),
      ]
    : [];
  if (brief.kind === 'region-sheet')
    return [...first, ...compared, ...charts(brief, writer), ...last];
  const done = [
    heading(actions.title, writer),
    ...(actions.rows.length > 0
      ? [
          ruled(
            [actions.head, ...actions.rows.map(({ action, body: by, why }) => [action, by, why])],
            [0.4, 0.28, 0.32],
            writer,
          ),
        ]
      : []),
    note(actions.note, writer),
  ];
  const pageBreak = new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0 } });
  return [...first, ...last, pageBreak, ...charts(brief, writer), ...done];
}

const heading = (text: string, { paragraph }: DocxWriter) =>
  paragraph(text, {
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: twips(9), after: twips(4) },
    looks: { size: 12, color: ACCENT, bold: true },
  });

const line = (text: string, { paragraph }: DocxWriter) =>
  paragraph(text, { spacing: { before: 0, after: twips(4) }, looks: { size: BODY } });

const note = (text: string, { paragraph }: DocxWriter) =>
  paragraph(text, {
    spacing: { before: twips(2), after: 0 },
    looks: { size: SMALL, color: QUIET },
  });

function cards({ headlines: { numbers } }: PrintedBrief, { paragraph }: DocxWriter): FileChild[] {
  if (numbers.length === 0) return [];
  const tight = { spacing: { before: 0, after: twips(1) } };
  const cell = ({ number, label, base, interval }: (typeof numbers)[number]) =>
    new TableCell({
      borders: {
        ...NO_BORDERS,
        top: { style: BorderStyle.SINGLE, size: 18, color: ACCENT },
      },
      shading: { type: ShadingType.CLEAR, fill: 'F1F6F4', color: 'auto' },
      margins: { ...MARGINS, left: twips(6) },
      children: [
        paragraph(number, { ...tight, looks: { bold: true, size: 20, color: ACCENT } }),
        paragraph(label, { ...tight, looks: { size: BODY } }),
        ...[base, interval]
          .filter((text) => text !== '')
          .map((text) => paragraph(text, { ...tight, looks: { size: SMALL, color: QUIET } })),
      ],
    });
  return [
    grid(
      [numbers.map(cell)],
      numbers.map(() => 1 / numbers.length),
    ),
  ];
}

function charts({ figures }: PrintedBrief, writer: DocxWriter): FileChild[] {
  if (figures.length === 0) return [];
  const cell = (figure: PrintedChart) =>
    new TableCell({
      borders: NO_BORDERS,
      margins: MARGINS,
      children: [
        writer.paragraph(figure.title, { looks: { bold: true, size: BODY } }),
        note(figure.base, writer),
        new Paragraph({ children: [picture(figure)] }),
        note(figure.note, writer),
      ],
    });
  return [
    grid(
      [figures.map(cell)],
      figures.map(() => 1 / figures.length),
    ),
  ];
}

function picture({ id, svg, ratio, title, alt }: PrintedChart): ImageRun {
  const across = CHART_WIDTH * PIXELS_PER_POINT;
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type: 'png', data: chartPng(svg, CHART_WIDTH) },
    transformation: { width: Math.round(across), height: Math.round(across / ratio) },
    altText: { name: id, title, description: alt },
  });
}

/** Rows of words under a head, with lines between them. */
function ruled(
  rows: ReadonlyArray<readonly string[]>,
  widths: readonly number[],
  { paragraph }: DocxWriter,
): Table {
  const cell = (text: string, isHead: boolean) =>
    new TableCell({
      margins: MARGINS,
      borders: {
        ...NO_BORDERS,
        bottom: { style: BorderStyle.SINGLE, size: isHead ? 8 : 4, color: isHead ? INK : HAIR },
      },
      children: [
        paragraph(text, {
          alignment: AlignmentType.LEFT,
          spacing: { before: 0, after: 0 },
          looks: { size: 8.5, bold: isHead },
        }),
      ],
    });
  return grid(
    rows.map((row, i) => row.map((text) => cell(text, i === 0))),
    widths,
    { hasHead: true },
  );
}

function grid(
  rows: ReadonlyArray<readonly TableCell[]>,
  shares: readonly number[],
  { hasHead = false }: { hasHead?: boolean } = {},
): Table {
  return new Table({
    width: { size: twips(WIDTH), type: WidthType.DXA },
    columnWidths: shares.map((share) => twips(share * WIDTH)),
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map(
      (children, i) => new TableRow({ children, cantSplit: true, tableHeader: hasHead && i === 0 }),
    ),
  });
}
