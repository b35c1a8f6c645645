import { availableParallelism } from 'node:os';
import type { ReportFormat } from '@tirek/domain/reports';
import { startApart } from '../../apart/start-apart.ts';
import type { DocumentOrder } from './document-worker.ts';
import { writeBrief } from './write-brief.ts';
import { writeReport } from './write-report.ts';

/** Files made at the same time in this process, the others wait: each takes a whole processor and a few hundred megabytes. */
const AT_ONCE = Math.min(2, availableParallelism());

/** Made in less time than a process needs to start. */
const QUICK: ReadonlySet<ReportFormat> = new Set(['html', 'json']);

/** A file that somebody waits for. */
type Wish = {
  readonly order: DocumentOrder;
  resolve(file: Uint8Array): void;
  reject(reason: unknown): void;
};

const waiting: Wish[] = [];
let processes = 0;

/**
 * A report, a brief or a document of a person or a family as the bytes of a file; what takes long is made in a process of its own,
 * which also makes those that wait.
 * @throws Error when the file could not be made
 */
export function makeDocument(order: DocumentOrder): Promise<Uint8Array> {
  const isReported = 'report' in order || 'brief' in order;
  if (isReported && QUICK.has(order.format)) {
    return 'brief' in order
      ? writeBrief(order.brief, order.format)
      : writeReport(order.report, order);
  }
  return new Promise((resolve, reject) => {
    waiting.push({ order, resolve, reject });
    if (processes < AT_ONCE) startProcess();
  });
}

function startProcess(): void {
  const apart = startApart<Uint8Array>(new URL('./document-worker.ts', import.meta.url));
  let wish: Wish | undefined;
  const goOn = () => {
    wish = waiting.shift();
    apart.order(wish?.order ?? null);
  };
  processes += 1;
  apart.listen(
    (file) => {
      wish?.resolve(file);
      goOn();
    },
    // A file that cannot be made ends its process; those that wait get another.
    (failure) => {
      processes -= 1;
      wish?.reject(failure ?? new Error('The process ended without a file.'));
      if (waiting.length > 0) startProcess();
    },
  );
  goOn();
}
