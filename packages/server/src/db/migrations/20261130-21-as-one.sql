-- What the database asks about a person, asked about all her records (20261130-20-merging.sql).

create or replace function is_in_another_family(p_person uuid, p_family uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from family_member member join caseload held on held.family_id = member.family_id and held.until_at is null
    where member.person_id in (select records_of(array[p_person])) and member.family_id <> p_family and member.until_on is null)
$$;

create or replace function caseload_counts() returns table (region_code text, families integer, people integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select held.region_code, (count(distinct held.family_id) / 5 * 5)::integer,
    (count(distinct coalesce(merge.person_id, member.person_id)) / 5 * 5)::integer
  from caseload held
  left join family_member member on member.family_id = held.family_id and member.until_on is null
  left join standing_merge merge on merge.merged_id = member.person_id
  where (select may('caseload.count')) and held.programme_id = actor_programme() and held.until_at is null
    and exists (
      select from role_assignment mine join role_permission allowed on allowed.role = mine.role
      where mine.account_id = actor_id() and mine.programme_id = actor_programme() and mine.ends_at is null
        and allowed.permission = 'caseload.count' and (mine.region_code is null or mine.region_code = held.region_code))
  group by held.region_code
$$;

-- The vault hands out every record of a candidate: she is found under whatever name any of them bears. `person_id` is the id
-- that stands, `record_id` the one whose key opens the row.
drop function search_vault(uuid, bigint[]);
create function search_vault(p_search uuid, p_tokens bigint[])
  returns table (person_id uuid, record_id uuid, sex text, key_version integer, wrapped bytea, version integer, sealed bytea,
    is_in_reach boolean, held_in text, region_code text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  most_people constant integer := 20000;
  most_tokens constant integer := 16;
  best uuid[];
begin
  if not may('identity.search') then return; end if;
  select coalesce(array_agg(distinct standing_of(id)), '{}') into best from (
    select held.person_id as id, sum(rarest.weight) as score
    from (
      select counted.token, ln(1 + most_people / counted.people::float8) as weight
      from (
        select wanted.token, (
          select count(*) from (
            select from name_token held where held.programme_id = actor_programme() and held.token = wanted.token
            limit most_people) as bearer
          ) as people
        from (select distinct token from unnest(p_tokens) as token limit 200) as wanted
      ) as counted
      where counted.people > 0
      order by counted.people limit most_tokens
    ) as rarest
    join name_token held on held.programme_id = actor_programme() and held.token = rarest.token
    group by held.person_id
    order by score desc, held.person_id
    limit 200
  ) as candidate;
  update identity_search search set candidates = best
  where search.id = p_search and search.account_id = actor_id() and search.candidates is null;
  if not found then return; end if;
  return query
  select candidate.id, person.id, person.sex, data_key.key_version, data_key.wrapped, newest.version, newest.sealed,
    candidate.id = any (array(select people_in_reach())), place.held_in, place.lives_in
  from unnest(best) as candidate (id)
  cross join lateral records_of(array[candidate.id]) as record (id)
  join person on person.id = record.id
  join person_data_key data_key on data_key.person_id = person.id and data_key.wrapped is not null
  join lateral (
    select identity.version, identity.sealed from identity
    where identity.person_id = person.id order by identity.version desc limit 1
  ) as newest on true
  cross join lateral place_of(candidate.id) as place
  order by candidate.id, person.id <> candidate.id, person.id;
end $$;

-- Which colleague holds somebody, in which region, and where she lives.
create function place_of(p_person uuid) returns table (holder text, held_in text, lives_in text)
  language sql stable security definer set search_path = public, pg_temp as $$
  with records as materialized (select id from records_of(array[p_person]) as id),
  holding as (
    select account.display_name, caseload.region_code from records
    join family_member member on member.person_id = records.id and member.until_on is null
    join caseload on caseload.family_id = member.family_id and caseload.until_at is null
    join account on account.id = caseload.account_id
    order by caseload.from_at limit 1),
  living as (
    select residence.region_code from records join residence on residence.person_id = records.id
    where residence.until_on is null order by residence.recorded_at desc limit 1)
  select (select display_name from holding), (select region_code from holding), (select region_code from living)
$$;

drop function opened_identity(uuid);
create function opened_identity(p_opening uuid)
  returns table (record_id uuid, sex text, key_version integer, wrapped bytea, version integer, sealed bytea,
    holder text, held_in text, region_code text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select person.id, person.sex, data_key.key_version, data_key.wrapped, newest.version, newest.sealed,
    place.holder, place.held_in, place.lives_in
  from identity_opening opening
  cross join lateral records_of(array[opening.person_id]) as record (id)
  join person on person.id = record.id
  join person_data_key data_key on data_key.person_id = person.id and data_key.wrapped is not null
  join lateral (
    select identity.version, identity.sealed from identity
    where identity.person_id = person.id order by identity.version desc limit 1
  ) as newest on true
  cross join lateral place_of(opening.person_id) as place
  where opening.id = p_opening and opening.account_id = actor_id() and opening.programme_id = actor_programme()
    and opening.transaction = pg_current_xact_id_if_assigned() and may('identity.search')
  order by person.id <> standing_of(opening.person_id), person.id
$$;
revoke all on function search_vault(uuid, bigint[]), place_of(uuid), opened_identity(uuid) from public;
grant execute on function search_vault(uuid, bigint[]), opened_identity(uuid) to tirek_app;

create or replace function may_record_fact(p_family uuid, p_fact text, p_subject uuid, p_version integer, p_people uuid[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('person.register')
    and p_family = any (array(select families_in_reach()))
    and not exists (
      select from unnest(p_people) as who
      where not exists (select from family_member member
        where member.family_id = p_family and member.until_on is null
          and member.person_id in (select records_of(array[who]))))
    and not exists (
      select from family_fact other
      where other.programme_id = actor_programme() and other.fact = p_fact and other.subject_id = p_subject
        and p_fact <> 'life' and other.family_id <> p_family)
    and p_version = 1 + coalesce((
      select max(version) from family_fact known
      where known.programme_id = actor_programme() and known.fact = p_fact and known.subject_id = p_subject), 0)
$$;

-- What stands for two: each is judged by what was said of it, and the stricter holds, until something is said of the topic anew.
create or replace function consent_allows(p_person uuid, p_purpose text, p_receiver uuid, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with record as (
    select record.id, merge.decided_at as merged_at
    from records_of(array[p_person]) as record (id) left join standing_merge merge on merge.merged_id = record.id),
  said as (
    select consent.person_id, consent.needs, consent.party, consent.decision, consent.stands_until, consent.recorded_at,
      record.merged_at,
      row_number() over (partition by consent.person_id
        order by consent.given_on desc, consent.recorded_at desc, consent.id desc) as back
    from record join consent on consent.person_id = record.id
    where consent.programme_id = actor_programme() and consent.purpose = p_purpose
      and consent.receiver_id is not distinct from p_receiver),
  counting as (
    select * from said
    where merged_at is null
      or not exists (select from said anew where anew.merged_at is null and anew.recorded_at > said.merged_at))
  select exists (select from counting) and not exists (
    select from counting last cross join unnest(last.needs) as needed (party)
    where last.back = 1 and not exists (
      select from counting word
      where word.person_id = last.person_id and word.party = needed.party and word.decision = 'given'
        and (word.stands_until is null or word.stands_until > p_on)
        and word.back = (select min(own.back) from counting own
          where own.person_id = last.person_id and own.party = needed.party)))
$$;

-- Families that share somebody as one are told of each other's changes.
create or replace function mark_families_changed(p_families uuid[]) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  with touched as (
    select unnest(p_families) as id
    union
    select beside.family_id
    from records_of(array(select mine.person_id from family_member mine
      where mine.family_id = any (p_families) and mine.until_on is null)) as record (id)
    join family_member beside on beside.person_id = record.id and beside.until_on is null
  )
  insert into family_change (family_id, programme_id, version)
  select family.id, family.programme_id, 1 from family join touched on touched.id = family.id
  -- Always in the same order, so that two who change the same families wait for each other and never in a circle.
  order by family.id
  on conflict (family_id) do update set version = family_change.version + 1
$$;
create or replace function tell_family_changed() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  changed uuid := (case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0])::uuid;
begin
  if tg_argv[0] = 'family_id' then
    perform mark_families_changed(array[changed]);
  else
    perform mark_families_changed(array(
      select member.family_id from family_member member
      where member.person_id in (select records_of(array[changed])) and member.until_on is null));
  end if;
  return null;
end $$;
create trigger person_merge_told after insert or update on person_merge
  for each row execute function tell_family_changed('person_id');
create trigger person_merge_told_too after insert or update on person_merge
  for each row execute function tell_family_changed('merged_id');

create or replace function case_key_person(p_family uuid, p_person uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select standing_of(coalesce(p_person,
    (select person_id from case_entry where family_id = p_family and kind = 'case' order by version desc limit 1)))
$$;
create or replace function may_record_case_entry(p_family uuid, p_kind text, p_subject uuid, p_version integer, p_state text,
  p_person uuid, p_sealed_for uuid, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select p_family = any (array(select families_in_reach()))
    and p_version = 1 + coalesce((select max(version) from case_entry known
      where known.programme_id = actor_programme() and known.kind = p_kind and known.subject_id = p_subject), 0)
    and not exists (select from case_entry other
      where other.kind = p_kind and other.subject_id = p_subject and other.family_id <> p_family)
    -- About a member of today; what was written about somebody who has left can still be ended.
    and case
      when p_kind = 'case' and p_state <> 'open' then p_person = case_key_person(p_family, null)
      else p_person is null
        or exists (select from family_member member
          where member.family_id = p_family and member.until_on is null
            and member.person_id in (select records_of(array[p_person])))
        or exists (select from case_entry known
          where known.family_id = p_family and known.kind = p_kind and known.kind <> 'case'
            and known.subject_id = p_subject and standing_of(known.person_id) = p_person)
      end
    and (p_sealed_for is null or p_sealed_for = case_key_person(p_family, p_person))
    and case
      when p_state in ('closed', 'approved', 'returned') then may_decide_case(p_family, p_kind)
      else may('case.write')
        and exists (select from caseload held
          where held.family_id = p_family and held.account_id = actor_id() and held.until_at is null)
        and ((p_kind = 'case' and p_state = 'open') or coalesce(case_state(p_family), '') in ('open', 'returned'))
      end
    and ((p_sealed_for is null and (p_kind = 'snooze' or p_state in ('closing', 'closed', 'approved', 'returned')
        or (p_version > 1 and p_state in ('met', 'dropped', 'reached', 'done', 'not-done'))))
      or consent_allows(case_key_person(p_family, p_person), 'service', null, p_on))
$$;

-- Looks at either record were looks at her.
create or replace function views_of_person(p_person uuid, p_before bigint, p_limit integer)
  returns table (number bigint, at timestamptz, display_name text, action text, effect text, why text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select entry.id, entry.at, account.display_name, entry.action, entry.effect,
    case when entry.action = 'openPerson' then entry.facts ->> 'why' end
  from audit_entry entry left join account on account.id = entry.actor_id
  where (select may('person.read')) and p_person = any (array(select people_in_reach()))
    and entry.about && array(select records_of(array[p_person])) and entry.programme_id = actor_programme()
    -- What was asked about her in secret, for a court or an office, is not told here.
    and entry.action not in ('placeLegalHold', 'liftLegalHold', 'listLegalHolds')
    and (p_before is null or entry.id < p_before)
  order by entry.id desc
  limit least(p_limit, 500)
$$;
create or replace function namesakes(p_accounts uuid[], p_tokens bigint[], p_people uuid[])
  returns table (account_id uuid, person_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct asked.account_id, looked.id
  from unnest(p_accounts, p_tokens) as asked (account_id, token)
  join name_token held on held.programme_id = actor_programme() and held.token = asked.token
  join unnest(p_people) as looked (id) on looked.id in (held.person_id, standing_of(held.person_id))
  where (select may('audit.read'))
$$;
