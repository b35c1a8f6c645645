-- Among a million people every piece of a common name is borne by tens of thousands, and a search read them all
-- (docs/decisions/0080-size.md). Names are also found by a piece together with the year of birth, and by the consonants of both names
-- together: hashes like the others, which some hundreds bear. There are three ways to be found now; each hands on its best, so that
-- none crowds out another, and whoever is handed on is weighed by all the pieces she shares. What one search reads has an end that
-- does not hang on the size of the register:
--   1 a number or a piece of a name   2 both names together   3 a piece with a year of birth
drop function search_vault(uuid, bigint[]);
create function search_vault(p_search uuid, p_tokens bigint[], p_ways integer[])
  returns table (person_id uuid, record_id uuid, sex text, key_version integer, wrapped bytea, version integer, sealed bytea,
    is_in_reach boolean, held_in text, region_code text)
  language plpgsql security definer set search_path = public, pg_temp set jit = off as $$
declare
  -- So many bearers are counted; a token that has them is a common one.
  common constant integer := 1000;
  -- Of each way, so many bearers are read, the rarest token first.
  most_bearers constant integer := 8000;
  -- Of the common ones the first so many as they were handed in, and so many bearers of each.
  most_common constant integer := 2;
  most_of_common constant integer := 2000;
  weighed_against constant float8 := 20000;
  -- What a year of birth is worth beside the pieces of the names.
  of_a_year constant float8 := 6;
  best uuid[];
begin
  if not may('identity.search') then return; end if;
  with wanted as materialized (
    select asked.token, min(asked.way) as way, min(asked.place) as place
    from unnest(p_tokens[:200], p_ways[:200]) with ordinality as asked (token, way, place)
    group by asked.token
  ),
  counted as materialized (
    select wanted.token, wanted.way, wanted.place, bearing.people
    from wanted cross join lateral (
      select count(*) as people from (
        select from name_token held where held.programme_id = actor_programme() and held.token = wanted.token limit common
      ) as bearer
    ) as bearing
    where bearing.people > 0
  ),
  weighed as materialized (
    select counted.token, counted.way, ln(1 + weighed_against / counted.people) as weight, counted.people = common as is_common,
      sum(counted.people) over (partition by counted.way order by counted.people, counted.place rows unbounded preceding) as bearers,
      count(*) filter (where counted.people = common) over (partition by counted.way order by counted.place) as nth_common
    from counted
  ),
  found as materialized (
    select weighed.way, held.person_id, row_number() over (partition by weighed.way order by sum(weighed.weight) desc, held.person_id) as rank
    from weighed cross join lateral (
      select bearer.person_id from name_token bearer
      where bearer.programme_id = actor_programme() and bearer.token = weighed.token limit most_of_common
    ) as held
    where case when weighed.is_common then weighed.way < 3 and weighed.nth_common <= most_common
      else weighed.bearers <= most_bearers end
    group by weighed.way, held.person_id
  ),
  gathered as materialized (
    select distinct found.person_id from found where found.rank <= case found.way when 1 then 200 else 100 end
  ),
  shared as materialized (
    select gathered.person_id,
      coalesce(sum(weighed.weight) filter (where weighed.way < 3), 0)
        + case when bool_or(weighed.way = 3) then of_a_year else 0 end as score
    from gathered
    cross join lateral (
      select held.token from name_token held where held.person_id = gathered.person_id offset 0
    ) as hers
    join weighed on weighed.token = hers.token
    group by gathered.person_id
  )
  select coalesce(array_agg(distinct standing_of(candidate.person_id)), '{}') into best from (
    select shared.person_id from shared order by shared.score desc, shared.person_id limit 200
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
alter function search_vault(uuid, bigint[], integer[]) rows 200;
revoke all on function search_vault(uuid, bigint[], integer[]) from public;
grant execute on function search_vault(uuid, bigint[], integer[]) to tirek_app;

-- Whoever was registered before: the program hashes the new tokens of each, since the keys are not here.
create table name_token_renewal (
  person_id uuid primary key,
  programme_id uuid not null,
  constraint name_token_renewal_person foreign key (person_id, programme_id) references person (id, programme_id) on delete cascade
);
insert into name_token_renewal (person_id, programme_id)
select data_key.person_id, data_key.programme_id from person_data_key data_key where data_key.wrapped is not null;
alter table name_token_renewal enable row level security;

-- For the job: the next of them, sealed. Whoever changes or erases one of them meanwhile waits until her tokens are written, or is
-- left out.
create function identities_to_find_anew(p_limit integer)
  returns table (person_id uuid, programme_id uuid, key_version integer, wrapped bytea, version integer, sealed bytea)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not is_job() then return; end if;
  return query
  with next as materialized (
    select renewal.person_id, renewal.programme_id from name_token_renewal renewal
    order by renewal.person_id limit p_limit for update skip locked
  ),
  held as materialized (
    select data_key.person_id, data_key.key_version, data_key.wrapped from person_data_key data_key
    where data_key.person_id in (select next.person_id from next) for update
  )
  select next.person_id, next.programme_id, held.key_version, held.wrapped, newest.version, newest.sealed
  from next
  left join held on held.person_id = next.person_id and held.wrapped is not null
  left join lateral (
    select identity.version, identity.sealed from identity
    where identity.person_id = next.person_id order by identity.version desc limit 1
  ) as newest on true;
end $$;
alter function identities_to_find_anew(integer) rows 100;

-- Adds what some people are found by, `[{"id": …, "tokens": [...]}]`, in the transaction that has them from the function above.
create function find_anew(p_people jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_job() then return; end if;
  with gone as (
    delete from name_token_renewal renewal using jsonb_array_elements(p_people) as each
    where renewal.person_id = (each.value ->> 'id')::uuid
    returning renewal.person_id, renewal.programme_id, each.value -> 'tokens' as tokens
  )
  insert into name_token (programme_id, token, person_id)
  select distinct gone.programme_id, token.value::bigint, gone.person_id
  from gone cross join lateral jsonb_array_elements_text(gone.tokens) as token
  on conflict do nothing;
end $$;
revoke all on function identities_to_find_anew(integer), find_anew(jsonb) from public;
grant execute on function identities_to_find_anew(integer), find_anew(jsonb) to tirek_jobs;

-- As it was, and whoever waits for the job waits no longer.
create or replace function keep_name_tokens(p_person uuid, p_tokens bigint[]) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (is_own_new_person(p_person)
    or (may('identity.change') and p_person = any (array(select people_in_reach())))) then
    return false;
  end if;
  delete from name_token_renewal where person_id = p_person;
  delete from name_token where person_id = p_person and token <> all (p_tokens);
  insert into name_token (programme_id, token, person_id)
  select distinct actor_programme(), token, p_person from unnest(p_tokens) as token
  on conflict do nothing;
  return true;
end $$;
