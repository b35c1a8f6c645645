/** A chosen file as the contract wants it: its name, and its bytes in base64. */
export async function readFile(file: File): Promise<{ name: string; content: string }> {
  return { name: file.name, content: base64(new Uint8Array(await file.arrayBuffer())) };
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
