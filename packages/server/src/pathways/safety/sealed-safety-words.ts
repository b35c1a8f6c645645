import { SafetyEntry, SafetyPlan, SafetyWords } from '@tirek/domain/pathways/safety';
import * as z from 'zod/mini';
import { type KeyFor, openText, sealText, type WrappedKey } from '../../people/index.ts';
import type { EntryRow } from './queries.ts';

interface Place {
  /** The record under whose key the words lie. */
  readonly personId: string;
  /** Of the entry: what is sealed opens in no other one. */
  readonly id: string;
  readonly key: WrappedKey;
}
type Words = SafetyWords | SafetyPlan;

const label = (id: string): string => `safety entry ${id}`;
const AnyWords = z.union([SafetyPlan, SafetyWords]);

export const sealSafetyWords = (
  words: Words,
  { personId, id, key }: Place,
  keyFor: KeyFor,
): Buffer => sealText(JSON.stringify(words), { ...key, personId, label: label(id) }, keyFor);

export const openSafetyWords = (
  sealed: Buffer,
  { personId, id, key }: Place,
  keyFor: KeyFor,
): Words =>
  z.parse(AnyWords, JSON.parse(openText(sealed, { ...key, personId, label: label(id) }, keyFor)));

/** A row as an entry with its words; null where there are none or where whom they were about was erased. */
export function openEntry(
  row: EntryRow,
  of: { readonly personId: string; readonly key: WrappedKey | undefined },
  keyFor: KeyFor,
): SafetyEntry {
  const { sealed, id } = row;
  const { personId, key } = of;
  return entryOf(
    row,
    sealed && key ? openSafetyWords(sealed, { personId, id, key }, keyFor) : null,
  );
}

/** A row as an entry without its words. */
export const bareEntry = (row: EntryRow): SafetyEntry => entryOf(row, null);

function entryOf({ sealed: _, eventId: __, ...row }: EntryRow, words: Words | null): SafetyEntry {
  return z.parse(SafetyEntry, { ...row, words });
}
