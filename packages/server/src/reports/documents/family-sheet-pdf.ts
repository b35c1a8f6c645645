import type { PrintedSheet } from '@tirek/domain/cases';
import { typstPdf } from './typst.ts';

/** A family's sheet as an accessible PDF of A4 pages. */
export const familySheetPdf = (sheet: PrintedSheet): Promise<Buffer> =>
  typstPdf('family-sheet', sheet);
