-- A person's own copy of all that is held about her, sealed under a passphrase that is kept nowhere. Made by whoever reaches her,
-- let out by somebody else, who cannot open it.

create table own_copy (
  id uuid primary key,
  programme_id uuid not null,
  person_id uuid not null,
  asked_by text not null,
  asked_on date not null,
  proof text not null,
  language text not null,
  -- Parts that are left out as a whole, each with its reason.
  withheld jsonb not null,
  due_on date not null,
  -- SHA-256 of the sealed archive and its length: they prove later which one she was given.
  fingerprint bytea not null,
  bytes integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  constraint own_copy_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint own_copy_account foreign key (made_by, programme_id) references account (id, programme_id),
  constraint own_copy_maker unique (id, programme_id, made_by),
  constraint own_copy_asker_known check (asked_by in ('person', 'guardian', 'representative')),
  constraint own_copy_proof_known check (proof in ('known', 'identity-document', 'authority-paper')),
  constraint own_copy_language_known check (language in ('kk', 'ru', 'en')),
  constraint own_copy_fingerprint_length check (octet_length(fingerprint) = 32),
  constraint own_copy_due_after_asked check (due_on >= asked_on)
);
create index own_copy_of_person on own_copy (person_id, made_at desc);
create index own_copy_of_programme on own_copy (programme_id, made_at desc);

-- The sealed archive. It goes once it was handed over, declined or has run out; what it was stays in own_copy.
create table own_copy_file (
  copy_id uuid primary key references own_copy,
  programme_id uuid not null references programme,
  sealed bytea not null
);

create table own_copy_decision (
  copy_id uuid primary key,
  programme_id uuid not null,
  made_by uuid not null,
  kind text not null,
  reason text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  constraint own_copy_decision_of_copy foreign key (copy_id, programme_id, made_by)
    references own_copy (id, programme_id, made_by),
  constraint own_copy_decision_account foreign key (decided_by, programme_id) references account (id, programme_id),
  constraint own_copy_decision_by_another check (decided_by <> made_by),
  constraint own_copy_decision_kind_known check (kind in ('released', 'declined')),
  constraint own_copy_decision_declined_why check ((kind = 'declined') = (reason is not null)),
  constraint own_copy_decision_reason_known check (reason in ('not-proven', 'withhold-more', 'law-forbids'))
);

-- That she has it: the receipt.
create table own_copy_hand_over (
  copy_id uuid primary key,
  programme_id uuid not null,
  way text not null,
  handed_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint own_copy_hand_over_decided foreign key (copy_id) references own_copy_decision (copy_id),
  constraint own_copy_hand_over_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint own_copy_hand_over_way_known check (way in ('in-person', 'on-a-stick', 'by-mail', 'by-messenger'))
);

create trigger own_copy_append_only before update or delete or truncate on own_copy
  for each statement execute function refuse_change();
create trigger own_copy_decision_append_only before update or delete or truncate on own_copy_decision
  for each statement execute function refuse_change();
create trigger own_copy_hand_over_append_only before update or delete or truncate on own_copy_hand_over
  for each statement execute function refuse_change();
create trigger own_copy_file_unchanged before update or truncate on own_copy_file
  for each statement execute function refuse_change();

-- Whether the actor may know of a copy: she reaches the person, or she lets copies out.
create function may_know_copy(p_copy uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from own_copy copy
    where copy.id = p_copy and copy.programme_id = actor_programme()
      and (may('copy.release') or (may('copy.make') and copy.person_id = any (array(select people_in_reach())))))
$$;

create function is_copy_released(p_copy uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from own_copy_decision where copy_id = p_copy and kind = 'released')
    and not exists (select from own_copy_hand_over where copy_id = p_copy)
$$;

