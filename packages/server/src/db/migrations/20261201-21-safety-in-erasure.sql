-- An erasure takes the words along, as it does in her case.
create function drop_safety_words() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update safety_entry set sealed = null, sealed_for = null where sealed_for = new.person_id;
  return null;
end $$;
create trigger erasure_drops_safety_words after insert on erasure
  for each row execute function drop_safety_words();

-- Where somebody else of her family was in danger, what was written of it may name her and lies under the key of the other one: it
-- is struck as it is in consents and in the case, in whichever of the other's records it lies.
create or replace function texts_naming(p_person uuid)
  returns table (place text, id uuid, person_id uuid, version integer, key_version integer, wrapped bytea, sealed bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  with record as materialized (select id from records_of(array[p_person]) as id),
  home as materialized (select own.family_id from family_member own where own.person_id in (select record.id from record)),
  kin as materialized (
    select id from records_of(array(
      select member.person_id from family_member member where member.family_id in (select home.family_id from home))) as id
    except select record.id from record)
  select 'identity', identity.id, identity.person_id, identity.version, held.key_version, held.wrapped, identity.sealed
  from identity join person_data_key held on held.person_id = identity.person_id and held.wrapped is not null
  where identity.person_id in (select record.id from record)
  union all
  select 'consent', consent.id, consent.person_id, null, held.key_version, held.wrapped, consent.sealed
  from consent join person_data_key held on held.person_id = consent.person_id and held.wrapped is not null
  where consent.sealed is not null and consent.person_id in (select kin.id from kin)
  union all
  select 'case', entry.id, entry.sealed_for, null, held.key_version, held.wrapped, entry.sealed
  from case_entry entry join person_data_key held on held.person_id = entry.sealed_for and held.wrapped is not null
  where entry.sealed is not null and entry.sealed_for not in (select record.id from record)
    and entry.family_id in (select home.family_id from home)
  union all
  select 'safety', entry.id, entry.sealed_for, null, held.key_version, held.wrapped, entry.sealed
  from safety_entry entry join person_data_key held on held.person_id = entry.sealed_for and held.wrapped is not null
  where entry.sealed_for in (select kin.id from kin)
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
  update safety_entry set sealed = anew.sealed
  from unnest(p_consents, p_sealed) as anew (id, sealed)
  where safety_entry.id = anew.id and safety_entry.id in (select named.id from texts_naming(p_person) named where named.place = 'safety');
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

-- The preview of an erasure counts the events among what stays: without their words they tell that somebody was helped in time.
drop function erasure_preview(uuid);
create function erasure_preview(p_person uuid)
  returns table (identity_versions integer, search_marks integer, sealed_consents integer, life_facts integer,
    languages integer, case_words integer, papers integer, circumstances integer, attachments integer, school_notes integer,
    peer_matches integer, assessments integer, families integer, residences integer, consent_words integer, shared_facts integer,
    case_entries integer, papers_about integer, safety_events integer, log_entries integer, request_id uuid, asked_at timestamptz, is_erased boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with whom as materialized (select array(select records_of(array[p_person])) as ids)
  select
    (select count(*)::integer from identity where identity.person_id = any (ids)),
    (select count(*)::integer from name_token where name_token.person_id = any (ids)),
    (select count(*)::integer from consent where consent.person_id = any (ids) and sealed is not null),
    (select count(*)::integer from family_fact where fact = 'life' and subject_id = any (ids)),
    (select count(*)::integer from spoken_languages where spoken_languages.person_id = any (ids)),
    (select count(*)::integer from case_entry where case_entry.sealed_for = any (ids) and case_entry.sealed is not null),
    (select count(*)::integer from paper where paper.person_id = any (ids)),
    (select count(*)::integer from circumstance where circumstance.person_id = any (ids)),
    (select count(*)::integer from attachment where attachment.person_id = any (ids) or attachment.sealed_for = any (ids)),
    (select count(*)::integer from school_note where school_note.person_id = any (ids)),
    (select count(distinct match_id)::integer from peer_match where peer_match.person_id = any (ids)),
    (select count(*)::integer from assessment where assessment.person_id = any (ids)),
    (select count(distinct family_id)::integer from family_member where family_member.person_id = any (ids)),
    (select count(*)::integer from residence where residence.person_id = any (ids)),
    (select count(*)::integer from consent where consent.person_id = any (ids)),
    (select count(*)::integer from family_fact where fact <> 'life' and people && ids),
    (select count(*)::integer from case_entry where case_entry.person_id = any (ids)),
    (select count(*)::integer from paper where paper.about_person_id = any (ids)),
    (select count(*)::integer from safety_event where safety_event.person_id = any (ids)),
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

revoke all on function drop_safety_words(), erasure_preview(uuid) from public;
grant execute on function erasure_preview(uuid) to tirek_app;
