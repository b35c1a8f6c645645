-- Erasing a person: asked for by one, done by another, never while a hold stands. Destroying her data key makes every version of
-- her identity unreadable wherever it was copied to; the sealed texts go as well. What stays tells nothing of who she was.

create table legal_hold (
  id uuid primary key,
  programme_id uuid not null,
  person_id uuid not null,
  basis text not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  constraint legal_hold_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint legal_hold_account foreign key (placed_by, programme_id) references account (id, programme_id),
  constraint legal_hold_lifted_by foreign key (lifted_by, programme_id) references account (id, programme_id),
  constraint legal_hold_basis_known check (basis in ('court', 'prosecutor', 'complaint', 'claim')),
  constraint legal_hold_lifted_whole check ((lifted_by is null) = (lifted_at is null))
);
create unique index legal_hold_once on legal_hold (person_id, basis) where lifted_at is null;

create table erasure_request (
  id uuid primary key,
  programme_id uuid not null,
  person_id uuid not null,
  basis text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  constraint erasure_request_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint erasure_request_account foreign key (asked_by, programme_id) references account (id, programme_id),
  constraint erasure_request_asker unique (id, programme_id, person_id, asked_by),
  constraint erasure_request_basis_known check (basis in ('person-asks', 'guardian-asks', 'purpose-ended', 'recorded-wrongly'))
);
create index erasure_request_of_person on erasure_request (person_id);

create table erasure_decision (
  request_id uuid primary key,
  programme_id uuid not null,
  person_id uuid not null,
  asked_by uuid not null,
  kind text not null,
  reason text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  transaction xid8 not null default pg_current_xact_id(),
  constraint erasure_decision_of_request foreign key (request_id, programme_id, person_id, asked_by)
    references erasure_request (id, programme_id, person_id, asked_by),
  constraint erasure_decision_account foreign key (decided_by, programme_id) references account (id, programme_id),
  constraint erasure_decision_by_another check (decided_by <> asked_by),
  constraint erasure_decision_kind_known check (kind in ('erased', 'declined')),
  constraint erasure_decision_declined_why check ((kind = 'declined') = (reason is not null)),
  constraint erasure_decision_reason_known check (reason in ('not-asked-by-her', 'help-goes-on', 'law-forbids'))
);

-- The ledger: who was erased. Stands by itself, since a restored backup may know the person and not the request.
create table erasure (
  person_id uuid primary key,
  programme_id uuid not null,
  erased_at timestamptz not null,
  transaction xid8 not null default pg_current_xact_id(),
  constraint erasure_person foreign key (person_id, programme_id) references person (id, programme_id)
);

create trigger erasure_request_append_only before update or delete or truncate on erasure_request
  for each statement execute function refuse_change();
create trigger erasure_decision_append_only before update or delete or truncate on erasure_decision
  for each statement execute function refuse_change();
create trigger erasure_append_only before update or delete or truncate on erasure
  for each statement execute function refuse_change();

-- Of what is only ever added, the one thing that may take something away is an erasure under way in this transaction.
create function refuse_change_but_erasure() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'TRUNCATE' and exists (select from erasure where transaction = pg_current_xact_id_if_assigned()) then
    return null;
  end if;
  raise exception 'append-only: % on %', tg_op, tg_table_name using errcode = 'restrict_violation', constraint = 'append_only';
end $$;
drop trigger identity_append_only on identity;
create trigger identity_append_only before update or delete or truncate on identity
  for each statement execute function refuse_change_but_erasure();
drop trigger spoken_languages_append_only on spoken_languages;
create trigger spoken_languages_append_only before update or delete or truncate on spoken_languages
  for each statement execute function refuse_change_but_erasure();
drop trigger family_fact_append_only on family_fact;
create trigger family_fact_append_only before update or delete or truncate on family_fact
  for each statement execute function refuse_change_but_erasure();
drop trigger consent_append_only on consent;
create trigger consent_append_only before update or delete or truncate on consent
  for each statement execute function refuse_change_but_erasure();

create function is_on_hold(p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from legal_hold where person_id = p_person and lifted_at is null)
$$;

