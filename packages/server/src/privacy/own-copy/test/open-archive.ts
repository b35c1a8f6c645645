import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What an ordinary program (libarchive's bsdtar) takes out of a sealed archive; null when the passphrase does not open it. */
export async function openArchive(
  archive: Uint8Array,
  passphrase: string,
): Promise<{ pdfText: string; json: string; readme: string } | null> {
  const folder = await mkdtemp(join(tmpdir(), 'tirek-copy-'));
  try {
    await writeFile(join(folder, 'copy.zip'), archive);
    const { status } = spawnSync('bsdtar', ['--passphrase', passphrase, '-xf', 'copy.zip'], {
      cwd: folder,
    });
    if (status !== 0) return null;
    const told = spawnSync('pdftotext', ['-layout', 'copy.pdf', '-'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return {
      pdfText: told.stdout,
      json: await readFile(join(folder, 'copy.json'), 'utf8'),
      readme: await readFile(join(folder, 'README.txt'), 'utf8'),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
