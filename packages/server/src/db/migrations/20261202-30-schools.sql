-- What a school gives and what it gets (docs/decisions/0101-schools.md). The mother decides what the school learns and what of the
-- school's own record reaches her helper; the school's record hangs on its own list, and no row of it says whose pupil is anybody's.
-- Words of closed lists, numbers and days only: nothing can be told of another child, or of what was before, beside them.

-- How a difficulty in learning goes its way: a part of how somebody lives, behind the wall of schooling.
alter table circumstance drop constraint circumstance_section_known;
alter table circumstance add constraint circumstance_section_known
  check (section in ('arrival', 'schooling', 'learning', 'health', 'work', 'housing'));
create or replace function section_verb(p_section text, p_act text) returns text
  language sql immutable set search_path = public, pg_temp as $$
  select case p_section when 'schooling' then 'schooling.' when 'learning' then 'schooling.' when 'health' then 'medical.'
    else 'living.' end || p_act
$$;
drop policy circumstance_in_reach on circumstance;
create policy circumstance_in_reach on circumstance for select to tirek_app
  using (section = any (array(select part
      from unnest(array['arrival', 'schooling', 'learning', 'health', 'work', 'housing']) as part
      where may(section_verb(part, 'read'))))
    and person_id = any (array(select people_in_reach())));
drop policy circumstance_in_emergency on circumstance;
create policy circumstance_in_emergency on circumstance for select to tirek_app
  using (section = any (array(select part
      from unnest(array['arrival', 'schooling', 'learning', 'health', 'work', 'housing']) as part
      where may(section_verb(part, 'read'))))
    and person_id = any (array(select people_in_emergency())));

-- What the school learns of a child besides what helps in class, and what of the school's record reaches whoever helps the family.
alter table school_note
  add column languages text[] not null default '{}',
  add column health text[] not null default '{}',
  add column is_helped boolean not null default false,
  add column passes text[] not null default '{}',
  -- A telephone for the school, under a key that is not in the database.
  add column sealed_phone bytea,
  add constraint school_note_withdrawn_of_all check (state = 'standing'
    or (languages = '{}' and health = '{}' and not is_helped and passes = '{}' and sealed_phone is null)),
  add constraint school_note_languages_known check (languages <@ array['kk', 'ru', 'uz', 'ug', 'tg', 'ky', 'other']),
  add constraint school_note_health_known check (health <@ array['sees-badly', 'hears-badly', 'medicine', 'eats-otherwise', 'toilet',
    'less-sport', 'unwell']),
  add constraint school_note_passes_known check (passes <@ array['answers', 'attendance', 'incidents']);

