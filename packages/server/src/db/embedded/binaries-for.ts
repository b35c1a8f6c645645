import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Account, runAs } from './account.ts';
import { DatabaseRefused } from './database-refused.ts';
import { type Binaries, readBinaries } from './find-binaries.ts';
import { copyBinaries } from './unpack-bundled.ts';

/**
 * Makes sure that the account can run the binaries. Those in a folder that only root may enter, such
 * as a clone in root's home, are copied to a place that the account may read.
 */
export function binariesFor(account: Account, binaries: Binaries, cache?: string): Binaries {
  if (!account.isDropped || canRun(account, binaries)) return binaries;
  requireDroppable(account);
  const copy = readBinaries(join(copyBinaries(binaries.folder, cache), 'bin'));
  if (canRun(account, copy)) return copy;
  throw new DatabaseRefused('database-binaries-unreadable', {
    folder: binaries.folder,
    account: account.name,
  });
}

function canRun(account: Account, { folder, version }: Binaries): boolean {
  const { status, stdout } = spawnSync(join(folder, 'postgres'), ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
    ...runAs(account),
  });
  return status === 0 && stdout.includes(version);
}

/** Root inside a container may lack the right to become anybody else. */
function requireDroppable(account: Account): void {
  const { error } = spawnSync('/bin/sh', ['-c', ':'], { cwd: '/', ...runAs(account) });
  if (error === undefined) return;
  throw new DatabaseRefused('database-root-cannot-drop', {
    account: account.name,
    reason: (error as NodeJS.ErrnoException).code ?? error.message,
  });
}
