import { StepDecision, StepWords } from '@tirek/domain/pathways/proposals';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import {
  type KeyFor,
  listDataKeys,
  openText,
  openUnder,
  sealText,
  unwrapDataKey,
  type WrappedKey,
} from '../../people/index.ts';
import type { DecisionRow } from './queries.ts';

/** What is sealed of one decision opens in no other. */
const label = (id: string): string => `step decision ${id}`;

export const sealStepWords = (
  words: StepWords,
  { id, personId, key }: { id: string; personId: string; key: WrappedKey },
  keyFor: KeyFor,
): Buffer => sealText(JSON.stringify(words), { ...key, personId, label: label(id) }, keyFor);

export const openStepWords = (
  sealed: Buffer,
  { id, personId, key }: { id: string; personId: string; key: WrappedKey },
  keyFor: KeyFor,
): StepWords =>
  z.parse(StepWords, JSON.parse(openText(sealed, { ...key, personId, label: label(id) }, keyFor)));

/** The decisions of these rows, in their order; without words where none were written or the key is not at hand. */
export async function openDecisions(
  tx: Tx,
  rows: readonly DecisionRow[],
  keyFor: KeyFor,
): Promise<StepDecision[]> {
  const sealed = rows.filter((row) => row.sealed !== null);
  const wrapped = await listDataKeys(tx, [...new Set(sealed.map(({ recordId }) => recordId))]);
  const keys = new Map([...wrapped].map(([id, key]) => [id, unwrapDataKey(id, key, keyFor)]));
  return rows.map((row) => {
    const key = row.sealed && keys.get(row.recordId);
    const words =
      key && row.sealed
        ? z.parse(StepWords, JSON.parse(openUnder(key, row.sealed, label(row.id))))
        : null;
    return z.parse(StepDecision, { ...row, words });
  });
}

/** The same without opening a word: enough for what stands and what is due. */
export const bareDecision = ({ sealed: _, ...row }: DecisionRow): StepDecision =>
  z.parse(StepDecision, { ...row, words: null });
