import type { PrintedOwnCopy } from '@tirek/domain/privacy/own-copy';
import { typstPdf } from './typst.ts';

/** A person's own copy as an accessible PDF of A4 pages. */
export const ownCopyPdf = (copy: PrintedOwnCopy): Promise<Buffer> => typstPdf('own-copy', copy);
