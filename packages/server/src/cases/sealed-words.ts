import {
  type CaseEntry,
  CaseEntry as CaseEntrySchema,
  type EntryOf,
  Words,
} from '@tirek/domain/cases';
import * as z from 'zod/mini';
import type { Tx } from '../db/database.ts';
import {
  type KeyFor,
  listDataKeys,
  openText,
  openUnder,
  sealText,
  unwrapDataKey,
  type WrappedKey,
} from '../people/index.ts';
import type { EntryRow } from './queries.ts';

/** Whose entry it is, and the data key of that person. */
interface Place {
  readonly personId: string;
  /** Of the entry: what is sealed opens in no other one. */
  readonly id: string;
  readonly key: WrappedKey;
}

export const sealWords = (words: Words, { personId, id, key }: Place, keyFor: KeyFor): Buffer =>
  sealText(JSON.stringify(words), { ...key, personId, label: label(id) }, keyFor);

export const openWords = (sealed: Buffer, { personId, id, key }: Place, keyFor: KeyFor): Words =>
  z.parse(Words, JSON.parse(openText(sealed, { ...key, personId, label: label(id) }, keyFor)));

const label = (id: string): string => `case entry ${id}`;

/** Rows as entries with their words; null where there are none or where whom they were about was erased. */
export async function openEntries(
  tx: Tx,
  rows: readonly EntryRow[],
  keyFor: KeyFor,
): Promise<CaseEntry[]> {
  const people = [...new Set(rows.flatMap(({ sealedFor }) => sealedFor ?? []))];
  const wrapped = [...(await listDataKeys(tx, people))];
  const keys = new Map(wrapped.map(([id, key]) => [id, unwrapDataKey(id, key, keyFor)]));
  return rows.map((row) => {
    const { sealed, sealedFor, id } = row;
    const key = sealedFor === null ? undefined : keys.get(sealedFor);
    return entryOf(
      row,
      sealed && key ? z.parse(Words, JSON.parse(openUnder(key, sealed, label(id)))) : null,
    );
  });
}

/** Rows as entries without their words: enough for what is due and for what may be written next. */
export const bareEntry = (row: EntryRow): CaseEntry => entryOf(row, null);

function entryOf(row: EntryRow, words: Words | null): CaseEntry {
  const { sealed: _, sealedFor: __, familyId: ___, ...rest } = row;
  return z.parse(CaseEntrySchema, { ...rest, words }) as EntryOf<CaseEntry['kind']>;
}
