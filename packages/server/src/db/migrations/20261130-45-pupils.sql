-- The school view. A school social worker keeps a list of his own: whom his school supports, for whatever reason, put there by
-- nobody but him. Nothing of the programme adds to it or takes from it, so its length and make-up tell nothing of any family. What
-- a family agreed to be told at school is written beside a person; he is shown the agreed words of a closed list on his pupil's
-- line, without author, day or reason, and reaches no row that says whose they are (docs/decisions/0071-the-school-view.md).

create table pupil (
  id uuid primary key,
  programme_id uuid not null references programme,
  pupil_id uuid not null,
  version integer not null,
  kept_by uuid not null,
  state text not null,
  supports text[] not null,
  call text,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint pupil_account foreign key (kept_by, programme_id) references account (id, programme_id),
  constraint pupil_version_counted check (version >= 1),
  constraint pupil_version_once unique (pupil_id, version),
  constraint pupil_state_known check (state in ('listed', 'ended')),
  constraint pupil_ended_is_empty check (state = 'listed' or (supports = '{}' and call is null)),
  constraint pupil_supports_known check (supports <@ array['seat-in-front', 'more-time', 'short-tasks', 'quiet-break',
    'told-ahead', 'language-help', 'homework-help', 'catching-up', 'free-meals', 'books-and-clothes']),
  constraint pupil_call_known check (call in ('family', 'class-teacher', 'school-social-worker', 'school-psychologist',
    'school-nurse')),
  constraint pupil_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index pupil_of_keeper on pupil (kept_by);

-- Name and class, sealed under a key that is not in the database; only the newest is kept, and none of a pupil taken off the list.
create table pupil_name (
  entry_id uuid primary key references pupil,
  programme_id uuid not null references programme,
  sealed bytea not null
);

create table school_note (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null,
  pupil_id uuid not null,
  receiver_id uuid not null,
  version integer not null,
  state text not null,
  supports text[] not null,
  call text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint school_note_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint school_note_receiver foreign key (receiver_id, programme_id) references consent_receiver (id, programme_id),
  constraint school_note_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint school_note_version_counted check (version >= 1),
  constraint school_note_version_once unique (person_id, version),
  constraint school_note_state_known check (state in ('standing', 'withdrawn')),
  constraint school_note_withdrawn_is_empty check (state = 'standing' or (supports = '{}' and call is null)),
  constraint school_note_supports_known check (supports <@ array['seat-in-front', 'more-time', 'short-tasks', 'quiet-break',
    'told-ahead', 'language-help', 'homework-help', 'catching-up', 'free-meals', 'books-and-clothes']),
  constraint school_note_call_known check (call in ('family', 'class-teacher', 'school-social-worker', 'school-psychologist',
    'school-nurse')),
  constraint school_note_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index school_note_of_pupil on school_note (pupil_id);

create trigger pupil_append_only before update or delete or truncate on pupil
  for each statement execute function refuse_change();
create trigger school_note_append_only before update or delete or truncate on school_note
  for each statement execute function refuse_change_but_erasure();

create function drop_former_pupil_name() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from pupil_name where entry_id in (select id from pupil where pupil_id = new.pupil_id);
  return null;
end $$;
create trigger pupil_forgets_names after insert on pupil
  for each row execute function drop_former_pupil_name();

-- An erasure takes along what was agreed for school. The pupil's line is the school's own and stays: its going would tell.
create function erase_school_notes() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from school_note where person_id in (select records_of(array[new.person_id]));
  return null;
end $$;
create trigger erasure_of_school_notes after insert on erasure
  for each row execute function erase_school_notes();

create function may_keep_pupil(p_pupil uuid, p_version integer) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('pupil.keep')
    and p_version = 1 + coalesce((select max(version) from pupil known where known.pupil_id = p_pupil), 0)
    and not exists (select from pupil known where known.pupil_id = p_pupil
      and (known.kept_by <> actor_id() or known.programme_id <> actor_programme() or known.state = 'ended'))
$$;

-- The pupils who are on a list today, by the version that holds.
create function listed_pupils() returns setof pupil
  language sql stable security definer set search_path = public, pg_temp as $$
  select newest.* from pupil newest
  where newest.programme_id = actor_programme() and newest.state = 'listed'
    and not exists (select from pupil later where later.pupil_id = newest.pupil_id and later.version > newest.version)
$$;

-- The actor's own list. What families agreed to is mixed into what he wrote himself: words of the list, no row, no author, no day.
-- A consent that was withdrawn takes its words away with the next look.
create function pupils_of_actor(p_on date)
  returns table (pupil_id uuid, entry_id uuid, version integer, sealed bytea, own_supports text[], own_call text,
    supports text[], calls text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  with own as (select * from listed_pupils() listed where (select may('pupil.keep')) and listed.kept_by = actor_id()),
  newest as (
    select distinct on (standing_of(note.person_id)) note.*
    from school_note note
    where note.person_id in (select touching.person_id from school_note touching join own on own.pupil_id = touching.pupil_id)
    order by standing_of(note.person_id), note.version desc, note.recorded_at desc),
  told as (
    select newest.pupil_id, newest.supports, newest.call from newest
    where newest.state = 'standing' and consent_allows(standing_of(newest.person_id), 'referral', newest.receiver_id, p_on))
  select own.pupil_id, own.id, own.version, name.sealed, own.supports, own.call,
    array(select word from (select unnest(own.supports) as word
      union select unnest(told.supports) from told where told.pupil_id = own.pupil_id) words order by word),
    array(select word from (select own.call as word
      union select told.call from told where told.pupil_id = own.pupil_id) words where word is not null order by word)
  from own join pupil_name name on name.entry_id = own.id
$$;

-- For a colleague who holds the family of a child: the sealed names of pupils, which the program opens to show who bears the same.
create function pupils_to_compare(p_person uuid) returns table (pupil_id uuid, entry_id uuid, sealed bytea, keeper text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select listed.pupil_id, listed.id, name.sealed, keeper.display_name
  from listed_pupils() listed join pupil_name name on name.entry_id = listed.id join account keeper on keeper.id = listed.kept_by
  where (select may('school-note.write')) and p_person = any (array(select people_in_reach()))
$$;

create function may_record_school_note(p_person uuid, p_pupil uuid, p_receiver uuid, p_version integer, p_state text, p_on date)
  returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('school-note.write')
    and p_person = any (array(select people_in_reach()))
    and p_version = 1 + coalesce((select max(version) from school_note known
      where known.person_id in (select records_of(array[p_person]))), 0)
    and case when p_state = 'withdrawn' then p_version > 1
      else consent_allows(p_person, 'referral', p_receiver, p_on)
        and exists (select from listed_pupils() listed where listed.pupil_id = p_pupil) end
$$;

revoke all on function drop_former_pupil_name(), erase_school_notes(), may_keep_pupil(uuid, integer), listed_pupils(),
  pupils_of_actor(date), pupils_to_compare(uuid), may_record_school_note(uuid, uuid, uuid, integer, text, date) from public;
grant execute on function may_keep_pupil(uuid, integer), pupils_of_actor(date), pupils_to_compare(uuid),
  may_record_school_note(uuid, uuid, uuid, integer, text, date) to tirek_app;

alter table pupil enable row level security;
alter table pupil_name enable row level security;
alter table school_note enable row level security;

create policy pupil_own on pupil for select to tirek_app
  using (kept_by = (select actor_id()) and programme_id = (select actor_programme()) and (select may('pupil.keep')));
create policy pupil_keep on pupil for insert to tirek_app
  with check (kept_by = (select actor_id()) and programme_id = (select actor_programme()) and may_keep_pupil(pupil_id, version));
create policy pupil_name_own on pupil_name for select to tirek_app
  using (exists (select from pupil where pupil.id = entry_id));
create policy pupil_name_keep on pupil_name for insert to tirek_app
  with check (programme_id = (select actor_programme())
    and exists (select from pupil where pupil.id = entry_id and pupil.state = 'listed'));
create policy school_note_in_reach on school_note for select to tirek_app
  using ((select may('school-note.write')) and person_id = any (array(select people_in_reach())));
create policy school_note_write on school_note for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_school_note(person_id, pupil_id, receiver_id, version, state, recorded_on));

grant select, insert on pupil, pupil_name, school_note to tirek_app;
