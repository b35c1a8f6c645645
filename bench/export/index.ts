/**
 * How long 10,000 and 100,000 answers to 56 questions take to become CSV, SPSS, Stata and Excel files, each in a process of
 * its own, with as little memory as the program gives it: reading answers one by one into columns, then writing the file to disk;
 * and the most memory the process held, making the answers up included.
 *
 *   node bench/export/index.ts [ROWS ...]
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { MEMORY } from '../../packages/server/src/apart/start-apart.ts';
import type { ExportTimes } from './one-file.ts';

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [10_000, 100_000];

console.log('answers  file    columns s  file s  together s  processor s  peak MB     file MB');
for (const rows of sizes) {
  for (const format of ['csv', 'sav', 'dta', 'xlsx']) {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [...MEMORY.little, join(import.meta.dirname, 'one-file.ts'), format, String(rows)],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    const times = JSON.parse(stdout) as ExportTimes;
    console.log(
      [
        String(rows).padStart(7),
        format.padEnd(6),
        times.columnSeconds.toFixed(2).padStart(9),
        times.fileSeconds.toFixed(2).padStart(6),
        (times.columnSeconds + times.fileSeconds).toFixed(2).padStart(10),
        times.processorSeconds.toFixed(2).padStart(11),
        times.peakMegabytes.toFixed(0).padStart(8),
        times.fileMegabytes.toFixed(1).padStart(10),
      ].join('  '),
    );
  }
}
