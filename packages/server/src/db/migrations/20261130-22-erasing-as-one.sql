-- Erasing somebody erases every record of hers: all her keys. A hold on one holds all, and one that was placed while one id stood
-- for both holds both afterwards, since nobody can say any more whom of the two it meant.

create or replace function is_on_hold(p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from legal_hold where lifted_at is null and person_id in (select records_of(array[p_person])))
    or exists (
      select from person_merge once
      join legal_hold hold on hold.lifted_at is null and hold.person_id in (once.person_id, once.merged_id)
        and hold.placed_at between once.decided_at and once.undone_at
      where once.decision = 'agreed' and (once.person_id in (select records_of(array[p_person]))
        or once.merged_id in (select records_of(array[p_person]))))
$$;
-- The same for whoever decides about an erasure.
create function stands_on_hold(p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select (may('hold.manage') or may('erasure.decide')) and is_on_hold(p_person)
$$;

create or replace function refuse_on_hold() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Whoever places a hold on her at this moment comes first or waits; nobody makes her one with another meanwhile.
  perform pg_advisory_xact_lock(hashtextextended('person merge ' || new.programme_id, 0));
  perform from person where person.id in (select records_of(array[new.person_id])) order by person.id for update;
  if new.kind = 'erased' and is_on_hold(new.person_id) then
    raise exception 'on hold' using errcode = 'restrict_violation', constraint = 'erasure_not_on_hold';
  end if;
  return new;
end $$;

create or replace function texts_naming(p_person uuid)
  returns table (place text, id uuid, person_id uuid, version integer, key_version integer, wrapped bytea, sealed bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  with record as materialized (select id from records_of(array[p_person]) as id),
  home as materialized (select own.family_id from family_member own where own.person_id in (select record.id from record))
  select 'identity', identity.id, identity.person_id, identity.version, held.key_version, held.wrapped, identity.sealed
  from identity join person_data_key held on held.person_id = identity.person_id and held.wrapped is not null
  where identity.person_id in (select record.id from record)
  union all
  select 'consent', consent.id, consent.person_id, null, held.key_version, held.wrapped, consent.sealed
  from consent join person_data_key held on held.person_id = consent.person_id and held.wrapped is not null
  where consent.sealed is not null and consent.person_id not in (select record.id from record) and consent.person_id in (
    select kin.person_id from family_member kin where kin.family_id in (select home.family_id from home))
  union all
  select 'case', entry.id, entry.sealed_for, null, held.key_version, held.wrapped, entry.sealed
  from case_entry entry join person_data_key held on held.person_id = entry.sealed_for and held.wrapped is not null
  where entry.sealed is not null and entry.sealed_for not in (select record.id from record)
    and entry.family_id in (select home.family_id from home)
$$;

create or replace function erase_person(p_person uuid, p_consents uuid[], p_sealed bytea[], p_now timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  whom uuid[] := array(select records_of(array[p_person]));
begin
  insert into erasure (person_id, programme_id, erased_at)
  select person.id, person.programme_id, p_now from person where person.id = any (whom)
  on conflict do nothing;
  -- Erased already, as another record of the same person.
  if not found then return; end if;
  update consent set sealed = anew.sealed
  from unnest(p_consents, p_sealed) as anew (id, sealed)
  where consent.id = anew.id and consent.id in (select named.id from texts_naming(p_person) named where named.place = 'consent');
  update case_entry set sealed = anew.sealed
  from unnest(p_consents, p_sealed) as anew (id, sealed)
  where case_entry.id = anew.id and case_entry.id in (select named.id from texts_naming(p_person) named where named.place = 'case');
  update case_entry set sealed = null, sealed_for = null where sealed_for = any (whom);
  update consent set sealed = null where consent.person_id = any (whom) and sealed is not null;
  update person_data_key set wrapped = null where person_data_key.person_id = any (whom);
  delete from identity where identity.person_id = any (whom);
  delete from name_token where name_token.person_id = any (whom);
  delete from spoken_languages where spoken_languages.person_id = any (whom);
  -- Where her life stands is hers alone; a union or a home is also told of the others in it, as long as there are any.
  delete from family_fact where people && whom
    and not exists (select from unnest(people) as who where who not in (select erasure.person_id from erasure));
  -- A keyed hash of her name stood in the searches that found her.
  update identity_search set name_mark = '' where name_mark <> ''
    and (shown && whom or id in (select search_id from person where person.id = any (whom)));
end $$;

create or replace function erasure_preview(p_person uuid)
  returns table (identity_versions integer, search_marks integer, sealed_consents integer, life_facts integer,
    languages integer, families integer, residences integer, consent_words integer, shared_facts integer,
    log_entries integer, request_id uuid, asked_at timestamptz, is_erased boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with whom as materialized (select array(select records_of(array[p_person])) as ids)
  select
    (select count(*)::integer from identity where identity.person_id = any (ids)),
    (select count(*)::integer from name_token where name_token.person_id = any (ids)),
    (select count(*)::integer from consent where consent.person_id = any (ids) and sealed is not null),
    (select count(*)::integer from family_fact where fact = 'life' and subject_id = any (ids)),
    (select count(*)::integer from spoken_languages where spoken_languages.person_id = any (ids)),
    (select count(distinct family_id)::integer from family_member where family_member.person_id = any (ids)),
    (select count(*)::integer from residence where residence.person_id = any (ids)),
    (select count(*)::integer from consent where consent.person_id = any (ids)),
    (select count(*)::integer from family_fact where fact <> 'life' and people && ids),
    (select count(*)::integer from audit_entry where about && ids),
    open.id, open.asked_at,
    exists (select from erasure where erasure.person_id = any (ids))
  from whom cross join person
  left join lateral (
    select asked.id, asked.asked_at from erasure_request asked
    where asked.person_id = any (ids) and not exists (select from erasure_decision where request_id = asked.id)
    order by asked.asked_at limit 1) as open on true
  where person.id = p_person and person.programme_id = actor_programme()
    and (((select may('erasure.request')) and p_person = any (array(select people_in_reach())))
      or ((select may('erasure.decide')) and exists (select from erasure_request asked where asked.person_id = any (ids))))
$$;

create or replace function may_ask_erasure(p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('erasure.request') and p_person = any (array(select people_in_reach()))
    and not exists (select from erasure where erasure.person_id in (select records_of(array[p_person])))
    and not exists (
      select from erasure_request asked where asked.person_id in (select records_of(array[p_person]))
        and not exists (select from erasure_decision where request_id = asked.id))
$$;

revoke all on function stands_on_hold(uuid) from public;
grant execute on function stands_on_hold(uuid) to tirek_app;
