import { parentPort } from 'node:worker_threads';
import type { PrintedPlan } from '@tirek/domain/cases';
import type { PrintedGenogram } from '@tirek/domain/people/family-graph';
import type { Report, ReportFormat } from '@tirek/domain/reports';
import type { Brief, BriefFormat } from '@tirek/domain/reports/brief';

/** What the thread is asked for: a report, a brief, a genogram or a family's plan, and the kind of file. */
export type DocumentOrder =
  | { readonly report: Report; readonly format: ReportFormat; readonly version: string }
  | { readonly brief: Brief; readonly format: BriefFormat }
  | { readonly genogram: PrintedGenogram; readonly format: 'pdf' }
  | { readonly plan: PrintedPlan; readonly format: 'pdf' };

/**
 * Makes files apart from the thread that answers people, one after the other; ends when it is told that there are no more, and
 * its memory with it. Loads what it needs only when it is wanted: half of the time of a small file would go to reading modules.
 */
parentPort?.on('message', async (order: DocumentOrder | null) => {
  if (order === null) {
    parentPort?.close();
    return;
  }
  // A copy of its own length: what a library hands out may lie in a larger piece of memory that cannot be handed over.
  const file = new Uint8Array(await written(order));
  parentPort?.postMessage(file, [file.buffer]);
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
  if ('brief' in order) {
    const { writeBrief } = await import('./write-brief.ts');
    return await writeBrief(order.brief, order.format);
  }
  const { writeReport } = await import('./write-report.ts');
  return await writeReport(order.report, order);
}
