import {
  type Brief,
  type BriefFormat,
  printBrief,
  renderBriefDocument,
} from '@tirek/domain/reports/brief';

/** A brief as the bytes of a file; what each format needs is loaded when it is wanted. */
export async function writeBrief(brief: Brief, format: BriefFormat): Promise<Uint8Array> {
  switch (format) {
    case 'pdf': {
      const { briefPdf } = await import('./brief-pdf.ts');
      return await briefPdf(printBrief(brief));
    }
    case 'docx': {
      const { briefDocx } = await import('./brief-docx.ts');
      return await briefDocx(printBrief(brief));
    }
    case 'html':
      return Buffer.from(renderBriefDocument(printBrief(brief)));
    case 'json':
      return Buffer.from(`${JSON.stringify(brief, null, 2)}\n`);
  }
}
