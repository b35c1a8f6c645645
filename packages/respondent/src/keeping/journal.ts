import type { SealedDraft } from '@tirek/domain/surveys/phone';
import { afterStep, type Draft, draftOf } from '../answering/draft.ts';
import { type Lock, seal } from '../codes/seal.ts';
import { databaseExists, type JournalRow, read, write } from './database.ts';

/** Where the steps of a draft are kept. `append` resolves once they are on the disk and rejects when they are not. */
export interface Journal {
  append(rows: readonly JournalRow[]): Promise<void>;
}

const localName = (slug: string) => `survey:${slug}`;

/** Own phone: each step a row of the database; where that fails, of localStorage. */
export function ownJournal(): Journal {
  return {
    async append(rows) {
      try {
        await write(['journal'], (store) => {
          for (const row of rows) store('journal').add(row);
        });
      } catch {
        const slug = rows[0]?.slug ?? '';
        const kept = localRows(slug);
        localStorage.setItem(localName(slug), JSON.stringify([...kept, ...rows]));
      }
    },
  };
}

/** The unfinished questionnaire that is kept here, and the number for the next step. */
export async function keptDraft(slug: string): Promise<{ draft: Draft | null; next: number }> {
  const rows = (await databaseExists())
    ? await read('journal', { slug }).catch((): JournalRow[] => [])
    : [];
  rows.push(...localRows(slug));
  rows.sort((a, b) => a.n - b.n);
  return {
    draft: draftOf(rows.map(({ step }) => step)),
    next: (rows[rows.length - 1]?.n ?? -1) + 1,
  };
}

/** Shared phone with a code: the whole draft, locked, under a name that only the code gives. */
export function sealedJournal(lock: Lock, start: Draft | null): Journal {
  let draft = start;
  return {
    async append(rows) {
      draft = rows.reduce((before, { step }) => afterStep(before, step), draft);
      const sealed = await seal(lock, draft);
      try {
        await write(['sealed'], (store) => store('sealed').put(sealed));
        dropLocal(localName(lock.key));
      } catch {
        localStorage.setItem(localName(lock.key), sealed.sealed);
      }
    },
  };
}

/** What is locked on this phone under this name. */
export async function sealedHere(key: string): Promise<SealedDraft | null> {
  const local = fromLocal(localName(key));
  if (local) return { key, sealed: local };
  if (!(await databaseExists())) return null;
  const [found] = await read('sealed', { key }).catch((): SealedDraft[] => []);
  return found ?? null;
}

export async function forgetSealed(key: string): Promise<void> {
  dropLocal(localName(key));
  if (await databaseExists()) {
    await write(['sealed'], (store) => store('sealed').delete(key)).catch(() => undefined);
  }
}

export const forgetLocal = (slug: string) => dropLocal(localName(slug));

function localRows(slug: string): JournalRow[] {
  try {
    return JSON.parse(fromLocal(localName(slug)) ?? '[]') as JournalRow[];
  } catch {
    return [];
  }
}

// A browser told to refuse all storage throws at the mere mention of localStorage.
function fromLocal(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function dropLocal(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing can be kept there, so nothing is.
  }
}
