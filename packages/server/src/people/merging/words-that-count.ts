import { type ConsentEntry, historyAsOne, type RecordHistory } from '@tirek/domain/consents';
import type { Tx } from '../../db/database.ts';
import { listMergedRecords } from './queries.ts';

export interface SaidOfRecord<Entry extends ConsentEntry> extends RecordHistory<Entry> {
  readonly personId: string;
}

type Merged = Awaited<ReturnType<typeof listMergedRecords>>;

/** Sorts what was said about somebody by the record it was said of, and finds the words that count of her as one. */
export async function wordsThatCount<Entry extends ConsentEntry & { readonly personId: string }>(
  tx: Tx,
  { personId, history, today }: { personId: string; history: readonly Entry[]; today: string },
): Promise<{ records: SaidOfRecord<Entry>[]; counting: Entry[] }> {
  return countingWords(await listMergedRecords(tx, [personId]), { personId, history, today });
}

/** The same where all other records of some people are at hand. */
export function countingWords<Entry extends ConsentEntry & { readonly personId: string }>(
  all: Merged,
  { personId, history, today }: { personId: string; history: readonly Entry[]; today: string },
): { records: SaidOfRecord<Entry>[]; counting: Entry[] } {
  const merged = all.filter((each) => each.personId === personId);
  const records = [{ mergedId: personId, mergedAt: null }, ...merged].map((record) => ({
    personId: record.mergedId,
    mergedAt: record.mergedAt,
    entries: history.filter((entry) => entry.personId === record.mergedId),
  }));
  return { records, counting: historyAsOne(records, today) };
}
