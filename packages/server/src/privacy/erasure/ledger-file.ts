import { createHmac, timingSafeEqual } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Id, Instant } from '@tirek/domain/contract';
import * as z from 'zod/mini';

/** Somebody who was erased: an id that tells nothing, and when. */
const LedgerLine = z.object({ personId: Id, erasedAt: Instant });
export type LedgerLine = z.infer<typeof LedgerLine>;

/** Lies in the data folder and not in the database: an older backup does not know who was erased after it. */
export const ledgerFile = (folder: string): string => join(folder, 'erasures.jsonl');

/** A ledger that is not this installation's, or was changed. */
export class LedgerUnreadable extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} is no ledger of erasures of this installation.`);
    this.file = file;
  }
}

type KeyFor = (purpose: string) => Buffer;

/** Marked one by one, so that nobody can have people erased by writing their ids into the file. */
function markOf({ personId, erasedAt }: LedgerLine, keyFor: KeyFor): string {
  return createHmac('sha256', keyFor('erasure ledger'))
    .update(`${personId} ${erasedAt}`)
    .digest('hex');
}

/** @returns nothing where there is no file. @throws LedgerUnreadable */
export async function readLedger(file: string, keyFor: KeyFor): Promise<LedgerLine[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new LedgerUnreadable(file);
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineOf(line, file, keyFor));
}

function lineOf(text: string, file: string, keyFor: KeyFor): LedgerLine {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new LedgerUnreadable(file);
  }
  const line = z.safeParse(z.extend(LedgerLine, { mark: z.string() }), given);
  if (!line.success) throw new LedgerUnreadable(file);
  const { mark, ...erased } = line.data;
  const right = Buffer.from(markOf(erased, keyFor));
  if (mark.length !== right.length || !timingSafeEqual(Buffer.from(mark), right))
    throw new LedgerUnreadable(file);
  return erased;
}

/** Adds what is not in the file yet; what is in it stays, also when the database does not know it. */
export async function addToLedger(
  folder: string,
  erased: readonly LedgerLine[],
  keyFor: KeyFor,
): Promise<void> {
  const file = ledgerFile(folder);
  const known = await readLedger(file, keyFor);
  const ids = new Set(known.map(({ personId }) => personId));
  const more = erased.filter(({ personId }) => !ids.has(personId));
  if (more.length === 0) return;
  const lines = [...known, ...more].map((line) =>
    JSON.stringify({ ...line, mark: markOf(line, keyFor) }),
  );
  const draft = `${file}.${process.pid}.new`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(`${lines.join('\n')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
