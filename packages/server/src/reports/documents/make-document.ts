import { Worker } from 'node:worker_threads';
import type { ReportFormat } from '@tirek/domain/reports';
import type { DocumentOrder } from './document-worker.ts';
import { writeBrief } from './write-brief.ts';
import { writeReport } from './write-report.ts';

/** The file that is being made, so that the next waits for it: each takes a whole processor and a few hundred megabytes. */
let last: Promise<unknown> = Promise.resolve();

/** Made in less time than a thread needs to start. */
const QUICK: ReadonlySet<ReportFormat> = new Set(['html', 'json']);

/**
 * A report or a brief as the bytes of a file; what takes long is made in a thread of its own, one file at a time in this process.
 * @throws Error when the file could not be made
 */
export function makeDocument(order: DocumentOrder): Promise<Uint8Array> {
  if (QUICK.has(order.format)) {
    return 'brief' in order
      ? writeBrief(order.brief, order.format)
      : writeReport(order.report, order);
  }
  const made = last.then(() => inOwnThread(order));
  last = made.catch(() => undefined);
  return made;
}

function inOwnThread(order: DocumentOrder): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
      workerData: order,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread ended without a file.')));
  });
}
