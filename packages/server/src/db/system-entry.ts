import type pg from 'pg';

/** Adds one row to the log for what a command did to the whole database, as the owner, whose connection is not Kysely's. */
export async function insertSystemEntry(
  owner: pg.ClientBase,
  entry: {
    readonly action: string;
    readonly job: string;
    readonly facts: Readonly<Record<string, string | number | boolean>>;
  },
): Promise<void> {
  await owner.query(
    `insert into audit_entry (actor_kind, action, effect, facts) values ('system', $1, 'system', $2)`,
    [entry.action, JSON.stringify({ ...entry.facts, job: entry.job })],
  );
}
