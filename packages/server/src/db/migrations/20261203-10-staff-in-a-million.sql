-- Reads of every working day that asked something of each colleague of the programme, by herself (docs/decisions/0080-size.md).

create index role_assignment_in_region on role_assignment (programme_id, region_code) where ends_at is null;

-- Whether a colleague holds families in another region than the actor's: asked of one, when a family is offered to her.
create function is_elsewhere(p_account uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return may('caseload.hold') and p_account <> actor_id()
    and exists (select from account colleague
      where colleague.id = p_account and colleague.programme_id = actor_programme() and colleague.closed_at is null)
    and account_may(p_account, 'caseload.hold')
    and region_of_holder(p_account) is distinct from region_of_holder(actor_id());
end $$;

-- Colleagues of one other region who hold families, or of those who hold them in none.
drop function colleagues_elsewhere();
create function colleagues_elsewhere(p_region text) returns table (account_id uuid, display_name text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not may('caseload.hold') or region_of_holder(actor_id()) is not distinct from p_region then return; end if;
  return query
  with there as materialized (
    select distinct held.account_id from role_assignment held join role_permission allowed on allowed.role = held.role
    where held.programme_id = actor_programme() and held.region_code is not distinct from p_region and held.ends_at is null
      and allowed.permission = 'caseload.hold'
  )
  select colleague.id, colleague.display_name
  from there join account colleague on colleague.id = there.account_id
  where colleague.closed_at is null and colleague.id <> actor_id()
    -- Who holds families in several regions belongs to the first.
    and region_of_holder(colleague.id) is not distinct from p_region;
end $$;
alter function colleagues_elsewhere(text) rows 100;

create or replace function offer_family(p_id uuid, p_family uuid, p_to uuid, p_now timestamptz, p_on date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('offer ' || p_family, 0));
  if not (may('caseload.hold')
    and exists (select from caseload held where held.family_id = p_family and held.account_id = actor_id()
      and held.programme_id = actor_programme() and held.until_at is null)
    and is_elsewhere(p_to)
    and not exists (select from family_offer other where other.family_id = p_family and is_open_offer(other.id))) then
    return false;
  end if;
  insert into family_offer (id, programme_id, family_id, from_id, to_id, offered_at, offered_on)
  values (p_id, actor_programme(), p_family, actor_id(), p_to, p_now, p_on);
  return true;
end $$;

-- Those of whom the page of the duty tells: whom the actor may put on call or write down as away, and whoever is on call or away.
create or replace function duty_colleagues()
  returns table (account_id uuid, display_name text, region_code text, is_choice boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not may('duty.read') then return; end if;
  return query
  -- Materialized, so that it is asked once of each region and not of each colleague in it.
  with region as materialized (
    select distinct held.region_code as code from role_assignment held
    where held.programme_id = actor_programme() and held.ends_at is null
  ),
  managed as materialized (select region.code from region where manages_duty(region.code)),
  choice as materialized (
    select actor_id() as id
    union select team.id from team_of_actor() as team (id)
    union select held.account_id from managed
      join role_assignment held on held.programme_id = actor_programme() and held.ends_at is null
        and held.region_code is not distinct from managed.code
  ),
  told as materialized (
    select each.id, bool_or(each.is_choice) as is_choice, bool_or(not each.is_choice) as is_named from (
      select choice.id, true as is_choice from choice
      union all select shift.account_id, false from duty_shift shift where shift.programme_id = actor_programme()
      union all select away.account_id, false from absence away where away.programme_id = actor_programme()) as each
    group by each.id
  )
  select colleague.id, colleague.display_name, place.region_code,
    told.is_choice and colleague.closed_at is null and place.may_act
  from told join account colleague on colleague.id = told.id and colleague.programme_id = actor_programme()
  cross join lateral (
    select (array_agg(held.region_code order by held.starts_at))[1] as region_code, count(*) > 0 as may_act
    from role_assignment held join role_permission allowed on allowed.role = held.role
    where held.account_id = colleague.id and held.ends_at is null and allowed.permission = 'safety.act'
  ) as place
  where place.may_act or told.is_named;
end $$;
alter function duty_colleagues() rows 20;
-- As it was, with each family and each person laid side by side once, and only those of regions that the actor counts.
create or replace function caseload_counts() returns table (region_code text, families integer, people integer)
  language plpgsql stable security definer set search_path = public, pg_temp set jit = off as $$
#variable_conflict use_column
declare
  counts_all boolean;
  counted text[];
begin
  if not may('caseload.count') then return; end if;
  select coalesce(bool_or(mine.region_code is null), false), coalesce(array_agg(mine.region_code), '{}') into counts_all, counted
  from role_assignment mine join role_permission allowed on allowed.role = mine.role
  where mine.account_id = actor_id() and mine.programme_id = actor_programme() and mine.ends_at is null
    and allowed.permission = 'caseload.count';
  return query
  with held as materialized (
    select distinct caseload.region_code, caseload.family_id from caseload
    where caseload.programme_id = actor_programme() and caseload.until_at is null
      and (counts_all or caseload.region_code = any (counted))
  ),
  person as (
    select distinct held.region_code, coalesce(merge.person_id, member.person_id) as id
    from held
    join family_member member on member.family_id = held.family_id and member.until_on is null
    left join standing_merge merge on merge.merged_id = member.person_id
  ),
  people as (select person.region_code, count(*) as count from person group by person.region_code)
  select families.region_code, (families.count / 5 * 5)::integer, (coalesce(people.count, 0) / 5 * 5)::integer
  from (select held.region_code, count(*) as count from held group by held.region_code) as families
  left join people on people.region_code is not distinct from families.region_code;
end $$;

revoke all on function is_elsewhere(uuid), colleagues_elsewhere(text) from public;
grant execute on function colleagues_elsewhere(text) to tirek_app;
