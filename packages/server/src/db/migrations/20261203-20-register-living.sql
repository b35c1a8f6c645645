-- What else a register says of people of a running import: how and when they came, where they lived before, their languages, and
-- where somebody's life stands.

-- As before, and where somebody's life stands too.
create or replace function register_kinship(p_import uuid, p_now timestamptz, p_members jsonb, p_facts jsonb) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not register_at_work(p_import, '{running}') then return false; end if;
  if exists (
    select from jsonb_to_recordset(p_members) as member (family_id uuid, person_id uuid)
    where member.family_id <> all (array(select families_in_reach())) or member.person_id <> all (array(select people_in_reach()))
  ) then return false; end if;
  insert into family_member (id, programme_id, family_id, person_id, added_by, added_at)
  select member.id, actor_programme(), member.family_id, member.person_id, actor_id(), p_now
  from jsonb_to_recordset(p_members) as member (id uuid, family_id uuid, person_id uuid);
  if exists (
    select from jsonb_to_recordset(p_facts) as told (family_id uuid, fact text, people uuid[])
    where told.family_id <> all (array(select families_in_reach())) or told.fact not in ('union', 'parentage', 'life')
      or exists (select from unnest(told.people) as who where not exists (
        select from family_member member
        where member.family_id = told.family_id and member.person_id = who and member.until_on is null))
  ) then return false; end if;
  insert into family_fact (id, programme_id, family_id, fact, subject_id, version, people, value, recorded_by, recorded_at)
  select told.id, actor_programme(), told.family_id, told.fact, told.subject_id, 1, told.people, told.value, actor_id(), p_now
  from jsonb_to_recordset(p_facts)
    as told (id uuid, family_id uuid, fact text, subject_id uuid, people uuid[], value jsonb);
  return true;
end $$;

-- Only of people whom this very import has registered. p_told: [{person_id, arrival_id, arrival, arrived_on, languages_id, languages,
-- before_id, before_region, before_until}]; p_on: the day of the programme.
create function register_living(p_import uuid, p_now timestamptz, p_on date, p_told jsonb) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not register_at_work(p_import, '{running}') then return false; end if;
  if exists (
    select from jsonb_to_recordset(p_told) as told (person_id uuid)
    where not exists (
      select from person where person.id = told.person_id and person.programme_id = actor_programme()
        and person.registered_by = actor_id() and person.registered_at = p_now)
  ) then return false; end if;
  insert into circumstance (id, programme_id, person_id, section, version, since_on, value, recorded_by, recorded_at, recorded_on)
  select told.arrival_id, actor_programme(), told.person_id, 'arrival', 1, told.arrived_on, told.arrival, actor_id(), p_now, p_on
  from jsonb_to_recordset(p_told) as told (person_id uuid, arrival_id uuid, arrival jsonb, arrived_on date)
  where told.arrival_id is not null;
  insert into spoken_languages (id, programme_id, person_id, languages, recorded_by, recorded_at)
  select told.languages_id, actor_programme(), told.person_id, told.languages, actor_id(), p_now
  from jsonb_to_recordset(p_told) as told (person_id uuid, languages_id uuid, languages text[])
  where told.languages_id is not null;
  insert into residence (id, programme_id, person_id, region_code, until_on, ended_by, recorded_by, recorded_at)
  select told.before_id, actor_programme(), told.person_id, told.before_region, told.before_until, actor_id(), actor_id(), p_now
  from jsonb_to_recordset(p_told) as told (person_id uuid, before_id uuid, before_region text, before_until date)
  where told.before_id is not null;
  return true;
end $$;
revoke all on function register_living(uuid, timestamptz, date, jsonb) from public;
grant execute on function register_living(uuid, timestamptz, date, jsonb) to tirek_app;
