-- Somebody is in danger: an event with a clock, which always has somebody who answers for it (docs/decisions/0092-safety-events.md).
-- What was raised never changes; everything that follows is an entry that is only ever added. Who answers follows from the entries,
-- from who is there now and from the time (packages/domain/src/pathways/safety), and is kept nowhere.

create table safety_event (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null,
  kind text not null,
  urgency text not null,
  -- The administration whose answers said so; null: a colleague was worried.
  assessment_id uuid,
  -- What the device said, when the server heard, and the earlier of the two: from then on everything is counted.
  answered_at timestamptz not null,
  arrived_at timestamptz not null,
  starts_at timestamptz not null,
  due_at timestamptz not null,
  raised_by uuid not null,
  constraint safety_event_programme unique (id, programme_id),
  constraint safety_event_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint safety_event_account foreign key (raised_by, programme_id) references account (id, programme_id),
  constraint safety_event_kind_known check (kind in ('suicide', 'violence', 'child-danger', 'psychosis', 'cannot-care')),
  constraint safety_event_once unique (assessment_id, kind),
  constraint safety_event_starts check (starts_at = least(answered_at, arrived_at)),
  constraint safety_event_within_the_promise check (due_at > starts_at and case urgency
    when 'now' then due_at <= starts_at + interval '60 minutes'
    when 'today' then due_at <= starts_at + interval '24 hours'
    else false end)
);
create index safety_event_of_person on safety_event (person_id);

create table safety_entry (
  id uuid primary key,
  programme_id uuid not null,
  event_id uuid not null,
  kind text not null,
  -- Words of closed lists; no text.
  value jsonb not null,
  -- Whom the program asked, or to whom it was handed over.
  for_account uuid,
  sealed bytea,
  sealed_for uuid,
  -- Null: the program by itself.
  recorded_by uuid,
  done_at timestamptz not null,
  recorded_at timestamptz not null,
  -- What the server heard first, also of two entries of one instant. Whoever writes about an event waits for the one before.
  sequence bigint generated always as identity,
  constraint safety_entry_of_event foreign key (event_id, programme_id) references safety_event (id, programme_id),
  constraint safety_entry_sealed_for foreign key (sealed_for, programme_id) references person (id, programme_id),
  constraint safety_entry_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint safety_entry_for_account foreign key (for_account, programme_id) references account (id, programme_id),
  constraint safety_entry_kind_known check (kind in ('asked', 'acknowledged', 'handed-over', 'step', 'plan', 'contact',
    'closing-proposed', 'closing-declined', 'closed', 'reopened')),
  constraint safety_entry_for_somebody check ((kind in ('asked', 'handed-over')) = (for_account is not null)
    and (for_account is null or value ->> 'to' = for_account::text)),
  constraint safety_entry_by_somebody check ((kind = 'asked') = (recorded_by is null)),
  constraint safety_entry_sealed_for_somebody check ((sealed is null) = (sealed_for is null)),
  constraint safety_entry_done_before check (done_at <= recorded_at)
);
create index safety_entry_of_an_event on safety_entry (event_id, sequence);
create index safety_entry_of_an_end on safety_entry (event_id, sequence) where kind in ('closed', 'reopened');
create index safety_entry_for on safety_entry (for_account);
-- Two processes that look at the same event ask nobody twice.
create unique index safety_entry_asked_once on safety_entry (event_id, for_account) where kind = 'asked';

