-- Questionnaires that a person completed, and who may administer which. Rows are only ever added: a correction is a row of its own
-- that stands in the place of another. Scores and conclusions are numbers and words of closed lists under a pseudonymous id; the
-- answers lie sealed under the person's data key. What may be asked is judged in packages/domain/src/assessments.

create table competence (
  id uuid primary key,
  programme_id uuid not null references programme,
  account_id uuid not null,
  form_code text not null,
  version integer not null,
  state text not null,
  -- The last day on which it holds; null: until it is withdrawn.
  valid_until date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint competence_account foreign key (account_id, programme_id) references account (id, programme_id),
  constraint competence_recorder foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint competence_by_another check (recorded_by <> account_id),
  constraint competence_version_counted check (version >= 1),
  constraint competence_version_once unique (account_id, form_code, version),
  constraint competence_state_known check (state in ('held', 'withdrawn')),
  constraint competence_ends_when_held check (valid_until is null or state = 'held'),
  constraint competence_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);

create table assessment (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null,
  form_code text not null,
  form_version text not null,
  mode text not null,
  informant text not null,
  language text not null,
  is_entered_twice boolean not null,
  taken_on date not null,
  -- When the last answer was given, by the clock of the device.
  answered_at timestamptz not null,
  scores jsonb not null,
  conclusions jsonb not null,
  -- The answers and the language of each, under the data key of the person.
  sealed bytea not null,
  -- The entry in whose place this one stands, and why.
  supersedes uuid references assessment,
  because text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint assessment_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint assessment_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint assessment_mode_known check (mode in ('own-phone', 'handed-device', 'read-aloud', 'telephone', 'paper')),
  constraint assessment_informant_known check (informant in ('self', 'caregiver', 'teacher', 'other')),
  constraint assessment_language_known check (language in ('kk', 'ru', 'en')),
  constraint assessment_twice_from_paper check (mode = 'paper' or not is_entered_twice),
  constraint assessment_not_to_come check (taken_on <= recorded_on),
  constraint assessment_corrected_once unique (supersedes),
  constraint assessment_corrects_another check (supersedes <> id),
  constraint assessment_because check ((supersedes is null) = (because is null)),
  constraint assessment_because_known check (because in ('typing-error', 'wrong-form', 'wrong-informant', 'wrong-day')),
  constraint assessment_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index assessment_of_person on assessment (person_id, taken_on);

create trigger competence_append_only before update or delete or truncate on competence
  for each statement execute function refuse_change();
create trigger assessment_append_only before update or delete or truncate on assessment
  for each statement execute function refuse_change_but_erasure();
create trigger assessment_told_of_insert after insert on assessment referencing new table as changed
  for each statement execute function tell_families_changed('person_id');
create trigger assessment_told_of_delete after delete on assessment referencing old table as changed
  for each statement execute function tell_families_changed('person_id');
create trigger assessment_not_put_away before insert on assessment
  for each row execute function refuse_about_put_away();

-- Whether somebody may administer a form on a day. The domain says the same (competenceStands).
create function competence_stands(p_account uuid, p_form text, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select held.state = 'held' and (held.valid_until is null or p_on <= held.valid_until)
    from competence held
    where held.account_id = p_account and held.form_code = p_form and held.programme_id = actor_programme()
    order by held.version desc limit 1), false)
$$;

-- Whose competences a trainer records: everybody who may be given the caseload of a family, and never her own.
create function may_record_competence(p_account uuid, p_form text, p_version integer) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('competence.record') and p_account <> actor_id() and account_may(p_account, 'assessment.record')
    and p_version = 1 + coalesce((select max(version) from competence known
      where known.account_id = p_account and known.form_code = p_form), 0)
$$;

-- Whose competences the actor sees, by name: a trainer those of all who administer, a supervisor her team's, everybody her own.
create function competence_people() returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select colleague.id, colleague.display_name from account colleague
  where (select may('competence.read')) and colleague.programme_id = actor_programme()
    and account_may(colleague.id, 'assessment.record')
    and ((select may('competence.record')) or colleague.id = actor_id() or colleague.id = any (array(select team_of_actor())))
$$;

-- Whether the actor may write down a questionnaire of this person: she holds the family herself, is competent for the form on the
-- day it was answered, the consent to screening stands, and what it corrects is of the same person.
create function may_record_assessment(p_person uuid, p_form text, p_taken_on date, p_supersedes uuid, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('assessment.record')
    and p_person = any (array(select people_in_reach()))
    and exists (select from family_member member join caseload held on held.family_id = member.family_id
      where member.person_id in (select records_of(array[p_person])) and member.until_on is null
        and held.account_id = actor_id() and held.until_at is null)
    and competence_stands(actor_id(), p_form, p_taken_on)
    and consent_allows(p_person, 'screening', null, p_on)
    and (p_supersedes is null or exists (select from assessment known
      where known.id = p_supersedes and known.person_id in (select records_of(array[p_person]))))
$$;

-- Answers and scores of somebody who is erased go with her. Named so that what other tables say of an assessment goes before it:
-- triggers of one event run in the order of their names.
create function erase_assessments() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from assessment where assessment.person_id in (select records_of(array[new.person_id]));
  return null;
end $$;
create trigger erasure_takes_assessments after insert on erasure
  for each row execute function erase_assessments();

-- The preview of an erasure counts them among what goes.
drop function erasure_preview(uuid);
create function erasure_preview(p_person uuid)
  returns table (identity_versions integer, search_marks integer, sealed_consents integer, life_facts integer,
    languages integer, case_words integer, papers integer, circumstances integer, attachments integer, school_notes integer,
    peer_matches integer, assessments integer, families integer, residences integer, consent_words integer, shared_facts integer,
    case_entries integer, papers_about integer, log_entries integer, request_id uuid, asked_at timestamptz, is_erased boolean)
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

revoke all on function competence_stands(uuid, text, date), may_record_competence(uuid, text, integer), competence_people(),
  may_record_assessment(uuid, text, date, uuid, date), erase_assessments(), erasure_preview(uuid) from public;
grant execute on function may_record_competence(uuid, text, integer), competence_people(),
  may_record_assessment(uuid, text, date, uuid, date), erasure_preview(uuid) to tirek_app;

alter table competence enable row level security;
alter table assessment enable row level security;

create policy competence_in_sight on competence for select to tirek_app
  using (programme_id = (select actor_programme())
    and account_id = any (array(select known.account_id from competence_people() known)));
create policy competence_record on competence for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_competence(account_id, form_code, version));

create policy assessment_in_reach on assessment for select to tirek_app
  using ((select may('assessment.read')) and person_id = any (array(select people_in_reach())));
create policy assessment_in_emergency on assessment for select to tirek_app
  using ((select may('assessment.read')) and person_id = any (array(select people_in_emergency())));
-- Of a file that was put away neither scores nor answers are read until it is opened again.
create policy assessment_put_away on assessment as restrictive for select to tirek_app
  using (person_id <> all (array(select people_put_away())));
create policy assessment_record on assessment for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_assessment(person_id, form_code, taken_on, supersedes, recorded_on));

grant select, insert on competence, assessment to tirek_app;
