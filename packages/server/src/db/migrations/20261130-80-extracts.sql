-- Lists of people that are taken out of a caseload, sealed under a passphrase that is kept nowhere; above a size somebody else
-- lets them out. And what a programme sets for the data of its people.

create table privacy_settings (
  id uuid primary key,
  programme_id uuid not null references programme,
  version integer not null,
  settings jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint privacy_settings_account foreign key (set_by, programme_id) references account (id, programme_id),
  constraint privacy_settings_version_once unique (programme_id, version)
);

create table extract (
  id uuid primary key,
  programme_id uuid not null,
  purpose text not null,
  columns text[] not null,
  -- What for, in words, sealed under a key that is not in the database.
  reason bytea not null,
  language text not null,
  people integer not null,
  no_consent integer not null,
  erased integer not null,
  needs_second boolean not null,
  fingerprint bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  constraint extract_account foreign key (made_by, programme_id) references account (id, programme_id),
  constraint extract_programme unique (id, programme_id),
  constraint extract_maker unique (id, programme_id, made_by),
  constraint extract_purpose_known check (purpose in ('service', 'screening', 'contact-phone', 'contact-messenger')),
  constraint extract_columns_known check (cardinality(columns) > 0 and columns <@ array['family', 'name', 'birth', 'phones', 'sex',
    'age', 'status', 'attention', 'next-review', 'needs']),
  constraint extract_phones_for_contact check (not ('phones' = any (columns)) or purpose in ('contact-phone', 'contact-messenger')),
  constraint extract_of_somebody check (people > 0),
  -- Whatever a programme sets, more people than these leave with a second person's word only.
  constraint extract_large_needs_second check (needs_second or people <= 25),
  constraint extract_expires check (expires_at > made_at and expires_at <= made_at + interval '3 days'),
  constraint extract_fingerprint_length check (octet_length(fingerprint) = 32)
);
create index extract_of_programme on extract (programme_id, made_at desc);
create index extract_of_maker on extract (made_by, made_at desc);

create table extract_person (
  extract_id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  primary key (extract_id, person_id),
  constraint extract_person_of_extract foreign key (extract_id, programme_id) references extract (id, programme_id),
  constraint extract_person_known foreign key (person_id, programme_id) references person (id, programme_id)
);
create index extract_of_person on extract_person (person_id);

-- The sealed archive. It goes when the list runs out, is declined, or somebody in it is erased.
create table extract_file (
  extract_id uuid primary key references extract,
  programme_id uuid not null references programme,
  sealed bytea not null
);

create table extract_decision (
  extract_id uuid primary key,
  programme_id uuid not null,
  made_by uuid not null,
  kind text not null,
  reason text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  constraint extract_decision_of_extract foreign key (extract_id, programme_id, made_by)
    references extract (id, programme_id, made_by),
  constraint extract_decision_account foreign key (decided_by, programme_id) references account (id, programme_id),
  constraint extract_decision_by_another check (decided_by <> made_by),
  constraint extract_decision_kind_known check (kind in ('released', 'declined')),
  constraint extract_decision_declined_why check ((kind = 'declined') = (reason is not null)),
  constraint extract_decision_reason_known check (reason in ('not-needed', 'fewer-people', 'fewer-columns'))
);

create trigger privacy_settings_append_only before update or delete or truncate on privacy_settings
  for each statement execute function refuse_change();
create trigger extract_append_only before update or delete or truncate on extract
  for each statement execute function refuse_change();
create trigger extract_person_append_only before update or delete or truncate on extract_person
  for each statement execute function refuse_change();
create trigger extract_decision_append_only before update or delete or truncate on extract_decision
  for each statement execute function refuse_change();
create trigger extract_file_unchanged before update or truncate on extract_file
  for each statement execute function refuse_change();

