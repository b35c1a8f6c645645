import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Method, TrialOptions, TrialResult } from './trial.ts';

const trial = fileURLToPath(new URL('./trial.ts', import.meta.url));
const disk = fileURLToPath(new URL('./shut-down-disk.ts', import.meta.url));

/** Why a way of cutting the power cannot be used here; null when it can. */
function whyNot(attempt: () => void): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    const { message, stderr } = error as Error & { stderr?: Buffer };
    const said = stderr?.toString().trim().split('\n').at(-1) || message.split('\n')[0];
    return String(said).slice(0, 100);
  }
}

const noDisk = whyNot(() => {
  const place = mkdtempSync(join(tmpdir(), 'tirek-power-'));
  try {
    const probe = `const { plugInDisk } = await import(${JSON.stringify(disk)});
      const disk = plugInDisk(${JSON.stringify(place)}); disk.cut(); await disk.remove();`;
    const node = [process.execPath, '--input-type=module', '-e', probe];
    execFileSync('unshare', ['-m', ...node], { stdio: 'pipe' });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
const noCompiler = whyNot(() => {
  if (process.platform !== 'linux') throw new Error(`not on ${process.platform}`);
  execFileSync('cc', ['--version'], { stdio: 'pipe' });
});

function run(options: Omit<TrialOptions, 'place'>): TrialResult {
  const place = mkdtempSync(join(tmpdir(), 'tirek-power-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const command = [
    ...(options.method === 'disk' ? ['unshare', '-m'] : []),
    ...[process.execPath, trial, JSON.stringify({ ...options, place })],
  ];
  const { stdout, stderr } = spawnSync(command[0] as string, command.slice(1), {
    encoding: 'utf8',
    timeout: 180_000,
  });
  if (stdout === '') throw new Error(stderr);
  const result = JSON.parse(stdout) as TrialResult;
  console.log(`${options.method}, durability ${options.durability}: ${JSON.stringify(result)}`);
  return result;
}

const WAYS: { method: Method; name: string; not: string | null }[] = [
  { method: 'disk', name: 'the file system is shut down under the database', not: noDisk },
  { method: 'undo', name: 'every write that no fsync followed is taken back', not: noCompiler },
];

for (const { method, name } of WAYS.filter((way) => way.not === null)) {
  describe(`power cut: ${name}`, () => {
    test('no acknowledged answer is lost', { timeout: 180_000 }, () => {
      const { acknowledged, lost, reason } = run({ method, durability: 'full', seconds: 2 });
      expect(reason).toBeNull();
      expect(acknowledged).toBeGreaterThan(50);
      expect(lost).toBe(0);
    });

    test('and the same cut does lose answers when fsync is off', { timeout: 180_000 }, () => {
      const { acknowledged, lost } = run({ method, durability: 'none', seconds: 1.5 });
      expect(acknowledged).toBeGreaterThan(50);
      expect(lost).toBeGreaterThan(0);
    });
  });
}

if (WAYS.every((way) => way.not !== null)) {
  const why = WAYS.map(({ method, not }) => `${method}: ${not}`).join('; ');
  describe(`NO POWER CUT IS POSSIBLE HERE (${why}): kill -9 only, which proves less`, () => {
    test('no acknowledged answer is lost', { timeout: 180_000 }, () => {
      console.warn(`The power cut was replaced by kill -9 on this machine: ${why}`);
      const { acknowledged, lost } = run({ method: 'kill', durability: 'full', seconds: 2 });
      expect(acknowledged).toBeGreaterThan(50);
      expect(lost).toBe(0);
    });
  });
} else if (noDisk !== null) {
  test(`the stronger power cut, a file system shut down, is not possible here: ${noDisk}`, () => {
    console.warn(`No file system can be shut down here (${noDisk}); unsynced writes are undone.`);
    expect(noCompiler).toBeNull();
  });
}
