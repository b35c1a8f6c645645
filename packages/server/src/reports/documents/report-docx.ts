import {
  type PrintedFigure,
  type PrintedReport,
  type PrintedTable,
  TEXT_WIDTH,
} from '@tirek/domain/reports/documents';
import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { chartPng } from './chart-png.ts';
import { docxStyles } from './docx-styles.ts';
import { docxTable } from './docx-table.ts';
import { type DocxWriter, docxWriter, QUIET, twips } from './docx-text.ts';
import { KeptParts } from './kept-parts.ts';

/** Word counts pictures in pixels, 96 to the inch. */
const PIXELS_PER_POINT = 96 / 72;

/**
 * A report that an official can edit: headings, captions, tables and contents are Word's own, in the report's language, so that
 * what is added is numbered and listed by itself.
 */
export async function reportDocx(report: PrintedReport): Promise<Buffer> {
  const writer = docxWriter(report.language);
  const kept = new KeptParts();
  const document = new Document({
    title: report.title,
    subject: report.subject,
    creator: 'Tirek',
    lastModifiedBy: 'Tirek',
    description: report.subtitle,
    styles: docxStyles(report.language),
    sections: [
      {
        ...frame(report, writer),
        children: [
          ...cover(report, writer),
          ...contents(report, writer),
          ...body(report, { writer, kept }),
        ],
      },
    ],
  });
  return await kept.putInto(await Packer.toBuffer(document));
}

function frame(
  { title, subtitle, banners, foot }: PrintedReport,
  { run, paragraph }: DocxWriter,
): Omit<ISectionOptions, 'children'> {
  const margin = '20mm';
  const looks = { size: 7.5, color: QUIET };
  const tabStops = [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH) }];
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: '210mm', height: '297mm' },
        margin: {
          left: margin,
          right: margin,
          top: '24mm',
          bottom: '25mm',
          header: '12mm',
          footer: '9mm',
        },
      },
    },
    headers: {
      default: new Header({
        children: [new Paragraph({ tabStops, children: [run(`${title}\t${subtitle}`, looks)] })],
      }),
      first: new Header({ children: [new Paragraph({})] }),
    },
    footers: Object.fromEntries(
      (['default', 'first'] as const).map((place) => [
        place,
        new Footer({
          children: [
            ...banners.map((banner) => paragraph(banner, { spacing: { after: 0 }, looks })),
            new Paragraph({
              tabStops,
              children: [
                run('\t', looks),
                ...foot.map((part) =>
                  part.kind === 'text'
                    ? run(part.text, looks)
                    : new TextRun({
                        size: looks.size * 2,
                        color: looks.color,
                        children: [
                          part.kind === 'page' ? PageNumber.CURRENT : PageNumber.TOTAL_PAGES,
                        ],
                      }),
                ),
              ],
            }),
          ],
        }),
      ]),
    ),
  };
}

function cover(report: PrintedReport, { run, paragraph }: DocxWriter): FileChild[] {
  return [
    paragraph(report.subject, {
      spacing: { before: twips(90) },
      looks: { size: 11, color: QUIET },
    }),
    paragraph(report.title, { style: 'Title' }),
    paragraph(report.subtitle, { style: 'Subtitle' }),
    ...report.banners.map((banner) =>
      paragraph(banner, { style: 'Banner', shading: BANNER, border: { left: BANNER_EDGE } }),
    ),
    ...report.cover.flatMap(({ label, values }, place) =>
      values.map(
        (value, i) =>
          new Paragraph({
            tabStops: [{ type: TabStopType.LEFT, position: twips(150) }],
            spacing: { before: place === 0 && i === 0 ? twips(28) : twips(4) },
            children: [run(i === 0 ? label : '', { color: QUIET }), run(`\t${value}`)],
          }),
      ),
    ),
  ];
}

const BANNER = { type: ShadingType.CLEAR, fill: 'FFF6E0', color: 'auto' };
const BANNER_EDGE = { style: BorderStyle.SINGLE, size: 24, color: 'E0B23C', space: 6 };

function contents({ contents: title }: PrintedReport, writer: DocxWriter): FileChild[] {
  return [
    writer.paragraph(title, { style: 'ContentsHeading', pageBreakBefore: true }),
    new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-1' }),
  ];
}

function body(
  report: PrintedReport,
  { writer, kept }: { writer: DocxWriter; kept: KeptParts },
): FileChild[] {
  const { sections, receipt } = report;
  return sections.flatMap(({ title, blocks }, place) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: place === 0,
      children: [writer.run(title)],
    }),
    ...blocks.flatMap((block): FileChild[] => {
      if (block.kind === 'paragraph') return [writer.paragraph(block.text)];
      const inner =
        block.kind === 'table'
          ? kept.placeFor(docxTable(block, report))
          : new Paragraph({ keepNext: true, children: [picture(block, kept)] });
      return [
        ...head(block, writer),
        inner,
        ...block.notes.map((note) => writer.paragraph(note, { style: 'Note', keepNext: true })),
        writer.paragraph(receipt, { style: 'Note' }),
      ];
    }),
  ]);
}

function head(block: PrintedTable | PrintedFigure, writer: DocxWriter): Paragraph[] {
  const sequence = block.kind === 'table' ? 'Table' : 'Figure';
  return [
    writer.caption({ ...block, sequence }),
    writer.paragraph(block.base, { style: 'Base', keepNext: true }),
  ];
}

function picture({ svg, width, ratio, title, alt, id }: PrintedFigure, kept: KeptParts): ImageRun {
  const across = width * PIXELS_PER_POINT;
  return new ImageRun({
    type: 'svg',
    data: kept.bytesFor(Buffer.from(svg)),
    fallback: { type: 'png', data: kept.bytesFor(chartPng(svg, width)) },
    transformation: { width: Math.round(across), height: Math.round(across / ratio) },
    altText: { name: id, title, description: alt },
  });
}
