import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What an ordinary program (libarchive's bsdtar) takes out of a sealed archive; null when the passphrase does not open it. */
export async function openArchive(
  archive: Uint8Array,
  passphrase: string,
): Promise<{ pdfText: string; json: string; readme: string } | null> {
  const files = await filesInside(archive, passphrase);
  if (!files) return null;
  const told = spawnSync('pdftotext', ['-layout', '-', '-'], {
    input: files['copy.pdf'],
    encoding: 'utf8',
  });
  return {
    pdfText: told.stdout,
    json: String(files['copy.json']),
    readme: String(files['README.txt']),
  };
}

/** The files of a sealed archive by name; null when the passphrase does not open it. */
export async function filesInside(
  archive: Uint8Array,
  passphrase: string,
): Promise<Record<string, Buffer> | null> {
  const folder = await mkdtemp(join(tmpdir(), 'tirek-copy-'));
  try {
    await writeFile(join(folder, 'sealed'), archive);
    const { status } = spawnSync('bsdtar', ['--passphrase', passphrase, '-xf', 'sealed'], {
      cwd: folder,
    });
    if (status !== 0) return null;
    const names = (await readdir(folder)).filter((name) => name !== 'sealed');
    return Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [name, await readFile(join(folder, name))] as const),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
