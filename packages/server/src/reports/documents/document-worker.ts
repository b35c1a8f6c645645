import { parentPort, workerData } from 'node:worker_threads';
import type { Report, ReportFormat } from '@tirek/domain/reports';
import type { Brief, BriefFormat } from '@tirek/domain/reports/brief';
import { writeBrief } from './write-brief.ts';
import { writeReport } from './write-report.ts';

/** What the thread is started with: a report or a brief, and the kind of file. */
export type DocumentOrder =
  | { readonly report: Report; readonly format: ReportFormat; readonly version: string }
  | { readonly brief: Brief; readonly format: BriefFormat };

/** Makes one file apart from the thread that answers people, hands it over and ends, and its memory with it. */
const order = workerData as DocumentOrder;
// A copy of its own length: what a library hands out may lie in a larger piece of memory that cannot be handed over.
const file = new Uint8Array(
  'brief' in order
    ? await writeBrief(order.brief, order.format)
    : await writeReport(order.report, order),
);
parentPort?.postMessage(file, [file.buffer]);