-- What the actor makes in this very transaction: a copy without an archive. Nobody can put another one in its place.
create function is_own_new_copy(p_copy uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('copy.make')
    and exists (select from own_copy copy where copy.id = p_copy and copy.made_by = actor_id()
      and copy.programme_id = actor_programme())
    and not exists (select from own_copy_file where copy_id = p_copy)
    and not exists (select from own_copy_decision where copy_id = p_copy)
$$;

-- In how many families outside the actor's reach somebody within it is recorded too: her copy says so, since it cannot hold them.
create function families_elsewhere(p_person uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct family_id)::integer from family_member
  where person_id in (select records_of(array[p_person])) and p_person = any (array(select people_in_reach()))
    and family_id <> all (array(select families_in_reach()))
$$;

-- The archive goes with the receipt, with a no, and when the person is erased.
create function drop_own_copy_file() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'erasure' then
    delete from own_copy_file where copy_id in (select id from own_copy where person_id = new.person_id);
  else
    delete from own_copy_file where copy_id = new.copy_id;
  end if;
  return null;
end $$;
create trigger own_copy_hand_over_drops after insert on own_copy_hand_over
  for each row execute function drop_own_copy_file();
create trigger own_copy_decision_drops after insert on own_copy_decision
  for each row when (new.kind = 'declined') execute function drop_own_copy_file();
create trigger erasure_drops_own_copies after insert on erasure
  for each row execute function drop_own_copy_file();

-- The colleagues who made copies, decided about them and handed them over, as far as the actor may know of these copies.
create function copy_colleague(p_copy uuid, p_account uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select display_name from account where account.id = p_account and may_know_copy(p_copy) and (
    exists (select from own_copy where id = p_copy and made_by = p_account)
    or exists (select from own_copy_decision where copy_id = p_copy and decided_by = p_account)
    or exists (select from own_copy_hand_over where copy_id = p_copy and recorded_by = p_account))
$$;

revoke all on function may_know_copy(uuid), is_copy_released(uuid), is_own_new_copy(uuid), drop_own_copy_file(),
  copy_colleague(uuid, uuid), families_elsewhere(uuid) from public;
grant execute on function may_know_copy(uuid), is_copy_released(uuid), is_own_new_copy(uuid), copy_colleague(uuid, uuid), families_elsewhere(uuid)
  to tirek_app;

alter table own_copy enable row level security;
alter table own_copy_file enable row level security;
alter table own_copy_decision enable row level security;
alter table own_copy_hand_over enable row level security;

create policy own_copy_known on own_copy for select to tirek_app
  using (programme_id = (select actor_programme())
    and ((select may('copy.release'))
      or ((select may('copy.make')) and person_id = any (array(select people_in_reach())))));
create policy own_copy_make on own_copy for insert to tirek_app
  with check (programme_id = (select actor_programme()) and made_by = (select actor_id()) and (select may('copy.make'))
    and person_id = any (array(select people_in_reach())));
create policy own_copy_file_fetch on own_copy_file for select to tirek_app
  using ((select may('copy.fetch')) and may_know_copy(copy_id) and is_copy_released(copy_id));
create policy own_copy_file_keep on own_copy_file for insert to tirek_app
  with check (programme_id = (select actor_programme()) and is_own_new_copy(copy_id));
create policy own_copy_decision_known on own_copy_decision for select to tirek_app
  using (programme_id = (select actor_programme()) and may_know_copy(copy_id));
create policy own_copy_decision_make on own_copy_decision for insert to tirek_app
  with check (programme_id = (select actor_programme()) and decided_by = (select actor_id()) and (select may('copy.release')));
create policy own_copy_hand_over_known on own_copy_hand_over for select to tirek_app
  using (programme_id = (select actor_programme()) and may_know_copy(copy_id));
create policy own_copy_hand_over_record on own_copy_hand_over for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id()) and (select may('copy.fetch'))
    and may_know_copy(copy_id) and is_copy_released(copy_id));
-- What has run out is deleted by a job.
create policy own_copy_jobs on own_copy for select to tirek_jobs using (true);
create policy own_copy_file_jobs on own_copy_file for all to tirek_jobs using (true);

grant select, insert on own_copy, own_copy_file, own_copy_decision, own_copy_hand_over to tirek_app;
grant select on own_copy to tirek_jobs;
grant select (copy_id), delete on own_copy_file to tirek_jobs;
