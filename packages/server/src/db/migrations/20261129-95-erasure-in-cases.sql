-- The words about a family's case name people, under the keys of others in the family: an erasure strikes her name there as it does
-- in consents, and what lies under her own key goes. A change of the case tells devices that took the family along.

create or replace function texts_naming(p_person uuid)
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
  union all
  select 'case', entry.id, entry.sealed_for, null, held.key_version, held.wrapped, entry.sealed
  from case_entry entry join person_data_key held on held.person_id = entry.sealed_for and held.wrapped is not null
  where entry.sealed is not null and entry.sealed_for <> p_person and entry.family_id in (
    select own.family_id from family_member own where own.person_id = p_person)
$$;

create or replace function erase_person(p_person uuid, p_consents uuid[], p_sealed bytea[], p_now timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into erasure (person_id, programme_id, erased_at)
  select person.id, person.programme_id, p_now from person where person.id = p_person;
  update consent set sealed = anew.sealed
  from unnest(p_consents, p_sealed) as anew (id, sealed)
  where consent.id = anew.id and consent.id in (select named.id from texts_naming(p_person) named where named.place = 'consent');
  update case_entry set sealed = anew.sealed
  from unnest(p_consents, p_sealed) as anew (id, sealed)
  where case_entry.id = anew.id and case_entry.id in (select named.id from texts_naming(p_person) named where named.place = 'case');
  update case_entry set sealed = null, sealed_for = null where sealed_for = p_person;
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


drop trigger case_entry_append_only on case_entry;
create trigger case_entry_append_only before update or delete or truncate on case_entry
  for each statement execute function refuse_change_but_erasure();
create trigger case_entry_told after insert or update or delete on case_entry
  for each row execute function tell_family_changed('family_id');
