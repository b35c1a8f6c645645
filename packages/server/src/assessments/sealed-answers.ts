import { SealedAnswers } from '@tirek/domain/assessments';
import * as z from 'zod/mini';
import type { Tx } from '../db/database.ts';
import {
  type KeyFor,
  listDataKeys,
  openUnder,
  sealText,
  unwrapDataKey,
  type WrappedKey,
} from '../people/index.ts';
import type { AssessmentRow } from './queries.ts';

/** What is sealed of one assessment opens in no other. */
const label = (id: string): string => `assessment ${id}`;

export const sealAnswers = (
  sealed: SealedAnswers,
  { id, personId, key }: { id: string; personId: string; key: WrappedKey },
  keyFor: KeyFor,
): Buffer => sealText(JSON.stringify(sealed), { ...key, personId, label: label(id) }, keyFor);

/** The answers of each row, in their order; null where the key of the record is not at hand. */
export async function openAnswers(
  tx: Tx,
  rows: readonly AssessmentRow[],
  keyFor: KeyFor,
): Promise<(SealedAnswers | null)[]> {
  const wrapped = await listDataKeys(tx, [...new Set(rows.map(({ recordId }) => recordId))]);
  const keys = new Map([...wrapped].map(([id, key]) => [id, unwrapDataKey(id, key, keyFor)]));
  return rows.map(({ id, recordId, sealed }) => {
    const key = keys.get(recordId);
    return key ? z.parse(SealedAnswers, JSON.parse(openUnder(key, sealed, label(id)))) : null;
  });
}
