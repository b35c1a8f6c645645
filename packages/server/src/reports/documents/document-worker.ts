import { parentPort, workerData } from 'node:worker_threads';
import type { Report, ReportFormat } from '@tirek/domain/reports';
import { writeReport } from './write-report.ts';

/** What the thread is started with. */
export interface DocumentOrder {
  readonly report: Report;
  readonly format: ReportFormat;
  readonly version: string;
}

/** Makes one file apart from the thread that answers people, hands it over and ends, and its memory with it. */
const { report, ...wanted } = workerData as DocumentOrder;
// A copy of its own length: what a library hands out may lie in a larger piece of memory that cannot be handed over.
const file = new Uint8Array(await writeReport(report, wanted));
parentPort?.postMessage(file, [file.buffer]);
