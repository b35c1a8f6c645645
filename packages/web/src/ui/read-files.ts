/** A file as the contract wants it: its name, and its bytes in base64. */
export interface FileContent {
  readonly name: string;
  readonly content: string;
}

/**
 * Reads chosen files. A browser hands out only what was chosen: a file that changed, moved or was deleted since then, and
 * a folder, is `lost`.
 */
export async function readFiles(
  files: readonly File[],
): Promise<{ kind: 'read'; contents: FileContent[] } | { kind: 'lost'; name: string }> {
  const contents: FileContent[] = [];
  for (const file of files) {
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return { kind: 'lost', name: file.name };
    contents.push({ name: file.name, content: base64(new Uint8Array(bytes)) });
  }
  return { kind: 'read', contents };
}

/** Three bytes become four letters, so pieces whose length is a multiple of three can be written one after another. */
const PIECE = 3 * 8192;

export function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(start, start + PIECE))));
  }
  return pieces.join('');
}
