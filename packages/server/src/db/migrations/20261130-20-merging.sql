-- Two records of one person. Nothing is copied and nothing is deleted: a row says that one id stands for another, and as long as
-- it holds, whoever asks for the person finds what hangs on either. Undone, each has again what hung on it. The other id stands
-- for nobody and nobody else stands for it meanwhile, so that there are no chains and no circles
-- (docs/decisions/0067-one-person-twice.md).

create table person_merge (
  id uuid primary key,
  programme_id uuid not null,
  -- Who stands for both, and the record that she stands for.
  person_id uuid not null,
  merged_id uuid not null,
  -- Different colleagues hold them: another person has to agree.
  is_apart boolean not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  -- What differs, and who decided knew it.
  confirmed text[] not null default '{}',
  undone_by uuid,
  undone_at timestamptz,
  constraint person_merge_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint person_merge_merged foreign key (merged_id, programme_id) references person (id, programme_id),
  constraint person_merge_asker foreign key (asked_by, programme_id) references account (id, programme_id),
  constraint person_merge_decider foreign key (decided_by, programme_id) references account (id, programme_id),
  constraint person_merge_undoer foreign key (undone_by, programme_id) references account (id, programme_id),
  constraint person_merge_of_two check (person_id <> merged_id),
  constraint person_merge_decision_known check (decision in ('agreed', 'declined')),
  constraint person_merge_decision_whole check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  constraint person_merge_by_another check (not is_apart or decided_by <> asked_by),
  constraint person_merge_undone_whole check ((undone_by is null) = (undone_at is null)),
  constraint person_merge_undone_once_done check (undone_at is null or decision = 'agreed')
);
create unique index person_merge_standing on person_merge (merged_id) where decision = 'agreed' and undone_at is null;
create index person_merge_stands_for on person_merge (person_id) where decision = 'agreed' and undone_at is null;
create unique index person_merge_waiting on person_merge (least(person_id, merged_id), greatest(person_id, merged_id))
  where decision is null;

-- Which id stands for which, now. The one place that every question about a person goes through.
create view standing_merge with (security_invoker = true) as
select id, programme_id, person_id, merged_id, decided_at from person_merge where decision = 'agreed' and undone_at is null;

-- The id that stands for a record; its own where no other does.
create function standing_of(p_record uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select person_id from standing_merge where merged_id = p_record), p_record)
$$;