-- The school's own record of the pupils on its list: attendance by month, and unkindness with what was done about it.
create table pupil_entry (
  id uuid primary key,
  programme_id uuid not null references programme,
  pupil_id uuid not null,
  -- The month of a pupil, or the incident.
  subject_id uuid not null,
  version integer not null,
  kind text not null,
  value jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint pupil_entry_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint pupil_entry_kind_known check (kind in ('attendance', 'incident', 'response', 'look')),
  constraint pupil_entry_version_counted check (version >= 1),
  constraint pupil_entry_version_once unique (subject_id, version),
  constraint pupil_entry_begins check (kind = 'attendance' or (kind = 'incident') = (version = 1)),
  -- No sentence fits in, and so no name.
  constraint pupil_entry_of_words check (not jsonb_path_exists(value,
    '$.** ? (@.type() == "string" && !(@ like_regex "^[a-z0-9-]{1,24}$"))')),
  constraint pupil_entry_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index pupil_entry_of_pupil on pupil_entry (pupil_id);

-- Somebody else's word that an incident is over.
create table incident_closing (
  id uuid primary key,
  programme_id uuid not null references programme,
  incident_id uuid not null,
  closed_by uuid not null,
  closed_at timestamptz not null,
  closed_on date not null,
  constraint incident_closing_once unique (incident_id),
  constraint incident_closing_account foreign key (closed_by, programme_id) references account (id, programme_id),
  constraint incident_closing_on_its_day check (closed_on - (closed_at at time zone 'UTC')::date in (0, 1))
);

-- What a teacher answered about a pupil. The school reads back that it was sent and never what was answered.
create table teacher_answers (
  id uuid primary key,
  programme_id uuid not null references programme,
  pupil_id uuid not null,
  form_code text not null,
  form_version text not null,
  mode text not null,
  language text not null,
  is_entered_twice boolean not null,
  taken_on date not null,
  answered_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint teacher_answers_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint teacher_answers_mode_known check (mode in ('handed-device', 'paper')),
  constraint teacher_answers_language_known check (language in ('kk', 'ru', 'en')),
  constraint teacher_answers_twice_from_paper check (mode = 'paper' or not is_entered_twice),
  constraint teacher_answers_not_to_come check (taken_on <= recorded_on),
  constraint teacher_answers_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index teacher_answers_of_pupil on teacher_answers (pupil_id);
-- Under a key that is not in the database; gone once they stand in somebody's record, and after half a year in any case.
create table teacher_answers_sealed (
  answers_id uuid primary key references teacher_answers,
  programme_id uuid not null references programme,
  sealed bytea not null
);

create trigger pupil_entry_append_only before update or delete or truncate on pupil_entry
  for each statement execute function refuse_change();
create trigger incident_closing_append_only before update or delete or truncate on incident_closing
  for each statement execute function refuse_change();
create trigger teacher_answers_append_only before update or delete or truncate on teacher_answers
  for each statement execute function refuse_change();

-- What families agreed about some pupils, as it stands on a day: the one place where a pupil is somebody. Nobody may ask it but the
-- functions below.
create function school_told(p_pupils uuid[], p_on date) returns setof school_note
  language sql stable security definer set search_path = public, pg_temp rows 10 cost 5000 as $$
  select newest.* from (
    select distinct on (standing_of(note.person_id)) note.*
    from school_note note
    where note.person_id in (select records_of(array(
      select distinct touching.person_id from school_note touching where touching.pupil_id = any (p_pupils))))
    order by standing_of(note.person_id), note.version desc, note.recorded_at desc) newest
  where newest.state = 'standing' and newest.pupil_id = any (p_pupils)
    and consent_allows(standing_of(newest.person_id), 'referral', newest.receiver_id, p_on)
$$;

-- The actor's own list, with what the families agreed to mixed in: words, no row, no author, no day.
drop function pupils_of_actor(date);
create function pupils_of_actor(p_on date)
  returns table (pupil_id uuid, entry_id uuid, version integer, sealed bytea, own_supports text[], own_call text,
    supports text[], calls text[], languages text[], health text[], is_helped boolean)
  language sql stable security definer set search_path = public, pg_temp rows 40 cost 5000 as $$
  with own as materialized (
    select * from listed_pupils() listed where (select may('pupil.keep')) and listed.kept_by = actor_id()),
  told as materialized (select * from school_told(array(select own.pupil_id from own), p_on))
  select own.pupil_id, own.id, own.version, name.sealed, own.supports, own.call,
    array(select word from (select unnest(own.supports) as word
      union select unnest(told.supports) from told where told.pupil_id = own.pupil_id) words order by word),
    array(select word from (select own.call as word
      union select told.call from told where told.pupil_id = own.pupil_id) words where word is not null order by word),
    array(select distinct unnest(told.languages) as word from told where told.pupil_id = own.pupil_id order by word),
    array(select distinct unnest(told.health) as word from told where told.pupil_id = own.pupil_id order by word),
    exists (select from told where told.pupil_id = own.pupil_id and told.is_helped)
  from own join pupil_name name on name.entry_id = own.id
$$;

-- The telephones that families left for the school, sealed, each with what its seal is bound to.
create function phones_of_actor(p_on date) returns table (pupil_id uuid, label_id uuid, sealed bytea)
  language sql stable security definer set search_path = public, pg_temp rows 10 cost 5000 as $$
  select told.pupil_id, told.id, told.sealed_phone
  from school_told(array(select listed.pupil_id from listed_pupils() listed
    where (select may('pupil.keep')) and listed.kept_by = actor_id()), p_on) told
  where told.sealed_phone is not null
$$;

create function own_pupils() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp rows 40 cost 500 as $$
  select listed.pupil_id from listed_pupils() listed where (select may('pupil.keep')) and listed.kept_by = actor_id()
$$;

-- For whoever helps the family: which pupil a person within reach is, and what of the school's record the mother lets through.
create function pupil_links(p_on date) returns table (person_id uuid, pupil_id uuid, passes text[])
  language sql stable security definer set search_path = public, pg_temp rows 20 cost 5000 as $$
  with reach as materialized (select array(select people_in_reach() except select people_put_away()) as people
    where (select may('school-note.write')))
  select standing_of(told.person_id), told.pupil_id, told.passes
  from reach cross join lateral school_told(
    array(select distinct note.pupil_id from school_note note where note.person_id = any (reach.people)), p_on) told
  where standing_of(told.person_id) = any (reach.people)
$$;

-- What the school wrote of people within reach, as far as the mother lets it through.
create function pupil_entries_passed(p_on date)
  returns table (person_id uuid, pupil_id uuid, subject_id uuid, version integer, kind text, value jsonb, recorded_on date,
    is_closed boolean)
  language sql stable security definer set search_path = public, pg_temp rows 50 cost 6000 as $$
  select link.person_id, entry.pupil_id, entry.subject_id, entry.version, entry.kind, entry.value, entry.recorded_on,
    exists (select from incident_closing closing where closing.incident_id = entry.subject_id)
  from pupil_links(p_on) link join pupil_entry entry on entry.pupil_id = link.pupil_id
    and case entry.kind when 'attendance' then 'attendance' else 'incidents' end = any (link.passes)
$$;

-- Incidents of other people's pupils that wait for a second person: what happened and what was done, and not to whom.
create function incidents_to_close()
  returns table (subject_id uuid, version integer, kind text, value jsonb, recorded_on date)
  language sql stable security definer set search_path = public, pg_temp rows 50 cost 2000 as $$
  select entry.subject_id, entry.version, entry.kind, entry.value, entry.recorded_on
  from pupil_entry entry
  where (select may('incident.close')) and (select may('pupil.keep')) and entry.programme_id = actor_programme()
    and entry.kind <> 'attendance'
    and not exists (select from incident_closing closing where closing.incident_id = entry.subject_id)
    and not exists (select from pupil_entry own where own.subject_id = entry.subject_id and own.recorded_by = actor_id())
    and (select last.value ->> 'state' from pupil_entry last where last.subject_id = entry.subject_id
      order by last.version desc limit 1) = 'stopped'
$$;

create function may_write_pupil_entry(p_pupil uuid, p_subject uuid, p_version integer, p_kind text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select p_pupil in (select own_pupils())
    and p_version = 1 + coalesce((select max(version) from pupil_entry known where known.subject_id = p_subject), 0)
    and not exists (select from pupil_entry known where known.subject_id = p_subject
      and (known.pupil_id <> p_pupil or (known.kind = 'attendance') <> (p_kind = 'attendance')))
    and case p_kind when 'response' then p_version = 2 when 'look' then p_version > 2 else true end
    and not exists (select from incident_closing closing where closing.incident_id = p_subject)
$$;

-- An incident is closed by somebody who wrote nothing of it, after a look that found it stopped: another colleague who keeps a list,
-- or whoever helps the family, where the mother lets it through.
create function may_close_incident(p_incident uuid, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('incident.close')
    and (p_incident in (select waiting.subject_id from incidents_to_close() waiting)
      or exists (select from pupil_entries_passed(p_on) passed where passed.subject_id = p_incident and not passed.is_closed
        and not exists (select from pupil_entry own where own.subject_id = p_incident and own.recorded_by = actor_id())
        and (select last.value ->> 'state' from pupil_entry last where last.subject_id = p_incident
          order by last.version desc limit 1) = 'stopped'))
$$;

-- Serious harm to a child whom the programme knows calls whoever answers for its safety, at once; at school nothing tells of it.
create function raise_of_incident() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  minutes integer := coalesce((select (clock.clock #>> '{today,coordinator}')::integer from safety_clock clock
    where clock.programme_id = new.programme_id order by clock.version desc limit 1), 24 * 60);
begin
  insert into safety_event (id, programme_id, person_id, kind, urgency, answered_at, arrived_at, starts_at, due_at, raised_by)
  select gen_random_uuid(), new.programme_id, standing_of(told.person_id), 'child-danger', 'today', new.recorded_at,
    new.recorded_at, new.recorded_at, new.recorded_at + make_interval(mins => minutes), new.recorded_by
  from school_told(array[new.pupil_id], new.recorded_on) told;
  return null;
end $$;
create trigger pupil_entry_of_serious_harm after insert on pupil_entry
  for each row when (new.kind = 'incident' and new.value ->> 'harm' = 'serious') execute function raise_of_incident();

-- Answers that wait to be taken into the record of somebody within reach, for whoever writes questionnaires down.
create function teacher_answers_passed(p_on date)
  returns table (person_id uuid, id uuid, form_code text, form_version text, mode text, language text, is_entered_twice boolean,
    taken_on date, answered_at timestamptz, sealed bytea)
  language sql stable security definer set search_path = public, pg_temp rows 10 cost 6000 as $$
  select link.person_id, given.id, given.form_code, given.form_version, given.mode, given.language, given.is_entered_twice,
    given.taken_on, given.answered_at, words.sealed
  from pupil_links(p_on) link join teacher_answers given on given.pupil_id = link.pupil_id
  join teacher_answers_sealed words on words.answers_id = given.id
  where 'answers' = any (link.passes) and (select may('assessment.record'))
    and consent_allows(link.person_id, 'screening', null, p_on)
$$;

create function drop_teacher_answers() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  case tg_table_name
    when 'assessment' then delete from teacher_answers_sealed where answers_id = new.id;
    when 'pupil' then delete from teacher_answers_sealed where answers_id in (select id from teacher_answers
      where pupil_id = new.pupil_id);
    when 'erasure' then delete from teacher_answers_sealed where answers_id in (select given.id from teacher_answers given
      join school_note note on note.pupil_id = given.pupil_id and note.person_id in (select records_of(array[new.person_id])));
    else delete from teacher_answers_sealed where answers_id in (select id from teacher_answers
      where programme_id = new.programme_id and recorded_on < new.recorded_on - 180);
  end case;
  return null;
end $$;
create trigger assessment_takes_teacher_answers after insert on assessment
  for each row when (new.informant = 'teacher') execute function drop_teacher_answers();
create trigger pupil_forgets_teacher_answers after insert on pupil
  for each row when (new.state = 'ended') execute function drop_teacher_answers();
create trigger teacher_answers_forget_the_old after insert on teacher_answers
  for each row execute function drop_teacher_answers();
-- Before the agreement goes that says whose they are: triggers of one event run in the order of their names.
create trigger erasure_of_school_answers after insert on erasure
  for each row execute function drop_teacher_answers();

-- Incidents of the last year that schools of a region heard of, how many were answered within five working days and how many wait,
-- in whole fives, rounded down, as in paper_counts.
create function incident_counts(p_on date)
  returns table (region_code text, heard integer, in_time integer, waiting integer)
  language sql stable security definer set search_path = public, pg_temp rows 20 cost 2000 as $$
  with happened as (
    select distinct incident.subject_id, kept.region_code,
      (select said.value ->> 'isInTime' from pupil_entry said where said.subject_id = incident.subject_id and said.kind = 'response')
        as in_time
    from pupil_entry incident
    join role_assignment kept on kept.account_id = incident.recorded_by and kept.role = 'school-social-worker'
      and kept.ends_at is null and kept.region_code is not null
    where incident.kind = 'incident' and incident.programme_id = actor_programme() and incident.recorded_on > p_on - 365
      and (select may('caseload.count')))
  select happened.region_code, (count(*) / 5 * 5)::integer, (count(*) filter (where in_time = 'true') / 5 * 5)::integer,
    (count(*) filter (where in_time is null) / 5 * 5)::integer
  from happened
  where exists (
    select from role_assignment mine join role_permission allowed on allowed.role = mine.role
    where mine.account_id = actor_id() and mine.programme_id = actor_programme() and mine.ends_at is null
      and allowed.permission = 'caseload.count' and (mine.region_code is null or mine.region_code = happened.region_code))
  group by happened.region_code
$$;

revoke all on function school_told(uuid[], date), pupils_of_actor(date), phones_of_actor(date), own_pupils(), pupil_links(date),
  pupil_entries_passed(date), incidents_to_close(), may_write_pupil_entry(uuid, uuid, integer, text), may_close_incident(uuid, date),
  raise_of_incident(), teacher_answers_passed(date), drop_teacher_answers(), incident_counts(date) from public;
grant execute on function pupils_of_actor(date), phones_of_actor(date), own_pupils(), pupil_links(date), pupil_entries_passed(date),
  incidents_to_close(), may_write_pupil_entry(uuid, uuid, integer, text), may_close_incident(uuid, date),
  teacher_answers_passed(date), incident_counts(date) to tirek_app;

alter table pupil_entry enable row level security;
alter table incident_closing enable row level security;
alter table teacher_answers enable row level security;
alter table teacher_answers_sealed enable row level security;

create policy pupil_entry_own on pupil_entry for select to tirek_app
  using (pupil_id = any (array(select own_pupils())));
create policy pupil_entry_write on pupil_entry for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_write_pupil_entry(pupil_id, subject_id, version, kind));
create policy incident_closing_own on incident_closing for select to tirek_app
  using (exists (select from pupil_entry entry where entry.subject_id = incident_id));
create policy incident_closing_write on incident_closing for insert to tirek_app
  with check (programme_id = (select actor_programme()) and closed_by = (select actor_id())
    and may_close_incident(incident_id, closed_on));
create policy teacher_answers_own on teacher_answers for select to tirek_app
  using (pupil_id = any (array(select own_pupils())));
create policy teacher_answers_write on teacher_answers for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and pupil_id = any (array(select own_pupils())));
create policy teacher_answers_sealed_write on teacher_answers_sealed for insert to tirek_app
  with check (programme_id = (select actor_programme()) and exists (select from teacher_answers given
    where given.id = answers_id and given.recorded_by = (select actor_id())));

grant select, insert on pupil_entry, teacher_answers to tirek_app;
grant select (incident_id, closed_on), insert on incident_closing to tirek_app;
grant insert on teacher_answers_sealed to tirek_app;