-- A second person for lists of her team, or of the whole programme for who oversees them; never for her own.
create function may_release_extract(p_made_by uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('extract.release') and p_made_by <> actor_id()
    and (may('extract.oversee') or p_made_by = any (array(select team_of_actor())))
$$;
create function may_know_extract(p_made_by uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select (may('extract.make') and p_made_by = actor_id()) or may_release_extract(p_made_by)
$$;

-- What the actor makes in this very transaction: a list without an archive.
create function is_own_new_extract(p_extract uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('extract.make')
    and exists (select from extract where id = p_extract and made_by = actor_id() and programme_id = actor_programme())
    and not exists (select from extract_file where extract_id = p_extract)
    and not exists (select from extract_decision where extract_id = p_extract)
$$;

-- The actor made it, it may leave, and everybody in it is within her reach still.
create function may_fetch_extract(p_extract uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('extract.make')
    and exists (select from extract where id = p_extract and made_by = actor_id() and programme_id = actor_programme()
      and (not needs_second or exists (select from extract_decision where extract_id = p_extract and kind = 'released')))
    and not exists (select from extract_person listed where listed.extract_id = p_extract
      and not (array(select standing_of(listed.person_id)) && array(select people_in_reach())))
$$;

create function drop_extract_file() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'erasure' then
    delete from extract_file where extract_id in (select extract_id from extract_person where person_id = new.person_id);
  else
    delete from extract_file where extract_id = new.extract_id;
  end if;
  return null;
end $$;
create trigger extract_decision_drops after insert on extract_decision
  for each row when (new.kind = 'declined') execute function drop_extract_file();
create trigger erasure_drops_extracts after insert on erasure
  for each row execute function drop_extract_file();

-- The colleagues who made lists and decided about them, as far as the actor may know of these lists.
create function extract_colleague(p_extract uuid, p_account uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select display_name from account where account.id = p_account
    and exists (select from extract where id = p_extract and programme_id = actor_programme() and may_know_extract(made_by)
      and (made_by = p_account or exists (
        select from extract_decision where extract_id = p_extract and decided_by = p_account)))
$$;

revoke all on function may_know_extract(uuid), may_release_extract(uuid), is_own_new_extract(uuid), may_fetch_extract(uuid),
  drop_extract_file(), extract_colleague(uuid, uuid) from public;
grant execute on function may_know_extract(uuid), may_release_extract(uuid), is_own_new_extract(uuid), may_fetch_extract(uuid),
  extract_colleague(uuid, uuid) to tirek_app;

alter table privacy_settings enable row level security;
alter table extract enable row level security;
alter table extract_person enable row level security;
alter table extract_file enable row level security;
alter table extract_decision enable row level security;

create policy privacy_settings_read on privacy_settings for select to tirek_app
  using (programme_id = (select actor_programme()) and (select current_setting('tirek.fully_signed_in', true)) = 'yes');
create policy privacy_settings_set on privacy_settings for insert to tirek_app
  with check (programme_id = (select actor_programme()) and set_by = (select actor_id()) and (select may('privacy.settings')));

create policy extract_known on extract for select to tirek_app
  using (programme_id = (select actor_programme()) and may_know_extract(made_by));
create policy extract_make on extract for insert to tirek_app
  with check (programme_id = (select actor_programme()) and made_by = (select actor_id()) and (select may('extract.make')));
create policy extract_person_own on extract_person for select to tirek_app
  using (programme_id = (select actor_programme()) and exists (
    select from extract where extract.id = extract_person.extract_id and extract.made_by = (select actor_id())));
create policy extract_person_list on extract_person for insert to tirek_app
  with check (programme_id = (select actor_programme()) and is_own_new_extract(extract_id)
    and person_id = any (array(select people_in_reach())));
create policy extract_file_fetch on extract_file for select to tirek_app
  using (programme_id = (select actor_programme()) and may_fetch_extract(extract_id));
create policy extract_file_keep on extract_file for insert to tirek_app
  with check (programme_id = (select actor_programme()) and is_own_new_extract(extract_id));
create policy extract_decision_known on extract_decision for select to tirek_app
  using (programme_id = (select actor_programme()) and may_know_extract(made_by));
create policy extract_decision_make on extract_decision for insert to tirek_app
  with check (programme_id = (select actor_programme()) and decided_by = (select actor_id()) and may_release_extract(made_by));
-- What has run out is deleted by a job.
create policy extract_jobs on extract for select to tirek_jobs using (true);
create policy extract_file_jobs on extract_file for all to tirek_jobs using (true);

grant select, insert on privacy_settings, extract, extract_person, extract_file, extract_decision to tirek_app;
grant select on extract to tirek_jobs;
grant select (extract_id), delete on extract_file to tirek_jobs;
