/** One file of made-up answers, measured; prints what it took as JSON. */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { scoreForm } from '@tirek/domain/instruments';
import { missingLabels } from '../../packages/domain/src/reports/exports/bundle-head.ts';
import { writeCsv } from '../../packages/domain/src/reports/exports/csv.ts';
import type { DataTable } from '../../packages/domain/src/reports/exports/data-table.ts';
import { writeDta } from '../../packages/domain/src/reports/exports/dta/write-dta.ts';
import { writeSav } from '../../packages/domain/src/reports/exports/sav/write-sav.ts';
import { WaveDataCollector } from '../../packages/domain/src/reports/exports/wave-data.ts';
import { workbookParts } from '../../packages/domain/src/reports/exports/xlsx/workbook-parts.ts';
import { zip } from '../../packages/server/src/reports/exports/zip.ts';
import { benchForm, someAnswers } from '../submissions/form.ts';

export interface ExportTimes {
  readonly columnSeconds: number;
  readonly fileSeconds: number;
  /** Of both steps, all threads. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  readonly fileMegabytes: number;
}

const [format = 'csv', rows = '10000'] = process.argv.slice(2);
const given = { missingLabels: missingLabels('en'), writtenAt: '2026-11-25T00:00:00.000Z' };
const WRITERS: Readonly<
  Record<string, (table: DataTable) => Iterable<Uint8Array> | AsyncIterable<Uint8Array>>
> = {
  csv: writeCsv,
  sav: (table) => writeSav(table, given),
  dta: (table) => writeDta(table, given),
  xlsx: (table) => zip(workbookParts(table, given.missingLabels), given.writtenAt),
};

const form = benchForm();
const opened = form.open(null);
const collector = new WaveDataCollector([form], 'en');
let columnMilliseconds = 0;
let processor = 0;
for (let i = 0; i < Number(rows); i += 1) {
  // As they lie in the database: complete and scored. Making them up is not measured.
  const answers = opened.complete(someAnswers());
  const scores = scoreForm(form, answers).map((score) => ({ ...score, form: form.code }));
  const begun = performance.now();
  collector.add({
    id: String(i),
    language: 'kk',
    receivedOn: '2026-11-25',
    answers: { [form.code]: answers },
    scores,
  });
  columnMilliseconds += performance.now() - begun;
}
const start = performance.now();
const spentBefore = process.cpuUsage();
const [table] = collector.finish((count) => new Uint8Array(randomBytes(count)));
const columnSeconds = (columnMilliseconds + performance.now() - start) / 1000;
processor += columnMilliseconds / 1000;

const folder = await mkdtemp(join(tmpdir(), 'tirek-bench-'));
const file = join(folder, `data.${format}`);
const writing = performance.now();
await pipeline(Readable.from(WRITERS[format]!(table!)), createWriteStream(file));
const fileSeconds = (performance.now() - writing) / 1000;
const spent = process.cpuUsage(spentBefore);
processor += (spent.user + spent.system) / 1e6;
const { size } = await stat(file);
await rm(folder, { recursive: true });

const times: ExportTimes = {
  columnSeconds,
  fileSeconds,
  processorSeconds: processor,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  fileMegabytes: size / 1e6,
};
console.log(JSON.stringify(times));
