-- How long a file is needed (docs/decisions/0081-retention.md). Once a year somebody who does not hold it says that its purpose goes
-- on or lets it end; a file in which nothing happens any more is put away by itself: who somebody is goes out of everyday reading
-- until the file is opened again with a reason. Nothing is destroyed.

-- Of each family's file: when anything about the family last happened, by the clock of the database, since when its purpose counts
-- as confirmed, and whether it is over or the file put away. The year of a first purpose begins when the file came in here.
create table family_file (
  family_id uuid primary key,
  programme_id uuid not null,
  active_at timestamptz not null,
  confirmed_at timestamptz not null,
  ended_at timestamptz,
  put_away_at timestamptz,
  constraint family_file_family foreign key (family_id, programme_id) references family (id, programme_id)
);
create index family_file_quiet on family_file (programme_id, active_at) where put_away_at is null;
create index family_file_unconfirmed on family_file (programme_id, confirmed_at) where put_away_at is null and ended_at is null;
create index family_file_ended on family_file (programme_id, ended_at) where put_away_at is null and ended_at is not null;

create function begin_file() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into family_file (family_id, programme_id, active_at, confirmed_at) values (new.id, new.programme_id, now(), now())
  on conflict do nothing;
  return null;
end $$;
create trigger family_begins_file after insert on family for each row execute function begin_file();
insert into family_file (family_id, programme_id, active_at, confirmed_at) select id, programme_id, now(), now() from family;

-- Whatever is written about a family is told to its devices; it is also what keeps the file awake. Changing the vault key tells
-- nothing of anybody, and putting a file away is not something that happens in a family.
create or replace function tell_families_changed() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
begin
  case tg_argv[0]
    when 'family_id' then touched := array(select distinct changed.family_id from changed);
    when 'person_id' then touched := families_of_people(array(select distinct changed.person_id from changed));
    when 'merged_id' then touched := families_of_people(array(select distinct changed.merged_id from changed));
  end case;
  if cardinality(touched) = 0 then return null; end if;
  perform mark_families_changed(touched);
  if tg_table_name not in ('person_data_key', 'put_away') then
    -- Once a day is enough to know in which month a file fell silent.
    update family_file set active_at = now() where family_id = any (touched) and active_at < now() - interval '1 day';
  end if;
  return null;
end $$;
-- What is agreed for school, and with a peer provider, keeps a file awake as well.
create trigger school_note_told_of_insert after insert on school_note
  referencing new table as changed for each statement execute function tell_families_changed('person_id');
create trigger peer_match_told_of_insert after insert on peer_match
  referencing new table as changed for each statement execute function tell_families_changed('person_id');

create table purpose_renewal (
  id uuid primary key,
  programme_id uuid not null,
  family_id uuid not null,
  verdict text not null,
  reason text not null,
  -- Who held the family then.
  holder_id uuid not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  constraint purpose_renewal_family foreign key (family_id, programme_id) references family (id, programme_id),
  constraint purpose_renewal_holder foreign key (holder_id, programme_id) references account (id, programme_id),
  constraint purpose_renewal_account foreign key (decided_by, programme_id) references account (id, programme_id),
  constraint purpose_renewal_by_another check (decided_by <> holder_id),
  constraint purpose_renewal_reason_known check (case verdict
    when 'goes-on' then reason in ('support-goes-on', 'children-followed', 'return-expected', 'agreed-follow-up', 'law-requires')
    when 'ends' then reason in ('goals-reached', 'family-asks', 'moved-away', 'out-of-touch')
    else false end)
);
create index purpose_renewal_of_family on purpose_renewal (family_id, decided_at desc);
create trigger purpose_renewal_append_only before update or delete or truncate on purpose_renewal
  for each statement execute function refuse_change();

