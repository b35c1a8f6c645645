import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';

/** Whether this account may mount a disk of its own. */
export const canMountDisks = (() => {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Mounts a disk of so many megabytes at a folder that is made for it; the answer takes it away again. */
export function mountSmallDisk(folder: string, megabytes: number): () => void {
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  return () => {
    execFileSync('umount', ['-l', folder]);
  };
}

/** Writes a file until not one more block fits on its disk. */
export function fillDisk(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let size = 1_048_576; size >= 512; size /= 2) {
      try {
        for (;;) writeSync(descriptor, Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(descriptor);
  }
}
