-- What grew faster than the rows when many are written or looked for at once (docs/decisions/0080-size.md).

-- The records of a person take as long as some two thousand comparisons. Where PostgreSQL supposed a hundred, it asked for them anew
-- for every row of a table that was small when the plan was made: a register of three thousand rows read the members of families
-- five million times. Whoever replaces the function says so again, as with `rows`.
alter function records_of(uuid[]) cost 2000;

-- Families to which any of these people belong.
create function families_of_people(p_people uuid[]) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct member.family_id), '{}')
  from records_of(p_people) as record (id)
  join family_member member on member.person_id = record.id and member.until_on is null
$$;

-- A device is told of a family once for a statement, however many rows it wrote. The argument names the column that says to which
-- family or person a row belongs.
create function tell_families_changed() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
begin
  case tg_argv[0]
    when 'family_id' then touched := array(select distinct changed.family_id from changed);
    when 'person_id' then touched := families_of_people(array(select distinct changed.person_id from changed));
    when 'merged_id' then touched := families_of_people(array(select distinct changed.merged_id from changed));
  end case;
  if cardinality(touched) > 0 then perform mark_families_changed(touched); end if;
  return null;
end $$;
revoke all on function families_of_people(uuid[]), tell_families_changed() from public;

-- Every trigger that told row by row tells by the statement; one that sees the rows of a statement knows one kind of statement only.
do $$
declare
  told record;
begin
  for told in
    select trigger.tgrelid::regclass as relation, trigger.tgname as name, kind.word, kind.seen,
      split_part(encode(trigger.tgargs, 'escape'), '\000', 1) as argument
    from pg_trigger trigger
    join (values (4, 'insert', 'new'), (8, 'delete', 'old'), (16, 'update', 'new')) as kind (bit, word, seen)
      on trigger.tgtype & kind.bit <> 0
    where trigger.tgfoid = 'tell_family_changed()'::regprocedure
    order by 1, 2, 3
  loop
    execute format('drop trigger if exists %I on %s', told.name, told.relation);
    execute format('create trigger %I after %s on %s referencing %s table as changed for each statement execute function tell_families_changed(%L)',
      told.name || '_of_' || told.word, told.word, told.relation, told.seen, told.argument);
  end loop;
end $$;
drop function tell_family_changed();

-- What search_vault does for one, for many rows of a register at once: a token is counted once however many rows have it, the
-- rarest tokens of a row count until six thousand bear them, and the thirty people who share most with a row are handed out.
-- p_rows: [{"place": 1, "tokens": ["…"]}]; p_known: whom this import has been handed already, of whom only the places are told.
-- Each row keeps its best by itself: laying all that any of them shares with anybody side by side took most of the time.
-- To compile so long a query (jit) takes longer than to answer it.
create or replace function search_register(p_import uuid, p_rows jsonb, p_known uuid[])
  returns table (places integer[], person_id uuid, record_id uuid, sex text, key_version integer, wrapped bytea, version integer,
    sealed bytea, is_in_reach boolean, held_in text, region_code text)
  language plpgsql security definer set search_path = public, pg_temp set jit = off as $$
declare
  most_people constant integer := 20000;
  most_tokens constant integer := 16;
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
        limit most_people) as bearer
      ) as people
    from (select distinct wanted.token from wanted) as each
  ),
  rarest as materialized (
    select ranked.place, ranked.token, ln(1 + most_people / ranked.people::float8) as weight
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
      from rarest join name_token held on held.programme_id = actor_programme() and held.token = rarest.token
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
