import type { PrintedSafetySheet } from '@tirek/domain/pathways/safety';
import { typstPdf } from './typst.ts';

/** The paper protocol of a region as an accessible PDF of A4 pages. */
export const safetySheetPdf = (sheet: PrintedSafetySheet): Promise<Buffer> =>
  typstPdf('safety-sheet', sheet);
