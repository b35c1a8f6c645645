import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReportFormat } from '@tirek/domain/reports';
import type { DocumentOrder } from './document-worker.ts';
import { writeBrief } from './write-brief.ts';
import { writeReport } from './write-report.ts';

/** Files made at the same time in this process, the others wait: each takes a whole processor and a few hundred megabytes. */
const AT_ONCE = Math.min(2, availableParallelism());

/** Made in less time than a thread needs to start. */
const QUICK: ReadonlySet<ReportFormat> = new Set(['html', 'json']);

/** A file that somebody waits for. */
type Wish = {
  readonly order: DocumentOrder;
  resolve(file: Uint8Array): void;
  reject(reason: unknown): void;
};

const waiting: Wish[] = [];
let threads = 0;

/**
 * A report, a brief, a genogram or a plan as the bytes of a file; what takes long is made in a thread of its own, which also makes those that wait.
 * @throws Error when the file could not be made
 */
export function makeDocument(order: DocumentOrder): Promise<Uint8Array> {
  if (!('genogram' in order || 'plan' in order) && QUICK.has(order.format)) {
    return 'brief' in order
      ? writeBrief(order.brief, order.format)
      : writeReport(order.report, order);
  }
  return new Promise((resolve, reject) => {
    waiting.push({ order, resolve, reject });
    if (threads < AT_ONCE) startThread();
  });
}

function startThread(): void {
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url));
  let wish: Wish | undefined;
  const goOn = () => {
    wish = waiting.shift();
    worker.postMessage(wish?.order ?? null);
  };
  threads += 1;
  worker.on('message', (file: Uint8Array) => {
    wish?.resolve(file);
    goOn();
  });
  // A file that cannot be made ends its thread; those that wait get another.
  worker.once('error', (reason) => wish?.reject(reason));
  worker.once('exit', () => {
    threads -= 1;
    wish?.reject(new Error('The thread ended without a file.'));
    if (waiting.length > 0) startThread();
  });
  goOn();
}
