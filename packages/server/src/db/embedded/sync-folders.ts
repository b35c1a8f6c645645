import { closeSync, fsyncSync, openSync } from 'node:fs';

/**
 * Puts the names in these folders on disk: a file that was made or renamed is there after a power cut
 * only then. A folder that may not be opened is somebody else's care.
 */
export function syncFolders(...folders: string[]): void {
  for (const folder of folders) {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(folder, 'r');
      fsyncSync(descriptor);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EINVAL') throw error;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }
}
