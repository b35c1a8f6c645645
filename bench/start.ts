/**
 * Starting the program: `node bench/start.ts --runs 5`, from the sources and from what `npm run build` made of them, with what
 * Node has compiled kept from the start before: a command that ends at once, and `serve` until it answers. The processor's time
 * is read where Linux tells it, and is the program's own, without its database's.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../packages/server/src/free-port.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const RUNS = Number(values.runs);
const SERVER = join(import.meta.dirname, '../packages/server');
const PROGRAMS = { sources: join(SERVER, 'src/main.ts'), build: join(SERVER, 'dist/tirek.js') };

const folder = mkdtempSync(join(tmpdir(), 'tirek-bench-start-'));
const environment = {
  PATH: process.env.PATH,
  TIREK_DATA: join(folder, 'data'),
  TIREK_LANGUAGE: 'en',
  TIREK_LOG: 'error',
  NODE_COMPILE_CACHE: join(folder, 'compiled'),
};

for (const [name, file] of Object.entries(PROGRAMS)) {
  if (!existsSync(file)) throw new Error(`npm run build comes first: no ${file}`);
  // Makes the data, and what Node keeps.
  await serve(file);
  const commands = Array.from({ length: RUNS }, () => secondsOf(file));
  const serves: Array<{ seconds: number; processor: number }> = [];
  while (serves.length < RUNS) serves.push(await serve(file));
  console.log(
    `${name.padEnd(8)} --version ${median(commands)} s; serve until ready ` +
      `${median(serves.map(({ seconds }) => seconds))} s, ` +
      `${median(serves.map(({ processor }) => processor))} s of the processor`,
  );
}
rmSync(folder, { recursive: true });

function secondsOf(file: string): number {
  const begun = performance.now();
  spawnSync(process.execPath, [file, '--version'], { env: environment });
  return (performance.now() - begun) / 1000;
}

async function serve(file: string): Promise<{ seconds: number; processor: number }> {
  const port = String(await freePort('127.0.0.1'));
  const begun = performance.now();
  const child = spawn(process.execPath, [file, 'serve'], {
    env: { ...environment, TIREK_PORT: port },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    said += text;
    if (said.includes('Ready: http')) break;
  }
  const start = {
    seconds: (performance.now() - begun) / 1000,
    processor: processorSeconds(child.pid ?? 0),
  };
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  return start;
}

/** User and system time so far; NaN where the system does not tell. */
function processorSeconds(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const stat = readFileSync(file, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function median(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(2);
}
