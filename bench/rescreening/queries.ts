import pg from 'pg';
import type { Database } from '../../packages/server/src/db/database.ts';

/** Invented families of five with a plan of whom to ask again, over four regions; nobody's name. Written by the owner. */
export async function fillPlan(
  database: Database,
  {
    programmeId,
    accountId,
    region,
    people,
    today,
  }: { programmeId: string; accountId: string; region: string; people: number; today: string },
): Promise<void> {
  const client = new pg.Client(database.owner);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local session_replication_role = replica`);
    await client.query(
      `create temp table made on commit drop as
       select at, gen_random_uuid() as person, at / 5 as family_at from generate_series(0, $1::integer - 1) as at`,
      [people],
    );
    await client.query(
      `create temp table family_made on commit drop as
       select family_at, gen_random_uuid() as family,
         case family_at % 4 when 0 then $2 else
           (select code from region where programme_id = $1 order by code offset family_at % 4 limit 1) end as region
       from (select distinct family_at from made) as each`,
      [programmeId, region],
    );
    await client.query(
      `insert into family (id, programme_id, made_by, made_at) select family, $1, $2, now() from family_made`,
      [programmeId, accountId],
    );
    await client.query(
      `insert into person (id, programme_id, sex, search_id, registered_by, registered_at)
       select person, $1, 'unknown', person, $2, now() from made`,
      [programmeId, accountId],
    );
    await client.query(
      `insert into caseload (id, programme_id, family_id, account_id, region_code, from_at, assigned_by)
       select gen_random_uuid(), $1, family, $2, region, now(), $2 from family_made`,
      [programmeId, accountId],
    );
    // Sittings over a year around today: some overdue, a third due, most of them later.
    await client.query(
      `insert into rescreen_plan (person_id, programme_id, family_id, due_from, due_by, is_reachable, born_year, planned_on)
       select person, $1, family, $2::date + (at * 7919 % 365) - 120, $2::date + (at * 7919 % 365) - 20, at % 3 = 0, 2008 + at % 18, $2::date
       from made join family_made using (family_at)`,
      [programmeId, today],
    );
    // One in three agreed to being asked and to messages.
    await client.query(
      `insert into consent (id, programme_id, person_id, purpose, party, decision, needs, mode, language, text_version,
         settings_version, given_on, is_witnessed, recorded_by, recorded_at)
       select gen_random_uuid(), $1, person, purpose, 'person', 'given', '{person}', 'written', 'kk', 'made-up', 1, $3::date - 100,
         false, $2, now()
       from made cross join unnest(array['screening', 'contact-messenger']) as purpose where at % 3 = 0`,
      [programmeId, accountId, today],
    );
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
