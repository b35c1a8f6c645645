-- A list of families is looked for among a million people by the same tokens as a search (20261203-10-search-in-a-million.sql): what
-- one row reads has an end, however many bear the pieces of its names.
create or replace function search_register(p_import uuid, p_rows jsonb, p_known uuid[])
  returns table (places integer[], person_id uuid, record_id uuid, sex text, key_version integer, wrapped bytea, version integer,
    sealed bytea, is_in_reach boolean, held_in text, region_code text)
  language plpgsql security definer set search_path = public, pg_temp set jit = off as $$
declare
  common constant integer := 2000;
  weighed_against constant float8 := 20000;
  most_tokens constant integer := 40;
  least_tokens constant integer := 4;
  most_bearers constant integer := 6000;
  most_candidates constant integer := 30;
begin
  if not (may('identity.search') and register_at_work(p_import, '{checking,running}')) then return; end if;
  return query
  with wanted as materialized (
    select distinct (row_of.value ->> 'place')::integer as place, token.value::bigint as token
    from jsonb_array_elements(p_rows) as row_of, jsonb_array_elements_text(row_of.value -> 'tokens') as token
  ),
  counted as materialized (
    select each.token, (
      select count(*) from (
        select from name_token held where held.programme_id = actor_programme() and held.token = each.token
        limit common) as bearer
      ) as people
    from (select distinct wanted.token from wanted) as each
  ),
  rarest as materialized (
    select ranked.place, ranked.token, ln(1 + weighed_against / ranked.people) as weight
    from (
      select wanted.place, wanted.token, counted.people,
        row_number() over rarity as rank, sum(counted.people) over rarity as bearers
      from wanted join counted on counted.token = wanted.token and counted.people > 0
      window rarity as (partition by wanted.place order by counted.people, wanted.token rows unbounded preceding)
    ) as ranked
    where ranked.rank <= most_tokens and (ranked.rank <= least_tokens or ranked.bearers <= most_bearers)
  ),
  best as materialized (
    select searched.place, sharing.id
    from (select distinct rarest.place from rarest) as searched
    cross join lateral (
      select held.person_id as id
      from rarest cross join lateral (
        select bearer.person_id from name_token bearer
        where bearer.programme_id = actor_programme() and bearer.token = rarest.token limit common
      ) as held
      where rarest.place = searched.place
      group by held.person_id
      order by sum(rarest.weight) desc, held.person_id
      limit most_candidates
    ) as sharing
  ),
  candidate as materialized (
    select coalesce(merge.person_id, best.id) as id, array_agg(distinct best.place) as places
    from best left join standing_merge merge on merge.merged_id = best.id
    group by coalesce(merge.person_id, best.id)
  ),
  fresh as materialized (
    select candidate.id, candidate.places from candidate
    where not exists (select from unnest(p_known) as had (id) where had.id = candidate.id)
  ),
  record as materialized (
    select fresh.id as person, fresh.id from fresh
    union all
    select fresh.id, merge.merged_id from fresh join standing_merge merge on merge.person_id = fresh.id
  )
  select candidate.places, candidate.id, candidate.id, null::text, null::integer, null::bytea, null::integer, null::bytea,
    null::boolean, null::text, null::text
  from candidate where not exists (select from fresh where fresh.id = candidate.id)
  union all (
    select fresh.places, fresh.id, person.id, person.sex, data_key.key_version, data_key.wrapped, newest.version, newest.sealed,
      fresh.id = any (array(select people_in_reach())), place.held_in, place.lives_in
    from fresh
    join record on record.person = fresh.id
    join person on person.id = record.id
    join person_data_key data_key on data_key.person_id = person.id and data_key.wrapped is not null
    join lateral (
      select identity.version, identity.sealed from identity
      where identity.person_id = person.id order by identity.version desc limit 1
    ) as newest on true
    cross join lateral place_of(fresh.id) as place
    order by fresh.id, person.id <> fresh.id, person.id
  );
end $$;