-- A decision to erase that erases nothing does not come to pass.
create function require_erased() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind = 'erased' and not exists (select from erasure where person_id = new.person_id) then
    raise exception 'decided and not erased' using errcode = 'integrity_constraint_violation', constraint = 'erasure_done';
  end if;
  return null;
end $$;
create constraint trigger erasure_decision_done after insert on erasure_decision
  deferrable initially deferred for each row execute function require_erased();

create function refuse_on_hold() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Whoever places a hold on her at this moment comes first or waits.
  perform from person where person.id = new.person_id for update;
  if new.kind = 'erased' and is_on_hold(new.person_id) then
    raise exception 'on hold' using errcode = 'restrict_violation', constraint = 'erasure_not_on_hold';
  end if;
  return new;
end $$;
create trigger erasure_decision_not_on_hold before insert on erasure_decision
  for each row execute function refuse_on_hold();

-- What must be read to erase somebody: every version of her own identity, and the sealed words in consents of those who are or
-- were in a family with her, in which she may be named.
create function texts_naming(p_person uuid)
  returns table (place text, id uuid, person_id uuid, version integer, key_version integer, wrapped bytea, sealed bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select 'identity', identity.id, identity.person_id, identity.version, held.key_version, held.wrapped, identity.sealed
  from identity join person_data_key held on held.person_id = identity.person_id and held.wrapped is not null
  where identity.person_id = p_person
  union all
  select 'consent', consent.id, consent.person_id, null, held.key_version, held.wrapped, consent.sealed
  from consent join person_data_key held on held.person_id = consent.person_id and held.wrapped is not null
  where consent.sealed is not null and consent.person_id <> p_person and consent.person_id in (
    select kin.person_id from family_member own join family_member kin on kin.family_id = own.family_id
    where own.person_id = p_person)
$$;

-- Erases. For the two functions below and for the program's restore, never for a login.
create function erase_person(p_person uuid, p_consents uuid[], p_sealed bytea[], p_now timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into erasure (person_id, programme_id, erased_at)
  select person.id, person.programme_id, p_now from person where person.id = p_person;
  update consent set sealed = anew.sealed
  from unnest(p_consents, p_sealed) as anew (id, sealed)
  where consent.id = anew.id and consent.id in (select named.id from texts_naming(p_person) named where named.place = 'consent');
  update consent set sealed = null where consent.person_id = p_person and sealed is not null;
  update person_data_key set wrapped = null where person_data_key.person_id = p_person;
  delete from identity where identity.person_id = p_person;
  delete from name_token where name_token.person_id = p_person;
  delete from spoken_languages where spoken_languages.person_id = p_person;
  -- Where her life stands is hers alone; a union or a home is also told of the others in it, as long as there are any.
  delete from family_fact where p_person = any (people)
    and not exists (select from unnest(people) as who where who not in (select erasure.person_id from erasure));
  -- A keyed hash of her name stood in the searches that found her.
  update identity_search set name_mark = '' where name_mark <> ''
    and (p_person = any (shown) or id = (select search_id from person where person.id = p_person));
end $$;

-- The texts to be read, for whoever has decided in this very transaction and has not erased yet.
create function erasure_texts(p_request uuid)
  returns table (place text, id uuid, person_id uuid, version integer, key_version integer, wrapped bytea, sealed bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select naming.* from erasure_decision decision cross join lateral texts_naming(decision.person_id) naming
  where decision.request_id = p_request and decision.kind = 'erased' and decision.decided_by = actor_id()
    and decision.programme_id = actor_programme() and (select may('erasure.decide'))
    and decision.transaction = pg_current_xact_id_if_assigned()
    and not exists (select from erasure where erasure.person_id = decision.person_id)
$$;
create function erase_as_decided(p_request uuid, p_consents uuid[], p_sealed bytea[], p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  whom uuid;
begin
  select decision.person_id into whom from erasure_decision decision
  where decision.request_id = p_request and decision.kind = 'erased' and decision.decided_by = actor_id()
    and decision.programme_id = actor_programme() and may('erasure.decide')
    and decision.transaction = pg_current_xact_id_if_assigned();
  if whom is null then return false; end if;
  perform erase_person(whom, p_consents, p_sealed, p_now);
  return true;
end $$;

-- Numbers only. For who reaches her and may ask, and for who decides about what was asked.
create function erasure_preview(p_person uuid)
  returns table (identity_versions integer, search_marks integer, sealed_consents integer, life_facts integer,
    languages integer, families integer, residences integer, consent_words integer, shared_facts integer,
    log_entries integer, request_id uuid, asked_at timestamptz, is_erased boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select count(*)::integer from identity where identity.person_id = p_person),
    (select count(*)::integer from name_token where name_token.person_id = p_person),
    (select count(*)::integer from consent where consent.person_id = p_person and sealed is not null),
    (select count(*)::integer from family_fact where fact = 'life' and subject_id = p_person),
    (select count(*)::integer from spoken_languages where spoken_languages.person_id = p_person),
    (select count(distinct family_id)::integer from family_member where family_member.person_id = p_person),
    (select count(*)::integer from residence where residence.person_id = p_person),
    (select count(*)::integer from consent where consent.person_id = p_person),
    (select count(*)::integer from family_fact where fact <> 'life' and p_person = any (people)),
    (select count(*)::integer from audit_entry where about @> array[p_person]),
    open.id, open.asked_at,
    exists (select from erasure where erasure.person_id = p_person)
  from person
  left join lateral (
    select asked.id, asked.asked_at from erasure_request asked
    where asked.person_id = p_person and not exists (select from erasure_decision where request_id = asked.id)
    order by asked.asked_at limit 1) as open on true
  where person.id = p_person and person.programme_id = actor_programme()
    and (((select may('erasure.request')) and p_person = any (array(select people_in_reach())))
      or ((select may('erasure.decide')) and exists (select from erasure_request asked where asked.person_id = p_person)))
$$;

create function may_ask_erasure(p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('erasure.request') and p_person = any (array(select people_in_reach()))
    and not exists (select from erasure where erasure.person_id = p_person)
    and not exists (
      select from erasure_request asked where asked.person_id = p_person
        and not exists (select from erasure_decision where request_id = asked.id))
$$;

revoke all on function refuse_change_but_erasure(), is_on_hold(uuid), require_erased(), refuse_on_hold(), texts_naming(uuid),
  erase_person(uuid, uuid[], bytea[], timestamptz), erasure_texts(uuid),
  erase_as_decided(uuid, uuid[], bytea[], timestamptz), erasure_preview(uuid), may_ask_erasure(uuid) from public;
grant execute on function erasure_texts(uuid), erase_as_decided(uuid, uuid[], bytea[], timestamptz), erasure_preview(uuid),
  may_ask_erasure(uuid) to tirek_app;

alter table legal_hold enable row level security;
alter table erasure_request enable row level security;
alter table erasure_decision enable row level security;
alter table erasure enable row level security;

create policy legal_hold_read on legal_hold for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('hold.manage')));
create policy legal_hold_place on legal_hold for insert to tirek_app
  with check (programme_id = (select actor_programme()) and placed_by = (select actor_id()) and (select may('hold.manage')));
create policy legal_hold_lift on legal_hold for update to tirek_app
  using (lifted_at is null and programme_id = (select actor_programme()) and (select may('hold.manage')))
  with check (lifted_by = (select actor_id()));

create policy erasure_request_read on erasure_request for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('erasure.decide')));
create policy erasure_request_ask on erasure_request for insert to tirek_app
  with check (programme_id = (select actor_programme()) and asked_by = (select actor_id()) and may_ask_erasure(person_id));
create policy erasure_decision_read on erasure_decision for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('erasure.decide')));
create policy erasure_decision_make on erasure_decision for insert to tirek_app
  with check (programme_id = (select actor_programme()) and decided_by = (select actor_id()) and (select may('erasure.decide')));
-- The ledger is copied out of the database, so that a restored backup can be told whom to erase again.
create policy erasure_jobs on erasure for select to tirek_jobs using (true);

grant select, insert on legal_hold, erasure_request to tirek_app;
grant update (lifted_by, lifted_at) on legal_hold to tirek_app;
grant select, insert (request_id, programme_id, person_id, asked_by, kind, reason, decided_by, decided_at)
  on erasure_decision to tirek_app;
grant select on erasure to tirek_jobs;
