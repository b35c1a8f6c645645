import type { SignedInActor } from '@tirek/domain/access';
import type { PersonView } from '@tirek/domain/privacy/views';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** What the log tells of somebody within reach, newest first; nothing of anybody else. */
export async function listViews(
  tx: Tx,
  { personId, before, limit }: { personId: string; before: number | null; limit: number },
): Promise<PersonView[]> {
  const { rows } = await sql<PersonView>`
    select number, at, display_name as by, action, effect, why
    from views_of_person(${personId}, ${before}, ${limit})`.execute(tx);
  return rows;
}

export interface LookRow {
  readonly accountId: string;
  readonly name: string;
  readonly personId: string;
  readonly at: string;
  readonly isElsewhere: boolean;
}

/** Looks at one person each since an instant, as far as the actor may read the log. */
export async function listLooks(tx: Tx, actor: SignedInActor, since: string): Promise<LookRow[]> {
  const { rows } = await sql<LookRow>`
    select entry.actor_id as account_id, account.display_name as name, entry.about[1] as person_id, entry.at,
      entry.action = 'openPerson' as is_elsewhere
    from audit_entry entry join account on account.id = entry.actor_id
    where entry.programme_id = ${actor.programmeId} and entry.at >= ${since} and entry.effect = 'read'
      and entry.action in ('openPerson', 'getPerson') and entry.about[1] is not null
    order by entry.id`.execute(tx);
  return rows;
}

/** Pairs of account and person with a family name in common. `tokens` are those of the accounts, in their order. */
export async function listNamesakes(
  tx: Tx,
  asked: { accounts: readonly string[]; tokens: readonly string[]; people: readonly string[] },
): Promise<{ accountId: string; personId: string }[]> {
  const { accounts, tokens, people } = asked;
  const { rows } = await sql<{ accountId: string; personId: string }>`
    select account_id, person_id
    from namesakes(${[...accounts]}::uuid[], ${[...tokens]}::bigint[], ${[...people]}::uuid[])`.execute(
    tx,
  );
  return rows;
}
