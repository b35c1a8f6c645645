-- A school with one social worker: the region's supervisor and coordinator are the second pair of eyes (docs/decisions/0101-schools.md).
-- They see what happened and what was done, and not to whom, of what was written by somebody who keeps a list in their region.
create or replace function incidents_to_close()
  returns table (subject_id uuid, version integer, kind text, value jsonb, recorded_on date)
  language sql stable security definer set search_path = public, pg_temp rows 50 cost 2000 as $$
  with mine as materialized (
    select held.region_code from role_assignment held join role_permission allowed on allowed.role = held.role
    where (select may('incident.review')) and held.account_id = actor_id() and held.programme_id = actor_programme()
      and held.ends_at is null and allowed.permission = 'incident.review')
  select entry.subject_id, entry.version, entry.kind, entry.value, entry.recorded_on
  from pupil_entry entry
  where (select may('incident.close')) and entry.programme_id = actor_programme()
    and ((select may('pupil.keep')) or exists (
      select from mine join role_assignment kept on kept.role = 'school-social-worker'
        and (mine.region_code is null or kept.region_code = mine.region_code)
      join pupil_entry first on first.subject_id = entry.subject_id and first.version = 1 and first.recorded_by = kept.account_id))
    and entry.kind <> 'attendance'
    and not exists (select from incident_closing closing where closing.incident_id = entry.subject_id)
    and not exists (select from pupil_entry own where own.subject_id = entry.subject_id and own.recorded_by = actor_id())
    and (select last.value ->> 'state' from pupil_entry last where last.subject_id = entry.subject_id
      order by last.version desc limit 1) = 'stopped'
$$;

-- What a school wrote of somebody whom an agreement ever named, whatever it lets through: for her own copy, which whoever makes it
-- does not read.
create function school_record_held(p_person uuid)
  returns table (subject_id uuid, version integer, kind text, value jsonb, is_closed boolean)
  language sql stable security definer set search_path = public, pg_temp rows 50 cost 6000 as $$
  select entry.subject_id, entry.version, entry.kind, entry.value,
    exists (select from incident_closing closing where closing.incident_id = entry.subject_id)
  from pupil_entry entry
  where (select may('copy.make')) and p_person = any (array(select people_in_reach()))
    and entry.pupil_id in (select note.pupil_id from school_note note where note.person_id in (select records_of(array[p_person])))
$$;

-- How many entries a school wrote of somebody: they stay at the school when she is erased, and name nobody any more.
create function school_record_counted(p_person uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from pupil_entry entry
  where entry.programme_id = actor_programme()
    and (((select may('erasure.request')) and p_person = any (array(select people_in_reach())))
      or ((select may('erasure.decide')) and exists (select from erasure_request asked
        where asked.person_id in (select records_of(array[p_person])))))
    and entry.pupil_id in (select note.pupil_id from school_note note where note.person_id in (select records_of(array[p_person])))
$$;

revoke all on function school_record_held(uuid), school_record_counted(uuid) from public;
grant execute on function school_record_held(uuid), school_record_counted(uuid) to tirek_app;
