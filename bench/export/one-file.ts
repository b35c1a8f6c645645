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
import { zip } from '../../packages/server/src/reports/zip.ts';
import { benchForm, someAnswers } from '../submissions/form.ts';

export interface ExportTimes {
  readonly columnSeconds: number;
  readonly fileSeconds: number;
  /** Of both steps, all threads. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  readonly fileMegabytes: number;
}

/** Answers made up at a time. */
const BATCH = 500;

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
let columnSeconds = 0;
let processorSeconds = 0;

/** Runs a step and adds up what it took. */
function measured<Result>(step: () => Result): Result {
  const spentBefore = process.cpuUsage();
  const begun = performance.now();
  const result = step();
  columnSeconds += (performance.now() - begun) / 1000;
  addSpent(spentBefore);
  return result;
}

function addSpent(before: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(before);
  processorSeconds += (user + system) / 1e6;
}

/** As it lies in the database: complete and scored. Making it up is not measured. */
function someResponse(place: number) {
  const answers = opened.complete(someAnswers());
  return {
    id: String(place),
    language: 'kk',
    receivedOn: '2026-11-25',
    answers: { [form.code]: answers },
    scores: scoreForm(form, answers).map((score) => ({ ...score, form: form.code })),
  } as const;
}

for (let place = 0; place < Number(rows); place += BATCH) {
  const batch = Array.from({ length: BATCH }, (_, i) => someResponse(place + i));
  measured(() => {
    for (const response of batch) collector.add(response);
  });
}
const [table] = measured(() => collector.finish((count) => new Uint8Array(randomBytes(count))));

const folder = await mkdtemp(join(tmpdir(), 'tirek-bench-'));
const file = join(folder, `data.${format}`);
const spentBefore = process.cpuUsage();
const writing = performance.now();
await pipeline(Readable.from(WRITERS[format]!(table!)), createWriteStream(file));
const fileSeconds = (performance.now() - writing) / 1000;
addSpent(spentBefore);
const { size } = await stat(file);
await rm(folder, { recursive: true });

const times: ExportTimes = {
  columnSeconds,
  fileSeconds,
  processorSeconds,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  fileMegabytes: size / 1e6,
};
console.log(JSON.stringify(times));
