import {
  foldSafety,
  type SafetyChain,
  type SafetyClock,
  type SafetyEntry,
  whomToAsk,
} from '@tirek/domain/pathways/safety';
import { idOf } from '../../id-of.ts';
import type { ChainRow, EventRow } from './queries.ts';

const LEVELS = [0, 1, 2, 3, 4];

/** Rows of the chain, from near to far, as the domain reads it. @throws RangeError where nobody keeps the accounts. */
export function chainOf(rows: readonly ChainRow[]): SafetyChain {
  const lastResort = rows.find(({ level }) => level === LEVELS.length)?.accountId;
  if (lastResort === undefined) throw new RangeError('A programme has at least one administrator.');
  return {
    levels: LEVELS.map((level) =>
      rows.filter((row) => row.level === level).map(({ accountId }) => accountId),
    ),
    lastResort,
  };
}

/** Whom to ask about an event now, each with the id that the asking has in every process. */
export function askings(
  event: EventRow,
  {
    entries,
    rows,
    clock,
    now,
  }: {
    readonly entries: readonly SafetyEntry[];
    readonly rows: readonly ChainRow[];
    readonly clock: SafetyClock;
    readonly now: string;
  },
) {
  const standing = foldSafety(event, entries);
  return whomToAsk(event, { standing, chain: chainOf(rows), now, clock }).map(
    ({ accountId, level }) => ({
      ...{ id: idOf(`asked ${event.id} ${accountId}`), eventId: event.id, accountId, level, now },
    }),
  );
}