create table put_away (
  id uuid primary key,
  programme_id uuid not null,
  family_id uuid not null,
  because text not null,
  put_away_at timestamptz not null,
  reopened_by uuid,
  reopened_at timestamptz,
  reopened_why text,
  constraint put_away_family foreign key (family_id, programme_id) references family (id, programme_id),
  constraint put_away_account foreign key (reopened_by, programme_id) references account (id, programme_id),
  constraint put_away_because_known check (because in ('inactive', 'purpose-ended')),
  constraint put_away_reopened_whole check ((reopened_by is null) = (reopened_at is null)
    and (reopened_by is null) = (reopened_why is null)),
  constraint put_away_why_known check (reopened_why in ('family-came-back', 'person-asks', 'another-needs', 'law-demands'))
);
create unique index put_away_once on put_away (family_id) where reopened_at is null;

-- Whoever belongs to no other files than those that are put away: each of her records.
create table person_put_away (
  person_id uuid primary key,
  programme_id uuid not null,
  constraint person_put_away_person foreign key (person_id, programme_id) references person (id, programme_id)
);
create index person_put_away_of_programme on person_put_away (programme_id);

-- Judges anew which of these people are put away. Her row is locked first: whoever joins her to another family at this moment comes
-- before and is seen, or waits and judges once more.
create function settle_put_away(p_people uuid[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  whom uuid[] := array(select records_of(p_people));
begin
  perform from person where person.id = any (whom) order by person.id for update;
  delete from person_put_away where person_put_away.person_id = any (whom);
  insert into person_put_away (person_id, programme_id)
  select person.id, person.programme_id from person
  where person.id = any (whom)
    and (select bool_and(file.put_away_at is not null) from family_member member
      join family_file file on file.family_id = member.family_id
      where member.person_id in (select records_of(array[person.id])) and member.until_on is null);
end $$;

create function members_of(p_family uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array(select records_of(array(
    select member.person_id from family_member member where member.family_id = p_family and member.until_on is null)))
$$;

create function keep_purpose() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.verdict = 'ends' then
    update family_file set ended_at = new.decided_at where family_id = new.family_id;
  else
    update family_file set ended_at = null, confirmed_at = new.decided_at where family_id = new.family_id;
  end if;
  return null;
end $$;
create trigger purpose_renewal_kept after insert on purpose_renewal for each row execute function keep_purpose();

-- A file that is opened again has a purpose again, and its silence begins anew.
create function settle_file() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.reopened_at is null then
    update family_file set put_away_at = new.put_away_at where family_id = new.family_id;
  else
    update family_file set put_away_at = null, ended_at = null, confirmed_at = new.reopened_at, active_at = now()
    where family_id = new.family_id;
  end if;
  perform settle_put_away(members_of(new.family_id));
  return null;
end $$;
create trigger put_away_settled after insert or update on put_away for each row execute function settle_file();
create trigger put_away_told_of_insert after insert on put_away
  referencing new table as changed for each statement execute function tell_families_changed('family_id');
create trigger put_away_told_of_update after update on put_away
  referencing new table as changed for each statement execute function tell_families_changed('family_id');

-- Whoever joins or leaves a family, and whoever turns out to be one with another, is judged anew where a file is put away.
create function settle_member() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from person_put_away where person_put_away.person_id in (select records_of(array[new.person_id])))
    or exists (select from family_member member join family_file file on file.family_id = member.family_id
      where member.person_id in (select records_of(array[new.person_id])) and file.put_away_at is not null) then
    perform settle_put_away(array[new.person_id]);
  end if;
  return null;
end $$;
create trigger family_member_settled after insert or update on family_member
  for each row execute function settle_member();
create function settle_merge() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from person_put_away where person_put_away.person_id in (new.person_id, new.merged_id)) then
    perform settle_put_away(array[new.person_id]);
    perform settle_put_away(array[new.merged_id]);
  end if;
  return null;
end $$;
create trigger person_merge_settled after insert or update on person_merge
  for each row execute function settle_merge();

-- Nothing is written into a file that is put away before it is opened again. Whoever writes while it is being put away waits, and sees.
create function refuse_put_away() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from family_file where family_id = new.family_id for key share;
  if exists (select from family_file where family_id = new.family_id and put_away_at is not null) then
    raise exception 'put away' using errcode = 'restrict_violation', constraint = 'file_put_away';
  end if;
  return new;
end $$;
create trigger case_entry_not_put_away before insert on case_entry for each row execute function refuse_put_away();
create trigger family_member_not_put_away before insert on family_member for each row execute function refuse_put_away();
create trigger attachment_not_put_away before insert on attachment for each row execute function refuse_put_away();
create trigger family_fact_not_put_away before insert on family_fact for each row execute function refuse_put_away();
-- Nor about whoever belongs to no other files. What was agreed to can be taken back at any time.
create function refuse_about_put_away() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from person where id = new.person_id for key share;
  if exists (select from person_put_away where person_id = new.person_id) then
    raise exception 'put away' using errcode = 'restrict_violation', constraint = 'file_put_away';
  end if;
  return new;
end $$;
create trigger consent_not_put_away before insert on consent
  for each row when (new.decision <> 'withdrawn') execute function refuse_about_put_away();
create trigger school_note_not_put_away before insert on school_note
  for each row when (new.state = 'standing') execute function refuse_about_put_away();
create trigger peer_match_not_put_away before insert on peer_match
  for each row when (new.state = 'standing') execute function refuse_about_put_away();
create trigger paper_not_put_away before insert on paper for each row execute function refuse_about_put_away();
create trigger circumstance_not_put_away before insert on circumstance for each row execute function refuse_about_put_away();
create trigger residence_not_put_away before insert on residence for each row execute function refuse_about_put_away();
create trigger spoken_languages_not_put_away before insert on spoken_languages
  for each row execute function refuse_about_put_away();

-- What keeps a file where it is, whatever else is true of it: a legal hold, and what somebody still has to do or to decide.
create function is_file_stopped(p_family uuid, p_now timestamptz) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  whom uuid[] := members_of(p_family);
begin
  return exists (select from legal_hold hold where hold.person_id = any (whom) and hold.lifted_at is null)
    or exists (select from erasure_request asked where asked.person_id = any (whom)
      and not exists (select from erasure_decision where request_id = asked.id))
    or exists (select from person_merge merge where merge.decision is null
      and (merge.person_id = any (whom) or merge.merged_id = any (whom)))
    or exists (select from own_copy copy where copy.person_id = any (whom) and copy.expires_at > p_now
      and not exists (select from own_copy_hand_over where copy_id = copy.id)
      and not exists (select from own_copy_decision where copy_id = copy.id and kind = 'declined'))
    or exists (select from emergency_opening opening where opening.person_id = any (whom)
      and (opening.until_at > clock_timestamp() or not exists (select from emergency_review where opening_id = opening.id)))
    or exists (select from peer_match meeting where meeting.person_id = any (whom) and meeting.version = 1
      and peer_match_standing(meeting.match_id) in ('proposed', 'accepted'))
    or exists (select from paper newest where newest.person_id = any (whom) and newest.due_on is not null
      and newest.state not in ('held', 'not-needed', 'withdrawn')
      and not exists (select from paper later where later.subject_id = newest.subject_id
        and later.person_id = any (whom) and later.version > newest.version));
end $$;

-- Files in which nothing has happened since a moment, or whose purpose ended before another: what is to be judged of them.
create function quiet_files(p_programme uuid, p_active_before timestamptz, p_ended_before timestamptz, p_now timestamptz)
  returns table (family_id uuid, people integer, active_at timestamptz, ended_at timestamptz, case_state text, is_stopped boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select file.family_id,
    (select count(distinct standing_of(member.person_id))::integer from family_member member
      where member.family_id = file.family_id and member.until_on is null),
    file.active_at, file.ended_at, case_state(file.family_id), is_file_stopped(file.family_id, p_now)
  from (
    select quiet.* from family_file quiet
    where quiet.programme_id = p_programme and quiet.put_away_at is null and quiet.active_at < p_active_before
    union
    select done.* from family_file done
    where done.programme_id = p_programme and done.put_away_at is null and done.ended_at < p_ended_before) file
$$;

-- The same for who may know: a supervisor of her team's families, the data protection officer of the programme's.
create function quiet_files_known(p_active_before timestamptz, p_ended_before timestamptz, p_now timestamptz)
  returns table (family_id uuid, people integer, active_at timestamptz, ended_at timestamptz, case_state text, is_stopped boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select quiet.* from quiet_files(actor_programme(), p_active_before, p_ended_before, p_now) quiet
  where (select may('retention.read'))
    and ((select may('audit.read')) or quiet.family_id in (
      select held.family_id from caseload held
      where held.until_at is null and held.account_id = any (array(select team_of_actor()))))
$$;

-- How many files are put away, and how many wait for a word longer than they may. For the same two.
create function file_numbers(p_confirmed_before timestamptz) returns table (put_away integer, overdue integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with reach as materialized (
    select held.family_id from caseload held
    where held.until_at is null and held.account_id = any (array(select team_of_actor())))
  select
    (select count(*)::integer from put_away away where away.programme_id = actor_programme() and away.reopened_at is null
      and ((select may('audit.read')) or away.family_id in (select reach.family_id from reach))),
    (select count(*)::integer from family_file file
      where file.programme_id = actor_programme() and file.put_away_at is null and file.ended_at is null
        and file.confirmed_at < p_confirmed_before
        and ((select may('audit.read')) or file.family_id in (select reach.family_id from reach)))
  where (select may('retention.read'))
$$;

-- The files of a supervisor's team, with who holds each: never one of her own.
create function files_of_team()
  returns table (family_id uuid, holder_id uuid, holder text, confirmed_at timestamptz, ended_at timestamptz, case_state text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select held.family_id, held.account_id, colleague.display_name, file.confirmed_at, file.ended_at, case_state(held.family_id)
  from caseload held
  join account colleague on colleague.id = held.account_id
  join family_file file on file.family_id = held.family_id and file.put_away_at is null
  where (select may('purpose.renew')) and held.until_at is null and held.programme_id = actor_programme()
    and held.account_id = any (array(select team_of_actor())) and held.account_id <> actor_id()
$$;
create function may_renew_purpose(p_family uuid, p_holder uuid, p_verdict text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from files_of_team() file
    where file.family_id = p_family and file.holder_id = p_holder
      and (p_verdict = 'goes-on' or coalesce(file.case_state, 'closed') = 'closed'))
$$;
create function may_reopen_file(p_family uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('file.reopen') and exists (
    select from caseload held
    where held.family_id = p_family and held.until_at is null and held.programme_id = actor_programme()
      and held.account_id = any (array(select team_of_actor())) and held.account_id <> actor_id())
$$;

-- Puts one file away; for the program's own job, which judged it, and judged here once more. Whatever a programme sets, no file goes
-- in which something happened within half a year, unless its purpose was said to have ended.
create function put_file_away(p_id uuid, p_family uuid, p_because text, p_now timestamptz) returns uuid[]
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  whom uuid[] := members_of(p_family);
begin
  -- Where somebody is writing about them at this very moment, there is no hurry: it never waits, and comes again.
  perform from family_file where family_id = p_family for update skip locked;
  if not found then return null; end if;
  if cardinality(whom) > (select count(*) from (
    select from person where person.id = any (whom) for update skip locked) locked) then
    return null;
  end if;
  if is_file_stopped(p_family, p_now) or coalesce(case_state(p_family), 'closed') <> 'closed'
    or not exists (select from family_file where family_id = p_family and put_away_at is null
      and case p_because when 'inactive' then active_at < p_now - interval '6 months' else ended_at is not null end) then
    return null;
  end if;
  insert into put_away (id, programme_id, family_id, because, put_away_at)
  select p_id, programme_id, family_id, p_because, p_now from family_file where family_id = p_family;
  return whom;
end $$;

-- Whom the actor reaches and who is put away: the names are not told, whichever way they are asked for.
create function people_put_away() returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from person_put_away away where away.programme_id = actor_programme()) then return; end if;
  return query select away.person_id from person_put_away away
    where away.person_id = any (array(select people_in_reach() union all select people_in_emergency()));
end $$;
alter function people_put_away() rows 5;

create policy person_data_key_not_put_away on person_data_key as restrictive for select to tirek_app
  using (person_id <> all (array(select people_put_away())));
create policy identity_not_put_away on identity as restrictive for select to tirek_app
  using (person_id <> all (array(select people_put_away())));
create policy identity_not_changed_put_away on identity as restrictive for insert to tirek_app
  with check (person_id <> all (array(select people_put_away())));

-- Which of the people that a search found are put away: a card says so, and little else.
create function put_away_among(p_people uuid[]) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not may('identity.search') then return; end if;
  return query select away.person_id from person_put_away away
    where away.programme_id = actor_programme() and away.person_id = any (p_people);
end $$;
alter function put_away_among(uuid[]) rows 5;

-- Whoever is put away is not looked at closer, found or not.
create or replace function opened_identity(p_opening uuid)
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
    and not exists (select from person_put_away away where away.person_id = opening.person_id)
  order by person.id <> standing_of(opening.person_id), person.id
$$;

revoke all on function begin_file(), settle_put_away(uuid[]), members_of(uuid), keep_purpose(), settle_file(), settle_member(),
  settle_merge(), refuse_put_away(), refuse_about_put_away(), is_file_stopped(uuid, timestamptz),
  quiet_files(uuid, timestamptz, timestamptz, timestamptz), quiet_files_known(timestamptz, timestamptz, timestamptz),
  file_numbers(timestamptz), files_of_team(), may_renew_purpose(uuid, uuid, text), may_reopen_file(uuid),
  put_file_away(uuid, uuid, text, timestamptz), people_put_away(), put_away_among(uuid[]) from public;
grant execute on function quiet_files_known(timestamptz, timestamptz, timestamptz), file_numbers(timestamptz), files_of_team(),
  may_renew_purpose(uuid, uuid, text), may_reopen_file(uuid), people_put_away(), put_away_among(uuid[]) to tirek_app;
grant execute on function quiet_files(uuid, timestamptz, timestamptz, timestamptz),
  put_file_away(uuid, uuid, text, timestamptz) to tirek_jobs;

alter table family_file enable row level security;
alter table purpose_renewal enable row level security;
alter table put_away enable row level security;
alter table person_put_away enable row level security;

create policy purpose_renewal_in_reach on purpose_renewal for select to tirek_app
  using (family_id = any (array(select families_in_reach())));
create policy purpose_renewal_decide on purpose_renewal for insert to tirek_app
  with check (programme_id = (select actor_programme()) and decided_by = (select actor_id())
    and may_renew_purpose(family_id, holder_id, verdict));
create policy put_away_in_reach on put_away for select to tirek_app
  using (family_id = any (array(select families_in_reach())));
create policy put_away_reopen on put_away for update to tirek_app
  using (reopened_at is null and may_reopen_file(family_id))
  with check (reopened_by = (select actor_id()));
create policy privacy_settings_jobs on privacy_settings for select to tirek_jobs using (true);

grant select, insert on purpose_renewal to tirek_app;
grant select, update (reopened_by, reopened_at, reopened_why) on put_away to tirek_app;
grant select on privacy_settings to tirek_jobs;
