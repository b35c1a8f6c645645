import type { SignedInActor } from '@tirek/domain/access';
import type { Duty } from '@tirek/domain/privacy/duties';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/**
 * What waits for a word of the actor: each kind for who may give that word, and never what she asked for herself. Row policies
 * bound what is counted.
 */
export async function listDuties(
  tx: Tx,
  { accountId, programmeId }: SignedInActor,
  { now, today }: { now: string; today: string },
): Promise<Duty[]> {
  const { rows } = await sql<Duty>`
    select 'emergency' as kind, count(*)::integer as waiting, 0 as overdue, null::date as nearest
    from emergency_opening opening
    where (select may('emergency.review')) and opening.programme_id = ${programmeId} and opening.account_id <> ${accountId}
      and not exists (select from emergency_review where opening_id = opening.id)
    union all
    select 'breach', count(*)::integer, (count(*) filter (where breach.due_on < ${today}))::integer, min(breach.due_on)
    from breach
    where (select may('breach.manage')) and breach.programme_id = ${programmeId}
      and not exists (select from breach_notice where breach_id = breach.id)
    union all
    select 'copy', count(*)::integer, (count(*) filter (where copy.due_on < ${today}))::integer, min(copy.due_on)
    from own_copy copy
    where (select may('copy.release')) and copy.programme_id = ${programmeId} and copy.made_by <> ${accountId}
      and copy.expires_at > ${now} and not exists (select from own_copy_decision where copy_id = copy.id)
    union all
    select 'demand', count(*)::integer, (count(*) filter (where demand.due_on < ${today}))::integer, min(demand.due_on)
    from legal_demand demand
    join lateral (select answer.id, answer.proposed_by from legal_demand_answer answer
      where answer.demand_id = demand.id order by answer.version desc limit 1) newest on true
    left join legal_demand_decision decision on decision.answer_id = newest.id
    where demand.programme_id = ${programmeId} and not exists (select from legal_demand_closing where demand_id = demand.id)
      and (((select may('demand.decide')) and decision.is_agreed is null and newest.proposed_by <> ${accountId})
        or ((select may('demand.manage')) and decision.is_agreed is not null))
    union all
    select 'extract', count(*)::integer, 0, null
    from extract made
    where made.programme_id = ${programmeId} and may_release_extract(made.made_by) and made.needs_second
      and made.expires_at > ${now} and not exists (select from extract_decision where extract_id = made.id)
    union all
    select 'erasure', count(*)::integer, 0, null
    from erasure_request asked
    where (select may('erasure.decide')) and asked.programme_id = ${programmeId} and asked.asked_by <> ${accountId}
      and not exists (select from erasure_decision where request_id = asked.id)
    union all
    select 'export', count(*)::integer, 0, null
    from wave_export asked
    where (select may('export.approve')) and asked.programme_id = ${programmeId} and asked.requested_by <> ${accountId}
      and not exists (select from wave_export_decision where export_id = asked.id)
    union all
    select 'release', count(*)::integer, 0, null
    from report_release prepared
    where (select may('release.approve')) and prepared.programme_id = ${programmeId} and prepared.prepared_by <> ${accountId}
      and not exists (select from report_release_decision where release_id = prepared.id)`.execute(
    tx,
  );
  return rows.filter(({ waiting }) => waiting > 0);
}