-- Who is on call in a region; null: in the whole programme.
create table duty_shift (
  id uuid primary key,
  programme_id uuid not null references programme,
  region_code text,
  account_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  constraint duty_shift_account foreign key (account_id, programme_id) references account (id, programme_id),
  constraint duty_shift_planned_by foreign key (planned_by, programme_id) references account (id, programme_id),
  constraint duty_shift_withdrawn_by foreign key (withdrawn_by, programme_id) references account (id, programme_id),
  constraint duty_shift_region foreign key (programme_id, region_code) references region (programme_id, code),
  constraint duty_shift_span check (until_at > from_at and until_at <= from_at + interval '62 days'),
  constraint duty_shift_withdrawn_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index duty_shift_of_programme on duty_shift (programme_id, until_at);

-- Leave of a colleague: what concerns her families goes on to the next.
create table absence (
  id uuid primary key,
  programme_id uuid not null references programme,
  account_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  constraint absence_account foreign key (account_id, programme_id) references account (id, programme_id),
  constraint absence_planned_by foreign key (planned_by, programme_id) references account (id, programme_id),
  constraint absence_withdrawn_by foreign key (withdrawn_by, programme_id) references account (id, programme_id),
  constraint absence_span check (until_at > from_at and until_at <= from_at + interval '62 days'),
  constraint absence_withdrawn_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index absence_of_account on absence (account_id, until_at);

-- Institutions to call; a correction is the next version, and a version without a value takes one off the list.
create table regional_contact (
  id uuid primary key,
  programme_id uuid not null references programme,
  contact_id uuid not null,
  version integer not null,
  region_code text,
  value jsonb,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint regional_contact_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint regional_contact_region foreign key (programme_id, region_code) references region (programme_id, code),
  constraint regional_contact_version_counted check (version >= 1),
  constraint regional_contact_version_once unique (contact_id, version)
);

create table safety_clock (
  id uuid primary key,
  programme_id uuid not null references programme,
  version integer not null,
  clock jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint safety_clock_account foreign key (set_by, programme_id) references account (id, programme_id),
  constraint safety_clock_version_once unique (programme_id, version),
  -- A slower one would be a deadline that safety_event refuses: then nothing could be raised at all.
  constraint safety_clock_within_the_promise check (coalesce(
    1 <= (clock #>> '{now,supervisor}')::integer
    and (clock #>> '{now,supervisor}')::integer < (clock #>> '{now,onCall}')::integer
    and (clock #>> '{now,onCall}')::integer < (clock #>> '{now,coordinator}')::integer
    and (clock #>> '{now,coordinator}')::integer <= 60
    and 1 <= (clock #>> '{today,supervisor}')::integer
    and (clock #>> '{today,supervisor}')::integer < (clock #>> '{today,onCall}')::integer
    and (clock #>> '{today,onCall}')::integer < (clock #>> '{today,coordinator}')::integer
    and (clock #>> '{today,coordinator}')::integer <= 24 * 60, false))
);

create trigger safety_event_append_only before update or delete or truncate on safety_event
  for each statement execute function refuse_change();
create trigger safety_entry_append_only before update or delete or truncate on safety_entry
  for each statement execute function refuse_change_but_erasure();
create trigger regional_contact_append_only before update or delete or truncate on regional_contact
  for each statement execute function refuse_change();
create trigger safety_clock_append_only before update or delete or truncate on safety_clock
  for each statement execute function refuse_change();

-- A device that took the family along is told, and the file stays awake.
create trigger safety_event_told_of_insert after insert on safety_event
  referencing new table as changed for each statement execute function tell_families_changed('person_id');
create function tell_of_safety_entry() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_families_changed(families_of_people(array(
    select distinct event.person_id from changed join safety_event event on event.id = changed.event_id)));
  return null;
end $$;
create trigger safety_entry_told_of_insert after insert on safety_entry
  referencing new table as changed for each statement execute function tell_of_safety_entry();
create trigger safety_entry_told_of_erasure after update on safety_entry
  referencing new table as changed for each statement execute function tell_of_safety_entry();

-- Whether an event is over: closed by two people and not opened again, or the person was erased.
create function is_safety_over(p_event uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select entry.kind = 'closed' from safety_entry entry
      where entry.event_id = p_event and entry.kind in ('closed', 'reopened')
      order by entry.sequence desc limit 1), false)
    or exists (select from erasure join safety_event event on event.person_id = erasure.person_id where event.id = p_event)
$$;

-- Whether an account holds a permission, is not closed and not on leave at a moment.
create function is_there(p_account uuid, p_wanted text, p_at timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
      select from account join role_assignment held on held.account_id = account.id and held.ends_at is null
      join role_permission allowed on allowed.role = held.role and allowed.permission = p_wanted
      where account.id = p_account and account.closed_at is null)
    and not exists (select from absence away
      where away.account_id = p_account and away.withdrawn_at is null and away.from_at <= p_at and p_at < away.until_at)
$$;

-- Where whoever an event is about is looked after.
create function safety_region(p_event uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(place.held_in, place.lives_in) from safety_event event cross join lateral place_of(event.person_id) as place
  where event.id = p_event
$$;

-- Who could have each of these events at a moment, from near to far: 0 who holds the family, 1 her supervisors, 2 on call in the
-- region, 3 the coordinators, 4 colleagues of the region and then of the programme, 5 who keeps the accounts, of whom there is
-- always one.
create function safety_chains_of(p_events uuid[], p_at timestamptz)
  returns table (event_id uuid, level integer, place integer, account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  with event as materialized (
    select raised.id, raised.programme_id, raised.person_id, safety_region(raised.id) as region
    from safety_event raised where raised.id = any (p_events)),
  holder as materialized (
    select distinct event.id as event_id, held.account_id as id from event
    join family_member member on member.person_id in (select records_of(array[event.person_id])) and member.until_on is null
    join caseload held on held.family_id = member.family_id and held.until_at is null),
  near as (
    select holder.event_id, 0 as level, 0 as place, holder.id from holder
    union all
    select holder.event_id, 1, 0, team.supervisor_id from holder
    join supervision team on team.practitioner_id = holder.id and team.until_at is null
    union all
    select event.id, 2, case when shift.region_code is null then 1 else 0 end, shift.account_id from event
    join duty_shift shift on shift.programme_id = event.programme_id and shift.withdrawn_at is null
      and shift.from_at <= p_at and p_at < shift.until_at and (shift.region_code is null or shift.region_code = event.region)
    union all
    select event.id, 3, case when held.region_code is null then 1 else 0 end, held.account_id from event
    join role_assignment held on held.programme_id = event.programme_id and held.ends_at is null
      and (held.region_code is null or held.region_code = event.region)
    join role_permission allowed on allowed.role = held.role and allowed.permission = 'duty.manage'
    union all
    select event.id, 4,
      case when held.region_code = event.region then 0 else 2 end + case when held.role = 'supervisor' then 0 else 1 end,
      held.account_id from event
    join role_assignment held on held.programme_id = event.programme_id and held.ends_at is null
    join role_permission allowed on allowed.role = held.role and allowed.permission = 'safety.act'
    union all
    select event.id, 5, 0, held.account_id from event
    join role_assignment held on held.programme_id = event.programme_id and held.ends_at is null
    join role_permission allowed on allowed.role = held.role and allowed.permission = 'account.manage'),
  -- Asked once of each colleague, however many events there are. Whoever keeps the accounts is not asked whether she is on leave:
  -- there is always one.
  there as materialized (
    select account.id, account.display_name, is_there(account.id, 'safety.act', p_at) as acts,
      is_there(account.id, 'duty.manage', p_at) as manages
    from account where account.closed_at is null and account.id in (select near.id from near))
  select near.event_id, near.level, min(near.place), near.id, there.display_name
  from near join there on there.id = near.id
  where case near.level when 3 then there.manages when 5 then true else there.acts end
  group by near.event_id, near.level, near.id, there.display_name
$$;

-- The events an actor sees: of people within reach, and those for which she was asked, as long as they are not over.
create function safety_events_in_sight() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select event.id from safety_event event
  where (select may('safety.read')) and event.programme_id = actor_programme()
    and event.person_id = any (array(select people_in_reach()))
  union
  select entry.event_id from safety_entry entry
  where (select may('safety.read')) and entry.programme_id = actor_programme() and entry.for_account = actor_id()
    and not is_safety_over(entry.event_id)
$$;

-- The events that an actor may look at now: those in sight, and those of whom she has opened in an emergency.
create function safety_events_to_look_into(p_events uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select event.id from safety_event event
  where event.id = any (p_events) and (event.id = any (array(select safety_events_in_sight()))
    or ((select may('safety.read')) and event.person_id = any (array(select people_in_emergency()))))
$$;

-- Of these events those that are not over, for who may look at them.
create function safety_open_events(p_events uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select seen.id from safety_events_to_look_into(p_events) as seen (id) where not is_safety_over(seen.id)
$$;

create function safety_chains(p_events uuid[], p_at timestamptz)
  returns table (event_id uuid, level integer, place integer, account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select chain.* from safety_chains_of(array(
    select id from unnest(p_events) as id where id = any (array(select safety_events_in_sight()))), p_at) chain
$$;

-- Where whoever each event is about is looked after.
create function safety_regions(p_events uuid[]) returns table (event_id uuid, region_code text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select seen.id, safety_region(seen.id) from safety_events_to_look_into(p_events) as seen (id)
$$;

-- Who whoever each event is about is: every record with its newest identity and its key, the one that stands first.
create function safety_identities(p_events uuid[])
  returns table (event_id uuid, record_id uuid, key_version integer, wrapped bytea, version integer, sealed bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select event.id, data_key.person_id, data_key.key_version, data_key.wrapped, newest.version, newest.sealed
  from safety_event event
  cross join lateral records_of(array[event.person_id]) as record (id)
  join person_data_key data_key on data_key.person_id = record.id and data_key.wrapped is not null
  join lateral (
    select identity.version, identity.sealed from identity
    where identity.person_id = record.id order by identity.version desc limit 1) as newest on true
  where event.id in (select safety_events_to_look_into(p_events))
  order by event.id, record.id <> standing_of(event.person_id), record.id
$$;

-- The names of those who wrote about each event, or were asked.
create function safety_colleagues(p_events uuid[]) returns table (event_id uuid, account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct event.id, account.id, account.display_name
  from safety_event event
  left join safety_entry entry on entry.event_id = event.id
  join account on account.id in (event.raised_by, entry.recorded_by, entry.for_account)
  where event.id in (select safety_events_to_look_into(p_events))
$$;

-- Asks one account of the chain. False where she was asked already: whoever finds true sends the message.
create function ask_of_chain(p_id uuid, p_event uuid, p_account uuid, p_level integer, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into safety_entry (id, programme_id, event_id, kind, value, for_account, done_at, recorded_at)
  select p_id, event.programme_id, event.id, 'asked', jsonb_build_object('to', p_account, 'level', p_level), p_account, p_at, p_at
  from safety_event event
  where event.id = p_event and exists (select from safety_chains_of(array[p_event], p_at) chain
    where chain.account_id = p_account and chain.level = p_level)
  on conflict do nothing;
  return found;
end $$;
create function ask_for_safety(p_id uuid, p_event uuid, p_account uuid, p_level integer, p_at timestamptz) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  select case when may('safety.act') and p_event = any (array(select safety_events_in_sight()))
    then ask_of_chain(p_id, p_event, p_account, p_level, p_at) else false end
$$;

-- Whoever has an event by her own word; null: nobody. As `foldSafety` reads it: the first who took it, until it was given to another
-- who took it, or another took it over.
create function safety_taken_by(p_event uuid) returns uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  said record;
  taken uuid;
  offered uuid;
begin
  for said in
    select entry.kind, entry.for_account, entry.recorded_by from safety_entry entry
    where entry.event_id = p_event and entry.kind in ('acknowledged', 'handed-over', 'reopened')
    order by entry.sequence
  loop
    if said.kind = 'reopened' or said.for_account = said.recorded_by
      or (said.kind = 'acknowledged' and (taken is null or offered = said.recorded_by)) then
      taken := said.recorded_by;
      offered := null;
    elsif said.kind = 'handed-over' then
      offered := said.for_account;
    end if;
  end loop;
  return taken;
end $$;

-- What the job has to look at: nobody has taken it, whoever took it is not there any more, or its deadline came and nothing is done.
create function safety_to_look_at(p_now timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select event.id from safety_event event
  cross join lateral (select safety_taken_by(event.id) as by) taken
  where not is_safety_over(event.id)
    and (taken.by is null or not is_there(taken.by, 'safety.act', p_now)
      or (event.due_at <= p_now and not exists (select from safety_entry step where step.event_id = event.id and step.kind = 'step')))
  order by event.due_at, event.id
$$;

-- What is nobody's, for who puts colleagues on call and for who was asked because nobody else is there: of whom it is about, nothing.
create function safety_unanswered(p_now timestamptz)
  returns table (event_id uuid, region_code text, urgency text, due_at timestamptz, asked text[], is_asked boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select event.id, safety_region(event.id), event.urgency, event.due_at,
    array(select account.display_name from safety_entry entry join account on account.id = entry.for_account
      where entry.event_id = event.id and entry.kind = 'asked' order by account.display_name),
    exists (select from safety_entry mine where mine.event_id = event.id and mine.for_account = actor_id())
  from safety_event event
  cross join lateral (select safety_taken_by(event.id) as by) taken
  where event.programme_id = actor_programme() and not is_safety_over(event.id)
    and (taken.by is null or not is_there(taken.by, 'safety.act', p_now))
    and exists (select from safety_entry mine where mine.event_id = event.id and mine.for_account = actor_id())
    and (may('duty.manage') or may('account.manage'))
  order by event.due_at, event.id
$$;

-- Whether the actor looks after the duty of a region.
create function manages_duty(p_region text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from role_assignment mine join role_permission allowed on allowed.role = mine.role
    where mine.account_id = actor_id() and mine.programme_id = actor_programme() and mine.ends_at is null
      and allowed.permission = 'duty.manage' and (mine.region_code is null or mine.region_code = p_region))
    and may('duty.manage')
$$;

-- The colleagues whom the actor may put on call or write down as away, and those whose names stand in what she sees of it.
create function duty_colleagues() returns table (account_id uuid, display_name text, region_code text, is_choice boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select colleague.id, colleague.display_name,
    (select held.region_code from role_assignment held join role_permission allowed on allowed.role = held.role
      where held.account_id = colleague.id and held.ends_at is null and allowed.permission = 'safety.act'
      order by held.starts_at limit 1),
    colleague.closed_at is null and account_may(colleague.id, 'safety.act')
      and (colleague.id = actor_id() or colleague.id = any (array(select team_of_actor()))
        or exists (select from role_assignment held where held.account_id = colleague.id and held.ends_at is null
          and manages_duty(held.region_code)))
  from account colleague
  where (select may('duty.read')) and colleague.programme_id = actor_programme()
    and (account_may(colleague.id, 'safety.act')
      or exists (select from duty_shift shift where shift.account_id = colleague.id))
$$;

-- Whether the actor may add this entry to an event: she sees it; whoever asked for the closing does not confirm it; and it is handed
-- over only to somebody who is there and may act.
create function may_record_safety(p_event uuid, p_kind text, p_for uuid, p_at timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('safety.act') and p_event = any (array(select safety_events_in_sight()))
    and case p_kind
      when 'asked' then false
      when 'closed' then exists (select from (
          select entry.kind, entry.recorded_by from safety_entry entry
          where entry.event_id = p_event and entry.kind in ('closing-proposed', 'closing-declined', 'closed', 'reopened')
          order by entry.sequence desc limit 1) newest
        where newest.kind = 'closing-proposed' and newest.recorded_by <> actor_id())
      when 'handed-over' then exists (select from safety_chains_of(array[p_event], p_at) chain
        where chain.account_id = p_for and chain.level in (0, 1, 2, 4))
      else true end
$$;

revoke all on function tell_of_safety_entry(), is_safety_over(uuid), is_there(uuid, text, timestamptz),
  safety_region(uuid), safety_chains_of(uuid[], timestamptz), safety_events_in_sight(), safety_events_to_look_into(uuid[]),
  safety_open_events(uuid[]), safety_chains(uuid[], timestamptz), safety_regions(uuid[]), safety_identities(uuid[]),
  safety_colleagues(uuid[]), ask_of_chain(uuid, uuid, uuid, integer, timestamptz),
  ask_for_safety(uuid, uuid, uuid, integer, timestamptz), safety_taken_by(uuid), safety_to_look_at(timestamptz),
  safety_unanswered(timestamptz), manages_duty(text), duty_colleagues(), may_record_safety(uuid, text, uuid, timestamptz)
  from public;
grant execute on function safety_events_in_sight(), safety_open_events(uuid[]), safety_chains(uuid[], timestamptz),
  safety_regions(uuid[]), safety_identities(uuid[]), safety_colleagues(uuid[]),
  ask_for_safety(uuid, uuid, uuid, integer, timestamptz), safety_unanswered(timestamptz), manages_duty(text),
  duty_colleagues(), may_record_safety(uuid, text, uuid, timestamptz) to tirek_app;
grant execute on function safety_chains_of(uuid[], timestamptz), ask_of_chain(uuid, uuid, uuid, integer, timestamptz),
  safety_to_look_at(timestamptz) to tirek_jobs;

alter table safety_event enable row level security;
alter table safety_entry enable row level security;
alter table duty_shift enable row level security;
alter table absence enable row level security;
alter table regional_contact enable row level security;
alter table safety_clock enable row level security;

create policy safety_event_in_sight on safety_event for select to tirek_app
  using (id = any (array(select safety_events_in_sight())));
-- Said of the row itself, since one that is only being raised is in no one's sight yet.
create policy safety_event_in_reach on safety_event for select to tirek_app
  using ((select may('safety.read')) and programme_id = (select actor_programme())
    and person_id = any (array(select people_in_reach())));
create policy safety_event_in_emergency on safety_event for select to tirek_app
  using ((select may('safety.read')) and person_id = any (array(select people_in_emergency())));
create policy safety_event_raise on safety_event for insert to tirek_app
  with check (programme_id = (select actor_programme()) and raised_by = (select actor_id()) and (select may('safety.act'))
    and person_id = any (array(select people_in_reach())));
create policy safety_entry_in_sight on safety_entry for select to tirek_app
  using (event_id = any (array(select safety_events_in_sight())));
create policy safety_entry_in_emergency on safety_entry for select to tirek_app
  using ((select may('safety.read')) and exists (select from safety_event event where event.id = event_id
    and event.person_id = any (array(select people_in_emergency()))));
create policy safety_entry_record on safety_entry for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_safety(event_id, kind, for_account, recorded_at)
    and (sealed_for is null or sealed_for = (select event.person_id from safety_event event where event.id = event_id)));
create policy duty_shift_of_programme on duty_shift for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('duty.read')));
create policy duty_shift_plan on duty_shift for insert to tirek_app
  with check (programme_id = (select actor_programme()) and planned_by = (select actor_id()) and manages_duty(region_code)
    and account_id in (select colleague.account_id from duty_colleagues() colleague where colleague.is_choice));
create policy duty_shift_withdraw on duty_shift for update to tirek_app
  using (programme_id = (select actor_programme()) and manages_duty(region_code) and withdrawn_at is null)
  with check (withdrawn_by = (select actor_id()));
create policy absence_known on absence for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('duty.read'))
    and (account_id = (select actor_id()) or account_id = any (array(select team_of_actor())) or (select may('duty.manage'))));
create policy absence_plan on absence for insert to tirek_app
  with check (programme_id = (select actor_programme()) and planned_by = (select actor_id()) and (select may('safety.act'))
    and (account_id = (select actor_id()) or account_id = any (array(select team_of_actor()))));
create policy absence_withdraw on absence for update to tirek_app
  using (programme_id = (select actor_programme()) and (select may('safety.act')) and withdrawn_at is null
    and (account_id = (select actor_id()) or account_id = any (array(select team_of_actor()))))
  with check (withdrawn_by = (select actor_id()));
create policy regional_contact_of_programme on regional_contact for select to tirek_app
  using (programme_id = (select actor_programme()) and ((select may('duty.read')) or (select may('safety.read'))));
create policy regional_contact_record on regional_contact for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id()) and manages_duty(region_code));
create policy safety_clock_of_programme on safety_clock for select to tirek_app
  using (programme_id = (select actor_programme()));
create policy safety_clock_set on safety_clock for insert to tirek_app
  with check (programme_id = (select actor_programme()) and set_by = (select actor_id()) and (select may('case.settings')));
create policy safety_event_jobs on safety_event for select to tirek_jobs using (true);
create policy safety_entry_jobs on safety_entry for select to tirek_jobs using (true);
create policy safety_clock_jobs on safety_clock for select to tirek_jobs using (true);

grant select, insert on safety_event, safety_entry, duty_shift, absence, regional_contact, safety_clock to tirek_app;
grant update (withdrawn_by, withdrawn_at) on duty_shift, absence to tirek_app;
grant select on safety_event, safety_clock to tirek_jobs;
grant select (id, event_id, kind, value, recorded_by, done_at, recorded_at, sequence) on safety_entry to tirek_jobs;
