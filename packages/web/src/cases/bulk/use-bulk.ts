import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useClient } from '../../api/client.ts';
import type { EndpointName } from '../../api.ts';

/** One write of several that are asked for at once. */
export interface BulkRow {
  readonly key: string;
  /** What the outcome calls it. */
  readonly name: string;
}

export interface BulkOutcome<Row> {
  readonly done: number;
  readonly refused: ReadonlyArray<{ readonly row: Row; readonly error: unknown }>;
}

/**
 * Sends several writes, one after the other, each under an id of its own that stays the same until it is done: asking again
 * after a failed network does nothing twice. What is refused is told of each by itself; the others are done all the same.
 */
export function useBulk<Row extends BulkRow>(
  send: (row: Row, id: string) => Promise<unknown>,
  renews: readonly EndpointName[],
) {
  const { api } = useClient();
  const queries = useQueryClient();
  const ids = useRef(new Map<string, string>());
  const [isRunning, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<BulkOutcome<Row> | null>(null);

  async function run(rows: readonly Row[]): Promise<void> {
    setRunning(true);
    const refused: { row: Row; error: unknown }[] = [];
    for (const row of rows) {
      const id = ids.current.get(row.key) ?? api.newId();
      ids.current.set(row.key, id);
      try {
        await send(row, id);
      } catch (error) {
        refused.push({ row, error });
      }
    }
    setOutcome((before) => ({
      done: (before?.done ?? 0) + rows.length - refused.length,
      refused,
    }));
    setRunning(false);
    await queries.invalidateQueries({
      predicate: ({ queryKey }) => (renews as readonly unknown[]).includes(queryKey[0]),
    });
  }

  return { run, isRunning, outcome };
}
