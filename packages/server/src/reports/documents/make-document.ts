import { Worker } from 'node:worker_threads';
import type { DocumentOrder } from './document-worker.ts';

/** The file that is being made, so that the next waits for it: each takes a whole processor and a few hundred megabytes. */
let last: Promise<unknown> = Promise.resolve();

/**
 * A report as the bytes of a file, made in a thread of its own, one file at a time in this process.
 * @throws Error when the thread could not make it
 */
export function makeDocument(order: DocumentOrder): Promise<Uint8Array> {
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
