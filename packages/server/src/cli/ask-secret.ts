import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks at the keyboard without showing what is typed; null where nobody sits at one. */
export async function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  process.stderr.write(question);
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const keyboard = createInterface({ input: process.stdin, output: silence, terminal: true });
  try {
    return await keyboard.question('');
  } finally {
    keyboard.close();
    process.stderr.write('\n');
  }
}
