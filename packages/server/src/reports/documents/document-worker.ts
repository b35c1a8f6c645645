import type { PrintedPlan, PrintedSheet } from '@tirek/domain/cases';
import type { PrintedSafetySheet } from '@tirek/domain/pathways/safety';
import type { PrintedGenogram } from '@tirek/domain/people/family-graph';
import type { PrintedNotice } from '@tirek/domain/privacy/breach';
import type { PrintedOwnCopy } from '@tirek/domain/privacy/own-copy';
import type { PrintedLetter } from '@tirek/domain/referrals';
import type { Report, ReportFormat } from '@tirek/domain/reports';
import type { Brief, BriefFormat } from '@tirek/domain/reports/brief';
import { carryOut } from '../../apart/carry-out.ts';

/**
 * What the process is asked for: a report, a brief, a genogram, a family's plan or sheet, a person's own copy, the notice of a
 * breach, the paper protocol of a region or the letter of a referral, and the kind of file.
 */
export type DocumentOrder =
  | { readonly report: Report; readonly format: ReportFormat; readonly version: string }
  | { readonly brief: Brief; readonly format: BriefFormat }
  | { readonly genogram: PrintedGenogram; readonly format: 'pdf' }
  | { readonly plan: PrintedPlan; readonly format: 'pdf' }
  | { readonly sheet: PrintedSheet; readonly format: 'pdf' }
  | { readonly ownCopy: PrintedOwnCopy; readonly format: 'pdf' }
  | { readonly notice: PrintedNotice; readonly format: 'pdf' }
  | { readonly safetySheet: PrintedSafetySheet; readonly format: 'pdf' }
  | { readonly letter: PrintedLetter; readonly format: 'pdf' };

/** A report as such a file is about to be asked for. */
export type SoonOrder = { readonly soon: ReportFormat };

/**
 * Makes files apart from the process that answers people, one after the other. Loads what it needs only when it is wanted: half
 * of the time of a small file would go to reading modules.
 */
carryOut(async (order: DocumentOrder | SoonOrder, tell: (file: Uint8Array) => void) => {
  if ('soon' in order) {
    const { loadWriter } = await import('./write-report.ts');
    await loadWriter(order.soon);
  } else tell(await written(order));
});

async function written(order: DocumentOrder): Promise<Uint8Array> {
  if ('genogram' in order) {
    const { genogramPdf } = await import('./genogram-pdf.ts');
    return await genogramPdf(order.genogram);
  }
  if ('plan' in order) {
    const { familyPlanPdf } = await import('./family-plan-pdf.ts');
    return await familyPlanPdf(order.plan);
  }
  if ('sheet' in order) {
    const { familySheetPdf } = await import('./family-sheet-pdf.ts');
    return await familySheetPdf(order.sheet);
  }
  if ('notice' in order) {
    const { breachNoticePdf } = await import('./breach-notice-pdf.ts');
    return await breachNoticePdf(order.notice);
  }
  if ('safetySheet' in order) {
    const { safetySheetPdf } = await import('./safety-sheet-pdf.ts');
    return await safetySheetPdf(order.safetySheet);
  }
  if ('letter' in order) {
    const { letterPdf } = await import('./referral-letter-pdf.ts');
    return await letterPdf(order.letter);
  }
  if ('ownCopy' in order) {
    const { ownCopyPdf } = await import('./own-copy-pdf.ts');
    return await ownCopyPdf(order.ownCopy);
  }
  if ('brief' in order) {
    const { writeBrief } = await import('./write-brief.ts');
    return await writeBrief(order.brief, order.format);
  }
  const { writeReport } = await import('./write-report.ts');
  return await writeReport(order.report, order);
}
