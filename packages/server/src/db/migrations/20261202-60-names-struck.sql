-- What was written about others of her family when a step was decided, after a meeting and when one of them was referred may name
-- her as well, under the key of the other one: it is struck as it is in consents, in the case and in words about danger.
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
  union all
  select 'step', decision.id, decision.person_id, null, held.key_version, held.wrapped, decision.sealed
  from step_decision decision join person_data_key held on held.person_id = decision.person_id and held.wrapped is not null
  where decision.sealed is not null and decision.person_id in (select kin.id from kin)
  union all
  select 'support', session.id, session.person_id, null, held.key_version, held.wrapped, session.sealed
  from support_session session join person_data_key held on held.person_id = session.person_id and held.wrapped is not null
  where session.sealed is not null and session.person_id in (select kin.id from kin)
  union all
  select 'referral', known.id, known.person_id, null, held.key_version, held.wrapped, known.sealed
  from referral known join person_data_key held on held.person_id = known.person_id and held.wrapped is not null
  where known.person_id in (select kin.id from kin)
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
  update step_decision set sealed = anew.sealed
  from unnest(p_consents, p_sealed) as anew (id, sealed)
  where step_decision.id = anew.id and step_decision.id in (select named.id from texts_naming(p_person) named where named.place = 'step');
  update support_session set sealed = anew.sealed
  from unnest(p_consents, p_sealed) as anew (id, sealed)
  where support_session.id = anew.id and support_session.id in (select named.id from texts_naming(p_person) named where named.place = 'support');
  update referral set sealed = anew.sealed
  from unnest(p_consents, p_sealed) as anew (id, sealed)
  where referral.id = anew.id and referral.id in (select named.id from texts_naming(p_person) named where named.place = 'referral');
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
