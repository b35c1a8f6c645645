#!/usr/bin/env node
// Starts the program under the Node that the project brings along when the machine's own is too old to run TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '../src/main.ts');

if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  await import(main);
} else {
  const own = join(here, '../../../node_modules/.bin/node');
  if (!existsSync(own)) {
    console.error(`Tirek needs Node ${NEEDED_MAJOR} or newer; this is Node ${process.versions.node}.`);
    process.exit(1);
  }
  const run = spawnSync(own, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(run.status ?? 1);
}