-- Every id under which these people are recorded, whichever of their ids is named.
create function records_of(p_people uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  with stands as (
    select coalesce(merge.person_id, who.id) as id
    from unnest(p_people) as who (id) left join standing_merge merge on merge.merged_id = who.id)
  select id from stands
  union
  select merge.merged_id from stands join standing_merge merge on merge.person_id = stands.id
$$;

-- Reach follows: whoever reaches a family reaches every record of its members.
create or replace function people_in_reach() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select records_of(array(
    select distinct member.person_id from family_member member
    where member.family_id = any (array(select families_in_reach())) and member.until_on is null))
$$;

-- Asking. Whoever asks reaches one of the two, and the other as well or has just opened it as the same person.
create function may_ask_merge(p_person uuid, p_merged uuid, p_now timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with reach as materialized (select array(select people_in_reach()) as people)
  select may('person.merge') and p_person <> p_merged
    and (p_person = any (people) or p_merged = any (people))
    and not exists (
      select from unnest(array[p_person, p_merged]) as who (id)
      where who.id <> all (people)
        and not exists (select from identity_opening opening
          where opening.person_id = who.id and opening.account_id = actor_id() and opening.reason = 'same-person'
            and opening.opened_at between p_now - interval '15 minutes' and p_now))
    and not exists (select from erasure where erasure.person_id in (p_person, p_merged))
  from reach
$$;

-- Whether two can become one now: neither has been merged away, and the one that is to be stood for stands for nobody.
create function can_stand_for(p_person uuid, p_merged uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from standing_merge where merged_id in (p_person, p_merged) or person_id = p_merged)
$$;

-- Whether different colleagues hold the two.
create function are_apart(p_person uuid, p_merged uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct held.account_id) <> 1
  from family_member member join caseload held on held.family_id = member.family_id and held.until_at is null
  where member.until_on is null and member.person_id in (select records_of(array[p_person, p_merged]))
$$;

create function ask_merge(p_id uuid, p_person uuid, p_merged uuid, p_confirmed text[], p_now timestamptz) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  apart boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended('person merge ' || actor_programme(), 0));
  if not may_ask_merge(p_person, p_merged, p_now) then return 'refused'; end if;
  if not can_stand_for(p_person, p_merged) then return 'entangled'; end if;
  apart := are_apart(p_person, p_merged)
    or not array[p_person, p_merged] <@ array(select people_in_reach());
  insert into person_merge (id, programme_id, person_id, merged_id, is_apart, asked_by, asked_at,
    decision, decided_by, decided_at, confirmed)
  values (p_id, actor_programme(), p_person, p_merged, apart, actor_id(), p_now,
    case when apart then null else 'agreed' end, case when apart then null else actor_id() end,
    case when apart then null else p_now end, case when apart then '{}' else p_confirmed end);
  return case when apart then 'asked' else 'done' end;
end $$;

-- Agreed to, or declined, by somebody else who answers for both.
create function may_decide_merge(p_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('merge.decide') and exists (
    select from person_merge asked
    where asked.id = p_id and asked.programme_id = actor_programme() and asked.decision is null and asked.asked_by <> actor_id()
      and array[asked.person_id, asked.merged_id] <@ array(select people_in_reach()))
$$;
create function decide_merge(p_id uuid, p_agreed boolean, p_confirmed text[], p_now timestamptz) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked person_merge;
begin
  perform pg_advisory_xact_lock(hashtextextended('person merge ' || actor_programme(), 0));
  if not may_decide_merge(p_id) then return 'refused'; end if;
  select * into asked from person_merge where id = p_id;
  if p_agreed and (not can_stand_for(asked.person_id, asked.merged_id)
    or exists (select from erasure where erasure.person_id in (asked.person_id, asked.merged_id))) then
    return 'entangled';
  end if;
  update person_merge set decision = case when p_agreed then 'agreed' else 'declined' end, decided_by = actor_id(),
    decided_at = p_now, confirmed = case when p_agreed then p_confirmed else '{}' end
  where id = p_id;
  return 'done';
end $$;

create function may_undo_merge(p_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('person.merge') and exists (
    select from person_merge done
    where done.id = p_id and done.programme_id = actor_programme() and done.decision = 'agreed' and done.undone_at is null
      and (not done.is_apart or may('merge.decide'))
      and done.person_id = any (array(select people_in_reach()))
      and not exists (select from erasure where erasure.person_id in (done.person_id, done.merged_id)))
$$;
-- Undoing. Whoever would belong to no family any more goes back into the one she was taken out of last: nobody is left unheld.
create function undo_merge(p_id uuid, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('person merge ' || actor_programme(), 0));
  if not may_undo_merge(p_id) then return false; end if;
  update person_merge set undone_by = actor_id(), undone_at = p_now where id = p_id;
  insert into family_member (id, programme_id, family_id, person_id, from_on, added_by, added_at)
  select gen_random_uuid(), done.programme_id, last.family_id, who.id, last.until_on, actor_id(), p_now
  from person_merge done
  cross join unnest(array[done.person_id, done.merged_id]) as who (id)
  cross join lateral (
    select left_one.family_id, left_one.until_on from family_member left_one
    where left_one.person_id = who.id
    order by left_one.until_on desc nulls first, left_one.added_at desc limit 1) as last
  where done.id = p_id
    and not exists (select from family_member member where member.person_id = who.id and member.until_on is null);
  return true;
end $$;

-- For the program: which of the ids that somebody sends are stood for by another whom the actor reaches.
create function stand_ins(p_ids uuid[]) returns table (merged_id uuid, person_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select merge.merged_id, merge.person_id from standing_merge merge
  where merge.merged_id = any (p_ids) and merge.person_id = any (array(select people_in_reach()))
$$;

alter table person_merge enable row level security;
create policy person_merge_in_reach on person_merge for select to tirek_app
  using ((select may('person.read')) and person_id = any (array(select people_in_reach()))
    and merged_id = any (array(select people_in_reach())));
create policy person_merge_asked on person_merge for select to tirek_app
  using (decision is null and asked_by = (select actor_id()) and (select may('person.merge'))
    and (person_id = any (array(select people_in_reach())) or merged_id = any (array(select people_in_reach()))));
grant select on person_merge, standing_merge to tirek_app;

revoke all on function standing_of(uuid), records_of(uuid[]), may_ask_merge(uuid, uuid, timestamptz), can_stand_for(uuid, uuid),
  are_apart(uuid, uuid), ask_merge(uuid, uuid, uuid, text[], timestamptz), may_decide_merge(uuid),
  decide_merge(uuid, boolean, text[], timestamptz), may_undo_merge(uuid), undo_merge(uuid, timestamptz), stand_ins(uuid[])
  from public;
grant execute on function ask_merge(uuid, uuid, uuid, text[], timestamptz), may_decide_merge(uuid),
  decide_merge(uuid, boolean, text[], timestamptz), may_undo_merge(uuid), undo_merge(uuid, timestamptz), stand_ins(uuid[])
  to tirek_app;
