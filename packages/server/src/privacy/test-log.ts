import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import { onServer } from '../test/throw-away-database.ts';
import { sealAudit } from './seal-audit.ts';
import type { AuditVerdict } from './verify-audit.ts';
import { verifyAudit } from './verify-audit.ts';

/** The key of marks in tests. */
export const MARK_KEY = Buffer.alloc(32, 3);

let minute = 0;
const nextMinute = () => new Date(Date.UTC(2026, 10, 22, 10, ++minute)).toISOString();

/** Writes entries as the program does, each in a transaction of its own. */
export async function writeEntries(database: Database, count: number, action = 'readCase') {
  for (let n = 0; n < count; n += 1) {
    await database.jobsPool.query(
      `insert into audit_entry (actor_kind, action, effect, about, facts)
       values ('system', $1, 'read', array[gen_random_uuid()], jsonb_build_object('n', $2::int, 'job', 'test'))`,
      [action, n],
    );
  }
}

/**
 * Seals until nothing is left, all that waits as one link: on a shared server other people's transactions may delay what was
 * just written, so that it is waited for first.
 */
export async function sealAll(database: Database): Promise<void> {
  const until = performance.now() + 20_000;
  for (;;) {
    const { rows: settled } = await database.jobsPool.query(
      `select coalesce(max(transaction) < pg_snapshot_xmin(pg_current_snapshot()), true) as all from audit_entry`,
    );
    if (!settled[0].all && performance.now() < until) {
      await sleep(20);
      continue;
    }
    await sealAudit(database, { markKey: MARK_KEY, now: nextMinute() });
    const { rows } = await database.jobsPool.query(
      `select count(*)::int as entries,
        (select coalesce(max(total_entries), 0)::int from audit_seal) as sealed from audit_entry`,
    );
    if (rows[0].entries === rows[0].sealed) return;
    if (performance.now() > until) throw new Error('entries stay unsealed');
  }
}

export const verify = (
  database: Database,
  known: { sequence: number; hash: string }[] = [],
  markKey: Buffer | null = MARK_KEY,
): Promise<AuditVerdict> => verifyAudit(database, { markKey, known });

/** Changes what may never change, as somebody with all rights on the database could. */
export async function tamper(
  database: Database,
  statements: string,
  parameters: unknown[] = [],
): Promise<void> {
  await onServer(database.owner, async (client) => {
    await client.query(`set session_replication_role = replica`);
    await client.query(statements, parameters);
  });
}
