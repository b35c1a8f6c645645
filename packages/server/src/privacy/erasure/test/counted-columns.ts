import { PERSON_RECORDS, type PersonRecord } from '@tirek/domain/people/merging';
import type { Database } from '../../../db/database.ts';
import { rowsAsOwner } from '../../../test/queries.ts';

/**
 * Lays one row more into a table that names a person in a column, whatever else such a row must have, asks for the preview before
 * and after, and takes everything back. @returns whether some number grew.
 */
const LAY_ONE_ROW = `
create function counts_one_more(p_actor uuid, p_programme uuid, p_person uuid, p_table regclass, p_column text) returns boolean
  language plpgsql as $$
declare
  part record;
  names text[] := array[p_column];
  given text[] := '{}';
  before jsonb;
  after jsonb;
begin
  perform set_config('tirek.actor_kind', 'account', true), set_config('tirek.actor_id', p_actor::text, true),
    set_config('tirek.programme_id', p_programme::text, true), set_config('tirek.fully_signed_in', 'yes', true);
  select to_jsonb(seen) into strict before from erasure_preview(p_person) seen;
  begin
    set local session_replication_role = replica;
    for part in select conname from pg_constraint where conrelid = p_table and contype in ('c', 'f') loop
      execute format('alter table %s drop constraint %I', p_table, part.conname);
    end loop;
    for part in
      select attname, format_type(atttypid, null) as type, attnotnull,
        attnum = any (coalesce((select conkey from pg_constraint where conrelid = p_table and contype = 'p'), '{}')) as is_key
      from pg_attribute where attrelid = p_table and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
    loop
      if part.attnotnull and not part.is_key then
        execute format('alter table %s alter column %I drop not null', p_table, part.attname);
      end if;
      if part.attname = p_column then
        given := array[case when part.type = 'uuid[]' then format('array[%L::uuid]', p_person) else format('%L::uuid', p_person) end]
          || given;
      elsif part.type in ('uuid', 'text') then
        names := names || part.attname::text;
        given := given || case part.type when 'uuid' then 'gen_random_uuid()' else '''''' end;
      end if;
    end loop;
    execute format('insert into %s (%s) values (%s)', p_table,
      (select string_agg(quote_ident(name), ', ') from unnest(names) as name), array_to_string(given, ', '));
    select to_jsonb(seen) into strict after from erasure_preview(p_person) seen;
    raise exception using errcode = 'ZZ001', message = after::text;
  exception when sqlstate 'ZZ001' then after := sqlerrm::jsonb;
  end;
  return exists (
    select from jsonb_each(before) had join jsonb_each(after) has on has.key = had.key
    where jsonb_typeof(had.value) = 'number' and has.value::text::integer > had.value::text::integer);
end $$`;

/** The columns that name a person and of which the preview of an erasure tells nothing. */
export async function columnsNotCounted(
  database: Database,
  asker: { readonly accountId: string; readonly programmeId: string; readonly personId: string },
): Promise<PersonRecord[]> {
  const { accountId, programmeId, personId } = asker;
  await rowsAsOwner(database, LAY_ONE_ROW);
  const missed: PersonRecord[] = [];
  for (const column of PERSON_RECORDS) {
    const [table, name] = column.split('.');
    const [row] = await rowsAsOwner<{ is: boolean }>(
      database,
      'select counts_one_more($1, $2, $3, $4::text::regclass, $5) as is',
      [accountId, programmeId, personId, table, name],
    );
    if (!row?.is) missed.push(column);
  }
  await rowsAsOwner(database, 'drop function counts_one_more(uuid, uuid, uuid, regclass, text)');
  return missed;
}
