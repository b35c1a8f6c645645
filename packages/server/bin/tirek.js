#!/usr/bin/env node
// Starts the program under the Node that the project brings along when the machine's own is too old to run TypeScript.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED_MAJOR = 24;
const itself = fileURLToPath(import.meta.url);
const here = dirname(itself);
// What Node made of the sources is kept for the next start and for threads, which then take half the time: beside the packages,
// where only those may write who may change the program. Where nothing may be written, all goes on without.
process.env.NODE_COMPILE_CACHE ??= join(here, '../../../node_modules/.cache/tirek');

if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  const { programFile } = await import('../src/program-file.ts');
  await import(pathToFileURL(programFile()).href);
} else {
  const own = join(here, '../../../node_modules/.bin/node');
  if (existsSync(own)) startUnder(own);
  else {
    console.error(
      `Tirek needs Node ${NEEDED_MAJOR} or newer; this is Node ${process.versions.node}.`,
    );
    process.exitCode = 1;
  }
}

/** Passes signals on and ends with the same status; the open channel tells the program when this process dies. */
function startUnder(node) {
  const child = spawn(node, [itself, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  // npm's shell passes no signal on: when npm is ended, this process is left behind and must notice by itself.
  const parent = process.ppid;
  const isLeftBehind = () => process.env.npm_lifecycle_event && process.ppid !== parent;
  setInterval(() => isLeftBehind() && child.kill('SIGTERM'), 1000).unref();
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
