import { availableParallelism } from 'node:os';
import type { Report, ReportFormat } from '@tirek/domain/reports';
import { poolApart } from '../../apart/pool-apart.ts';
import type { DocumentOrder, SoonOrder } from './document-worker.ts';
import { writeBrief } from './write-brief.ts';
import { writeReport } from './write-report.ts';

/** Files made at the same time in this process, the others wait: each takes a whole processor and a few hundred megabytes. */
const AT_ONCE = Math.min(2, availableParallelism());

/** Made in less time than a process needs to start. */
const QUICK: ReadonlySet<ReportFormat> = new Set(['html', 'json']);

const makeApart = poolApart<DocumentOrder, Uint8Array>(
  new URL('./document-worker.ts', import.meta.url),
  AT_ONCE,
);

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
  return makeApart(order);
}

/**
 * The file of a report that is still being made: its process starts and loads what it will need meanwhile. Of a report that
 * cannot be made there is no file.
 */
export async function makeDocumentOf(
  report: Promise<Report>,
  asked: { readonly format: ReportFormat; readonly version: string },
): Promise<Uint8Array> {
  const { format } = asked;
  if (QUICK.has(format)) return await writeReport(await report, asked);
  const order = report.then((made) => ({ report: made, ...asked }));
  return await makeApart(order, { soon: format } satisfies SoonOrder);
}
