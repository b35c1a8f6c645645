import type { Actor } from '@tirek/domain/access';
import type { Tx } from './database.ts';

export interface AuditEntry {
  readonly action: string;
  readonly effect: 'read' | 'write' | 'refused' | 'system';
  /** Opaque ids of what was read or written; never a name, an answer or free text. */
  readonly about: readonly string[];
  /** Counts, codes and dates only. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly programmeId?: string;
}

/** Adds one row to the append-only log, in the transaction of the thing it tells. */
export async function insertAuditEntry(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  await insertAuditEntries(tx, actor, [entry]);
}

/** Adds several rows at once, in their order. */
export async function insertAuditEntries(
  tx: Tx,
  actor: Actor,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const account = actor.kind === 'account' ? actor : null;
  await tx
    .insertInto('auditEntry')
    .values(
      entries.map((entry) => ({
        programmeId: entry.programmeId ?? account?.programmeId ?? null,
        actorKind: actor.kind,
        actorId: account?.accountId ?? null,
        action: entry.action,
        effect: entry.effect,
        about: [...entry.about],
        facts: JSON.stringify({
          ...entry.facts,
          ...(actor.kind === 'system' ? { job: actor.job } : {}),
        }),
      })),
    )
    .execute();
}
