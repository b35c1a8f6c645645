-- A search counted the bearers of every piece of a name three times over, to leave out, to order and to weigh, and asked for the records
-- and the place of each of two hundred candidates by themselves (docs/decisions/0080-size.md). The same people are found.
create or replace function search_vault(p_search uuid, p_tokens bigint[])
  returns table (person_id uuid, record_id uuid, sex text, key_version integer, wrapped bytea, version integer, sealed bytea,
    is_in_reach boolean, held_in text, region_code text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  most_people constant integer := 20000;
  most_tokens constant integer := 16;
  best uuid[];
begin
  if not may('identity.search') then return; end if;
  with counted as materialized (
    select wanted.token, (
      select count(*) from (
        select from name_token held where held.programme_id = actor_programme() and held.token = wanted.token
        limit most_people) as bearer
      ) as people
    from (select distinct token from unnest(p_tokens) as token limit 200) as wanted
  ),
  rarest as materialized (
    select counted.token, ln(1 + most_people / counted.people::float8) as weight
    from counted where counted.people > 0
    order by counted.people, counted.token limit most_tokens
  )
  select coalesce(array_agg(distinct standing_of(id)), '{}') into best from (
    select held.person_id as id, sum(rarest.weight) as score
    from rarest join name_token held on held.programme_id = actor_programme() and held.token = rarest.token
    group by held.person_id
    order by score desc, held.person_id
    limit 200
  ) as candidate;
  update identity_search search set candidates = best
  where search.id = p_search and search.account_id = actor_id() and search.candidates is null;
  if not found then return; end if;
  return query
  with record as materialized (
    select who.id as person, who.id from unnest(best) as who (id)
    union all
    select merge.person_id, merge.merged_id from standing_merge merge where merge.person_id = any (best)
  ),
  -- As `place_of` tells of one.
  holding as materialized (
    select distinct on (record.person) record.person, caseload.region_code as held_in
    from record
    join family_member member on member.person_id = record.id and member.until_on is null
    join caseload on caseload.family_id = member.family_id and caseload.until_at is null
    order by record.person, caseload.from_at
  ),
  living as materialized (
    select distinct on (record.person) record.person, residence.region_code as lives_in
    from record join residence on residence.person_id = record.id and residence.until_on is null
    order by record.person, residence.recorded_at desc
  )
  select record.person, person.id, person.sex, data_key.key_version, data_key.wrapped, newest.version, newest.sealed,
    record.person = any (array(select people_in_reach())), holding.held_in, living.lives_in
  from record
  join person on person.id = record.id
  join person_data_key data_key on data_key.person_id = person.id and data_key.wrapped is not null
  join lateral (
    select identity.version, identity.sealed from identity
    where identity.person_id = person.id order by identity.version desc limit 1
  ) as newest on true
  left join holding on holding.person = record.person
  left join living on living.person = record.person
  order by record.person, person.id <> record.person, person.id;
end $$;
