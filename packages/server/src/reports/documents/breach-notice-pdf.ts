import type { PrintedNotice } from '@tirek/domain/privacy/breach';
import { typstPdf } from './typst.ts';

/** The notice of a breach as an accessible PDF of an A4 page. */
export const breachNoticePdf = (notice: PrintedNotice): Promise<Buffer> =>
  typstPdf('breach-notice', notice);
