import type { SignedInActor } from '@tirek/domain/access';
import {
  CARE_RULE,
  type CareRule,
  type CareRuleSet,
  MeetingsThatCount,
} from '@tirek/domain/support';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';

/** The rule of a programme that holds now; the program's own where nobody set another. */
export async function findCareRule(tx: Tx, programmeId: string): Promise<CareRule> {
  const row = await tx
    .selectFrom('careRule')
    .select(['version', 'rule'])
    .where('programmeId', '=', programmeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { version: row.version, ...z.parse(MeetingsThatCount, row.rule) } : CARE_RULE;
}

/** Every version that was set, the newest first. */
export async function listCareRules(tx: Tx, actor: SignedInActor): Promise<CareRuleSet[]> {
  const { rows } = await sql<{ version: number; rule: unknown; by: string; at: string }>`
    select known.version, known.rule, coalesce(setter.display_name, '') as by, known.set_at as at
    from care_rule known left join care_rule_setters() setter on setter.account_id = known.set_by
    where known.programme_id = ${actor.programmeId} order by known.version desc`.execute(tx);
  return rows.map(({ version, rule, by, at }) => ({
    ...{ version, ...z.parse(MeetingsThatCount, rule) },
    set: { by, at },
  }));
}

export async function insertCareRule(
  tx: Tx,
  actor: SignedInActor,
  row: {
    readonly id: string;
    readonly version: number;
    readonly rule: MeetingsThatCount;
    readonly now: string;
  },
): Promise<void> {
  const { id, version, rule, now } = row;
  await tx
    .insertInto('careRule')
    .values({
      ...{ id, version, rule: JSON.stringify(rule), programmeId: actor.programmeId },
      ...{ setBy: actor.accountId, setAt: now },
    })
    .execute();
}
