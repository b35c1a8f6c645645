/**
 * What `npm pack` runs in packages/statistics, so that others get JavaScript and type declarations where the
 * workspace has the source itself.
 *
 *   node scripts/pack-statistics.ts build     compile to dist, put the manifest for others in place
 *   node scripts/pack-statistics.ts restore   put the workspace's own manifest back
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PACKAGE = join(ROOT, 'packages/statistics');
const MANIFEST = join(PACKAGE, 'package.json');
/** The workspace's own manifest, while the other one is in its place. */
const KEPT = join(PACKAGE, 'package.json.workspace');
const LICENCE = join(PACKAGE, 'LICENSE');

const [mode] = process.argv.slice(2);
if (mode === 'build') build();
else if (mode === 'restore') restore();
else throw new Error(`"build" or "restore", not "${mode ?? ''}"`);

function build(): void {
  // Left behind when an earlier run was killed.
  restore();
  const output = join(PACKAGE, 'dist');
  rmSync(output, { recursive: true, force: true });
  const options = { cwd: PACKAGE, stdio: 'inherit', shell: true } as const;
  const { status } = spawnSync('tsc -p tsconfig.build.json', options);
  if (status !== 0) throw new Error('the package could not be compiled');
  copyFileSync(join(ROOT, 'LICENSE'), LICENCE);
  const { publishConfig, scripts, ...manifest } = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  renameSync(MANIFEST, KEPT);
  writeFileSync(MANIFEST, `${JSON.stringify({ ...manifest, ...publishConfig }, null, 2)}\n`);
}

function restore(): void {
  rmSync(LICENCE, { force: true });
  if (existsSync(KEPT)) renameSync(KEPT, MANIFEST);
}
