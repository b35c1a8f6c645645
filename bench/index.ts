/**
 * `npm run bench` tells what can be measured here, `npm run bench -- NAME …` measures it; what stands behind the name is
 * handed on. Numbers are worth what the machine is quiet.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const BENCHES: Readonly<Record<string, { readonly file: string; readonly what: string }>> = {
  submissions: {
    file: 'submissions/index.ts',
    what: 'answers a second over HTTP, each on the disk (--stored 1000000 --seconds 10 --connections 1,8,32 --mode open)',
  },
  respondent: {
    file: 'respondent/index.ts',
    what: 'size and speed of the survey page on a slowed-down phone (after npm run build)',
  },
  statistics: {
    file: 'statistics/index.ts',
    what: 'frequencies, scales and models of a file, beside R where it is there (--rows 104,10000,1000000 --runs 3)',
  },
  disclosure: {
    file: 'disclosure.ts',
    what: 'protecting tables of several sizes, and the share of cells that is kept',
  },
  export: {
    file: 'export/index.ts',
    what: 'answers to CSV, SPSS, Stata and Excel files',
  },
  care: {
    file: 'care.ts',
    what: 'questionnaires scored and stepped a minute on one core',
  },
  rescreening: {
    file: 'rescreening/index.ts',
    what: 'whom to ask again: sittings worked out a second, the due list of a programme (--people 100000)',
  },
  genogram: {
    file: 'genogram.ts',
    what: 'drawing families of 12, 40 and 120 people',
  },
  report: {
    file: 'report.ts',
    what: 'facts of 104 and of 10,000 people to PDF, Word and Excel',
  },
  people: {
    file: 'people/index.ts',
    what: 'finding people again under other spellings (--people 10000 --searches 200)',
  },
  caseload: {
    file: 'caseload/index.ts',
    what: 'sixty practitioners at work at once (--people 10000 --seconds 600 --at-once 60 --workers 200 --pause 3000)',
  },
  register: {
    file: 'people/register.ts',
    what: 'a list of families read, everybody looked for, all registered (--rows 749,10000 --registered 10000)',
  },
  offline: {
    file: 'offline.ts',
    what: 'taking families along over a slow line, first and later (--families 60 --kilobits 1000)',
  },
  start: {
    file: 'start.ts',
    what: 'starting the program, from its sources and from the build (after npm run build; --runs 5)',
  },
  'web-size': {
    file: 'web-size.ts',
    what: "what the practitioners' app makes a browser fetch (after npm run build)",
  },
};

const [name, ...rest] = process.argv.slice(2);
const bench = name === undefined ? undefined : BENCHES[name];
if (bench) {
  const file = join(import.meta.dirname, bench.file);
  const { status } = spawnSync(process.execPath, [file, ...rest], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  if (name !== undefined) console.error(`There is nothing to measure by the name "${name}".`);
  for (const [known, { what }] of Object.entries(BENCHES)) {
    console.log(`npm run bench -- ${known.padEnd(12)} ${what}`);
  }
  if (name !== undefined) process.exitCode = 2;
}
