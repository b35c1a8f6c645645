import type { PrintedGenogram } from '@tirek/domain/people/family-graph';
import { typstPdf } from './typst.ts';

/** A genogram with its sentences as an accessible PDF of A4 pages. */
export const genogramPdf = (genogram: PrintedGenogram): Promise<Buffer> =>
  typstPdf('genogram', genogram);
