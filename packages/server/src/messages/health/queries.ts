import type { ChannelHealth, Failure } from '@tirek/domain/messages';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

export interface ChannelNumbers extends Omit<ChannelHealth, 'isSetUp' | 'failures'> {
  readonly failures: Readonly<Partial<Record<Failure, number>>>;
}

/** Counts of the actor's programme since an instant; none for whom they are not. */
export async function listChannelNumbers(tx: Tx, since: string): Promise<ChannelNumbers[]> {
  const { rows } = await sql<ChannelNumbers>`
    select * from channel_numbers(${since}) order by channel`.execute(tx);
  return rows;
}

export async function countUnreached(tx: Tx, since: string): Promise<number> {
  const { rows } = await sql<{ unreached: number }>`
    select unreached_number(${since}) as unreached`.execute(tx);
  return rows[0]?.unreached ?? 0;
}
