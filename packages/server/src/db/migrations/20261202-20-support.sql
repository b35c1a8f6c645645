-- The help that people really got (docs/decisions/0100-support.md): courses of help, the meetings of each, how they ended, and what
-- was handed over. Rows are only ever added under an id made by the client; a correction is a row that names the one it stands for.
-- Kinds, methods, days and attendance are words of closed lists under a pseudonymous id; what is written in words lies sealed under
-- the person's data key. What counts as evidence-based follows from these rows (packages/domain/src/support) and is kept nowhere.

create table support_course (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null,
  is_for_family boolean not null,
  kind text not null,
  method text,
  giver text not null,
  -- Of the directory; null: the centre itself. What it was when the course began, since its scope is judged by that.
  provider_id uuid,
  provider_kind text not null,
  -- The category of the need that it serves.
  need text,
  -- Those who meet together have it in common.
  group_id uuid,
  began_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint support_course_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint support_course_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint support_course_of_programme unique (id, programme_id),
  constraint support_course_kind_known check (kind in ('counselling', 'therapy', 'group', 'peer', 'mentoring', 'trade', 'tutoring',
    'legal', 'medical-evaluation')),
  constraint support_course_method_known check (method in ('problem-management', 'self-help-plus', 'youth-skills', 'cbt',
    'trauma-focused-cbt', 'emdr', 'ipt', 'supportive-talk', 'other')),
  constraint support_course_method_named check ((method is not null) = (kind in ('counselling', 'therapy', 'group'))),
  constraint support_course_giver_known check (giver in ('psychologist', 'social-worker', 'trained-helper', 'peer', 'psychotherapist',
    'psychiatrist', 'doctor', 'teacher', 'trainer', 'lawyer', 'other')),
  constraint support_course_not_ahead check (began_on <= recorded_on),
  constraint support_course_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index support_course_of_person on support_course (person_id);
create index support_course_of_group on support_course (group_id) where group_id is not null;

create table support_session (
  id uuid primary key,
  programme_id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  held_on date not null,
  minutes smallint not null,
  attendance text not null,
  language text not null,
  supersedes uuid references support_session,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint support_session_course foreign key (course_id, programme_id) references support_course (id, programme_id),
  constraint support_session_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint support_session_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint support_session_corrected_once unique (supersedes),
  constraint support_session_minutes check (minutes between 1 and 600),
  constraint support_session_attendance_known check (attendance in ('attended', 'missed', 'cancelled-by-her', 'cancelled-by-us',
    'struck')),
  constraint support_session_struck_corrects check (attendance <> 'struck' or supersedes is not null),
  constraint support_session_not_ahead check (held_on <= recorded_on),
  constraint support_session_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index support_session_of_person on support_session (person_id, held_on);
create index support_session_of_course on support_session (course_id);

create table support_end (
  id uuid primary key,
  programme_id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  ended_on date not null,
  how text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint support_end_course foreign key (course_id, programme_id) references support_course (id, programme_id),
  constraint support_end_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint support_end_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint support_end_once unique (course_id),
  constraint support_end_how_known check (how in ('completed', 'enough', 'stopped', 'moved', 'handed-on', 'not-held', 'slip')),
  constraint support_end_not_ahead check (ended_on <= recorded_on),
  constraint support_end_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index support_end_of_person on support_end (person_id);

create table material_aid (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null,
  is_for_family boolean not null,
  kind text not null,
  -- What it was worth, never without the currency.
  amount integer not null,
  currency text not null,
  provider_id uuid,
  need text,
  handed_on date not null,
  supersedes uuid references material_aid,
  -- False: what it corrects was a slip.
  is_given boolean not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint material_aid_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint material_aid_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint material_aid_corrected_once unique (supersedes),
  constraint material_aid_kind_known check (kind in ('money', 'food', 'clothes', 'fuel', 'school-things', 'medicine', 'furniture',
    'tools', 'travel', 'other')),
  constraint material_aid_amount check (amount between 0 and 100000000),
  constraint material_aid_currency_known check (currency in ('KZT')),
  constraint material_aid_slip_corrects check (is_given or supersedes is not null),
  constraint material_aid_not_ahead check (handed_on <= recorded_on),
  constraint material_aid_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index material_aid_of_person on material_aid (person_id, handed_on);

do $$
declare
  kept text;
begin
  foreach kept in array array['support_course', 'support_session', 'support_end', 'material_aid'] loop
    execute format('create trigger %1$s_append_only before update or delete or truncate on %1$s
      for each statement execute function refuse_change_but_erasure()', kept);
    execute format('create trigger %1$s_told_of_insert after insert on %1$s referencing new table as changed
      for each statement execute function tell_families_changed(''person_id'')', kept);
    execute format('create trigger %1$s_told_of_delete after delete on %1$s referencing old table as changed
      for each statement execute function tell_families_changed(''person_id'')', kept);
    execute format('create trigger %1$s_not_put_away before insert on %1$s
      for each row execute function refuse_about_put_away()', kept);
  end loop;
end $$;

-- Whether the actor may write down help for somebody: she holds a family of hers. A meeting needs the case to be open; whatever says
-- more than that something ended or was a slip needs the consent to a record, and nothing here asks for one to screening.
create function may_record_support(p_person uuid, p_on date, p_needs_case boolean, p_needs_consent boolean) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('support.record') and p_person = any (array(select people_in_reach()))
    and exists (select from family_member member join caseload held on held.family_id = member.family_id
      where member.person_id in (select records_of(array[p_person])) and member.until_on is null
        and held.account_id = actor_id() and held.until_at is null
        and (not p_needs_case or coalesce(case_state(member.family_id), '') in ('open', 'returned')))
    and (not p_needs_consent or consent_allows(standing_of(p_person), 'service', null, p_on))
$$;

-- Whether a course is of this person, under whichever of her ids it was begun, and what is corrected, if anything, is a meeting of it.
create function is_course_of(p_course uuid, p_person uuid, p_corrected uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from support_course course
    where course.id = p_course and course.person_id in (select records_of(array[p_person])))
    and (p_corrected is null or exists (select from support_session known
      where known.id = p_corrected and known.course_id = p_course))
$$;

-- Whether what is corrected, if anything, was handed over to this person.
create function is_aid_of(p_corrected uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select p_corrected is null or exists (select from material_aid known
    where known.id = p_corrected and known.person_id in (select records_of(array[p_person])))
$$;

-- The names of those who wrote down help for somebody within reach.
create function support_authors(p_person uuid) returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp rows 5 as $$
  select distinct author.id, author.display_name
  from account author
  where (select may('support.read'))
    and p_person in (select people_in_reach() union all select people_in_emergency())
    and author.id in (
      select recorded_by from support_course where person_id in (select records_of(array[p_person]))
      union all select recorded_by from support_session where person_id in (select records_of(array[p_person]))
      union all select recorded_by from material_aid where person_id in (select records_of(array[p_person])))
$$;

-- What was given to somebody who is erased goes with her.
create function erase_support() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from support_session where support_session.person_id in (select records_of(array[new.person_id]));
  delete from support_end where support_end.person_id in (select records_of(array[new.person_id]));
  delete from support_course where support_course.person_id in (select records_of(array[new.person_id]));
  delete from material_aid where material_aid.person_id in (select records_of(array[new.person_id]));
  return null;
end $$;
create trigger erasure_of_support after insert on erasure
  for each row execute function erase_support();

-- The preview of an erasure counts it among what goes. It is said in the function as it stands, whatever else that counts by now.
do $$
declare
  column_before constant text := 'care_steps integer, ';
  counted_before constant text :=
    '(select count(*)::integer from step_decision where step_decision.person_id = any (ids)),';
  definition text := pg_get_functiondef('erasure_preview(uuid)'::regprocedure);
begin
  if position(column_before in definition) = 0 or position(counted_before in definition) = 0 then
    raise exception 'erasure_preview counts no steps of care';
  end if;
  drop function erasure_preview(uuid);
  definition := replace(definition, column_before, column_before || 'support_given integer, ');
  execute replace(definition, counted_before, counted_before || '
    (select count(*)::integer from (
      select from support_course where support_course.person_id = any (ids)
      union all select from support_session where support_session.person_id = any (ids)
      union all select from support_end where support_end.person_id = any (ids)
      union all select from material_aid where material_aid.person_id = any (ids)) as given),');
end $$;

revoke all on function may_record_support(uuid, date, boolean, boolean), is_course_of(uuid, uuid, uuid),
  is_aid_of(uuid, uuid), support_authors(uuid),
  erase_support(), erasure_preview(uuid) from public;
grant execute on function may_record_support(uuid, date, boolean, boolean), is_course_of(uuid, uuid, uuid),
  is_aid_of(uuid, uuid), support_authors(uuid),
  erasure_preview(uuid) to tirek_app;

do $$
declare
  kept text;
begin
  foreach kept in array array['support_course', 'support_session', 'support_end', 'material_aid'] loop
    execute format('alter table %s enable row level security', kept);
    execute format('create policy %1$s_in_reach on %1$s for select to tirek_app
      using ((select may(''support.read'')) and person_id = any (array(select people_in_reach())))', kept);
    execute format('create policy %1$s_in_emergency on %1$s for select to tirek_app
      using ((select may(''support.read'')) and person_id = any (array(select people_in_emergency())))', kept);
    execute format('create policy %1$s_put_away on %1$s as restrictive for select to tirek_app
      using (person_id <> all (array(select people_put_away())))', kept);
    execute format('grant select, insert on %s to tirek_app', kept);
  end loop;
end $$;

create policy support_course_record on support_course for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_support(person_id, recorded_on, true, true));
create policy support_session_record on support_session for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and is_course_of(course_id, person_id, supersedes)
    and may_record_support(person_id, recorded_on, attendance <> 'struck', attendance <> 'struck' or sealed is not null));
create policy support_end_record on support_end for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and is_course_of(course_id, person_id, null)
    and may_record_support(person_id, recorded_on, false, false));
create policy material_aid_record on material_aid for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and may_record_support(person_id, recorded_on, false, is_given) and is_aid_of(supersedes, person_id));

-- What people got in the twelve months before a month, as far as it may be told (domain/reports/help-given): made by a job once a
-- month. What was told with its true counts is for the next month alone, so that two looks tell of nobody.
create table help_figures (
  programme_id uuid not null references programme,
  as_of date not null,
  -- Null: nothing of it could be told.
  figures jsonb,
  releases jsonb,
  made_at timestamptz not null,
  constraint help_figures_once primary key (programme_id, as_of),
  constraint help_figures_whole check ((figures is null) = (releases is null))
);
create trigger help_figures_append_only before update or delete or truncate on help_figures
  for each statement execute function refuse_change();

-- For the job that counts: everybody of a supported family, by region of the centre that holds it, with the sex, the year of birth,
-- what was written down of help, and whether the pathway proposed an evaluation by a specialist in that time; no word of what was
-- written, and nobody who said no to being counted. The rules themselves stand in the domain.
create function help_to_count(p_from date, p_to date)
  returns table (family_id uuid, region_code text, sex text, born_year smallint, courses jsonb, sessions jsonb, ends jsonb, aid jsonb,
    is_clinical boolean)
  language sql stable security definer set search_path = public, pg_temp rows 1000 as $$
  with whom as materialized (
    select plan.person_id, plan.family_id, plan.born_year, held.region_code, array(select records_of(array[plan.person_id])) as ids
    from rescreen_plan plan
    join caseload held on held.family_id = plan.family_id and held.until_at is null and held.region_code is not null
    where is_job() and plan.programme_id = actor_programme())
  select whom.family_id, whom.region_code,
    (select record.sex from person record where record.id = any (whom.ids)
      order by record.sex = 'unknown', record.id <> whom.person_id, record.id limit 1),
    whom.born_year,
    coalesce((select jsonb_agg(jsonb_build_object('id', course.id, 'kind', course.kind, 'method', course.method, 'giver', course.giver,
        'providerKind', course.provider_kind, 'beganOn', course.began_on, 'recordedAt', course.recorded_at))
      from support_course course where course.person_id = any (whom.ids)), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', session.id, 'courseId', session.course_id, 'heldOn', session.held_on,
        'attendance', session.attendance, 'supersedes', session.supersedes, 'recordedAt', session.recorded_at))
      from support_session session where session.person_id = any (whom.ids)), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', ended.id, 'courseId', ended.course_id, 'how', ended.how))
      from support_end ended where ended.person_id = any (whom.ids)), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', given.id, 'handedOn', given.handed_on, 'isGiven', given.is_given,
        'supersedes', given.supersedes))
      from material_aid given where given.person_id = any (whom.ids)), '[]'),
    exists (select from step_proposal proposed
      where proposed.person_id = any (whom.ids) and proposed.outcome ->> 'step' = '4' and proposed.counts_on between p_from and p_to)
  from whom
  where not (exists (select from consent said where said.person_id = any (whom.ids) and said.purpose = 'aggregate-reporting')
    and not consent_allows(whom.person_id, 'aggregate-reporting', null, p_to))
$$;
revoke all on function help_to_count(date, date) from public;
grant execute on function help_to_count(date, date) to tirek_jobs;

alter table help_figures enable row level security;
create policy help_figures_read on help_figures for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('support.count')));
create policy help_figures_jobs on help_figures for all to tirek_jobs using (true) with check (true);
grant select (programme_id, as_of, figures) on help_figures to tirek_app;
grant select, insert on help_figures to tirek_jobs;
