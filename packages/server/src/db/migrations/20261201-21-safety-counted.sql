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

revoke all on function erasure_preview(uuid) from public;
grant execute on function erasure_preview(uuid) to tirek_app;
