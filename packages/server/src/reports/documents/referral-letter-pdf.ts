import type { PrintedLetter } from '@tirek/domain/referrals';
import { typstPdf } from './typst.ts';

/** The letter of a referral as an accessible PDF of three A4 pages, one for each who keeps it. */
export const letterPdf = (letter: PrintedLetter): Promise<Buffer> =>
  typstPdf('referral-letter', letter);
