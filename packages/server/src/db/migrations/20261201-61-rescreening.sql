-- Asking again for five to ten years (docs/decisions/0097-rescreening.md). Nothing of the calendar itself is entered: it follows
-- from what was answered, agreed to and happens in a life (packages/domain/src/assessments/rescreening). What is kept is the word
-- that puts a sitting off, and beside it what a job works out ahead for counts and reminders, which is never the truth.

create table rescreen_skip (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null,
  -- The last day of the sitting that was looked at.
  due_by date not null,
  until_on date not null,
  reason text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  constraint rescreen_skip_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint rescreen_skip_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint rescreen_skip_reason_known check (reason in ('not-now', 'hard-time', 'away', 'not-reached', 'asked-elsewhere',
    'no-fitting-form')),
  constraint rescreen_skip_ahead check (until_on > recorded_on and until_on <= recorded_on + interval '6 months'),
  constraint rescreen_skip_on_its_day check (recorded_on - (recorded_at at time zone 'UTC')::date in (0, 1))
);
create index rescreen_skip_of_person on rescreen_skip (person_id, recorded_at);

-- The next sitting of each person and the year of birth, as a job worked them out last: for counts by region and for reminders.
create table rescreen_plan (
  person_id uuid primary key,
  programme_id uuid not null,
  family_id uuid not null,
  -- Null: nothing is due within the time that is looked ahead, or she did not agree.
  due_from date,
  due_by date,
  -- She agrees to messages, so that a reminder may go.
  is_reachable boolean not null,
  -- Null where nobody knows. The day and the month lie sealed in the vault and nowhere else.
  born_year smallint,
  planned_on date not null,
  constraint rescreen_plan_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint rescreen_plan_family foreign key (family_id, programme_id) references family (id, programme_id),
  constraint rescreen_plan_whole check ((due_from is null) = (due_by is null) and due_from <= due_by)
);
create index rescreen_plan_due on rescreen_plan (programme_id, due_from) include (due_by, family_id) where due_from is not null;
create index rescreen_plan_to_remind on rescreen_plan (programme_id, due_from) where is_reachable and due_from is not null;
create index rescreen_plan_of_family on rescreen_plan (family_id);

-- What each family was planned from: a family that has changed since, or was planned a month ago, is planned anew.
create table rescreen_planned (
  family_id uuid primary key,
  programme_id uuid not null,
  version bigint not null,
  planned_on date not null,
  constraint rescreen_planned_family foreign key (family_id, programme_id) references family (id, programme_id)
);

-- A reminder that was queued, under the id of its message: one for a sitting.
create table rescreen_reminder (
  id uuid primary key,
  programme_id uuid not null,
  person_id uuid not null,
  due_by date not null,
  queued_at timestamptz not null,
  constraint rescreen_reminder_person foreign key (person_id, programme_id) references person (id, programme_id)
);
create index rescreen_reminder_of_person on rescreen_reminder (person_id, queued_at);

-- How many children become adolescents in the coming years, by region, as far as it may be told (domain/reports/adolescence): made
-- by a job once a month. What was told with its true counts is for the next month alone, so that two looks tell of nobody.
create table adolescence_forecast (
  programme_id uuid not null references programme,
  as_of date not null,
  -- Null: nothing of it could be told.
  forecast jsonb,
  release jsonb,
  made_at timestamptz not null,
  constraint adolescence_forecast_once primary key (programme_id, as_of),
  constraint adolescence_forecast_whole check ((forecast is null) = (release is null))
);
create trigger adolescence_forecast_append_only before update or delete or truncate on adolescence_forecast
  for each statement execute function refuse_change();

create trigger rescreen_skip_append_only before update or delete or truncate on rescreen_skip
  for each statement execute function refuse_change_but_erasure();
create trigger rescreen_reminder_append_only before update or delete or truncate on rescreen_reminder
  for each statement execute function refuse_change_but_erasure();
create trigger rescreen_skip_told_of_insert after insert on rescreen_skip referencing new table as changed
  for each statement execute function tell_families_changed('person_id');
create trigger rescreen_skip_told_of_delete after delete on rescreen_skip referencing old table as changed
  for each statement execute function tell_families_changed('person_id');
create trigger rescreen_skip_not_put_away before insert on rescreen_skip
  for each row execute function refuse_about_put_away();

-- What decides when each living member of some families is asked again, as it was written down: for whoever reaches a family or
-- opened it in an emergency, and for the job that plans. Who somebody is, is not among it.
create function rescreen_facts(p_families uuid[], p_on date)
  returns table (person_id uuid, families uuid[], has_agreed boolean, is_reachable boolean, agreed_on date, asked jsonb, life jsonb,
    returned_at timestamptz, moves date[], schooling jsonb, steps jsonb, skips jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  with within as materialized (
    select family.id from family
    where family.id = any (p_families) and family.programme_id = actor_programme()
      and (is_job() or ((select may('assessment.read')) and family.id = any (array(
        select families_in_reach() union all select families_in_emergency()))))
  ), whom as materialized (
    select standing.id, array_agg(distinct member.family_id) as families
    from within join family_member member on member.family_id = within.id and member.until_on is null
    cross join lateral (select standing_of(member.person_id) as id) as standing
    group by standing.id
  ), records as materialized (
    select whom.id, whom.families, array(select records_of(array[whom.id])) as ids from whom
  )
  select records.id, records.families, consent_allows(records.id, 'screening', null, p_on),
    consent_allows(records.id, 'contact-messenger', null, p_on),
    (select max(given.given_on) from consent given
      where given.person_id = any (records.ids) and given.purpose = 'screening' and given.decision = 'given'),
    coalesce((
      select jsonb_agg(jsonb_build_object('form', last.form_code, 'informant', last.informant, 'on', last.taken_on))
      from (select known.form_code, known.informant, max(known.taken_on) as taken_on from assessment known
        where known.person_id = any (records.ids)
          and not exists (select from assessment later where later.supersedes = known.id)
        group by known.form_code, known.informant) as last), '[]'),
    life.value -> 'life',
    case when life.value #>> '{life,state}' = 'alive' and exists (select from family_fact earlier
      where earlier.fact = 'life' and earlier.subject_id = life.subject_id and earlier.version = life.version - 1
        and earlier.value #>> '{life,state}' = 'imprisoned') then life.recorded_at end,
    array(select moved.from_on from residence moved
      where moved.person_id = any (records.ids) and moved.from_on >= p_on - 366
        and exists (select from residence earlier where earlier.person_id = moved.person_id
          and earlier.until_on <= moved.from_on and earlier.id <> moved.id)
      order by moved.from_on),
    coalesce((
      select jsonb_agg(jsonb_build_object('version', told.version, 'since', told.since_on, 'value', told.value,
        'recordedOn', told.recorded_on))
      from circumstance told where told.person_id = any (records.ids) and told.section = 'schooling'), '[]'),
    coalesce((
      select jsonb_agg(jsonb_build_object('step', decided.step, 'decidedOn', decided.decided_on)
        order by decided.decided_at, decided.id)
      from step_decision decided where decided.person_id = any (records.ids)), '[]'),
    coalesce((
      select jsonb_agg(jsonb_build_object('id', put.id, 'personId', records.id, 'dueBy', put.due_by, 'until', put.until_on,
        'reason', put.reason, 'recordedOn', put.recorded_on) order by put.recorded_at desc, put.id desc)
      from rescreen_skip put where put.person_id = any (records.ids)), '[]')
  from records
  left join lateral (
    select fact.subject_id, fact.version, fact.value, fact.recorded_at from family_fact fact
    where fact.fact = 'life' and fact.subject_id = any (records.ids)
    order by fact.subject_id <> records.id, fact.version desc limit 1) as life on true
  where coalesce(life.value #>> '{life,state}', '') <> 'deceased'
    and not exists (select from person_put_away away where away.person_id = any (records.ids))
    and not exists (select from erasure where erasure.person_id = any (records.ids))
$$;

-- What a programme set that decides when people are asked again: who agrees at which age, when school begins, the pathway that was
-- published last. Null where it set nothing.
create function rescreen_settings() returns table (consents jsonb, cases jsonb, pathway jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select known.settings from consent_settings known where known.programme_id = actor_programme() order by known.version desc limit 1),
    (select known.settings from case_settings known where known.programme_id = actor_programme() order by known.version desc limit 1),
    (select known.pathway from pathway_version known
      join pathway_mark published on published.version_id = known.id and published.mark = 'published'
      where known.programme_id = actor_programme() order by published.marked_at desc limit 1)
$$;

-- For the job that plans: the families that have changed since they were planned, or were planned a month ago.
create function families_to_plan(p_on date, p_limit integer)
  returns table (family_id uuid, version bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select changed.family_id, changed.version
  from family_change changed
  left join rescreen_planned planned on planned.family_id = changed.family_id
  where changed.programme_id = actor_programme() and is_job()
    and (planned.family_id is null or planned.version <> changed.version or planned.planned_on <= p_on - 30)
  order by planned.planned_on nulls first, changed.family_id
  limit p_limit
$$;

-- For the job that plans: who these people are, sealed. It takes the birth from it and keeps the year.
create function identities_to_plan(p_people uuid[])
  returns table (stands_for uuid, person_id uuid, version integer, sealed bytea, key_version integer, wrapped bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (identity.person_id) standing_of(identity.person_id), identity.person_id, identity.version, identity.sealed,
    held.key_version, held.wrapped
  from identity
  join person_data_key held on held.person_id = identity.person_id and held.wrapped is not null
  where is_job() and identity.programme_id = actor_programme()
    and identity.person_id = any (array(select records_of(p_people)))
    and not exists (select from person_put_away away where away.person_id = identity.person_id)
  order by identity.person_id, identity.version desc
$$;

-- Keeps what was planned for a family, in place of what was planned before. Nothing where another process was quicker.
create function keep_rescreen_plan(p_family uuid, p_version bigint, p_on date, p_rows jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_job() then
    raise exception 'for the job that plans' using errcode = 'insufficient_privilege';
  end if;
  insert into rescreen_planned (family_id, programme_id, version, planned_on)
  values (p_family, actor_programme(), p_version, p_on)
  on conflict (family_id) do update set version = excluded.version, planned_on = excluded.planned_on
  where rescreen_planned.version <= excluded.version;
  if not found then return; end if;
  delete from rescreen_plan where rescreen_plan.family_id = p_family;
  insert into rescreen_plan (person_id, programme_id, family_id, due_from, due_by, is_reachable, born_year, planned_on)
  select row."personId", actor_programme(), p_family, row."dueFrom", row."dueBy", row."isReachable", row."bornYear", p_on
  from jsonb_to_recordset(p_rows)
    as row ("personId" uuid, "dueFrom" date, "dueBy" date, "isReachable" boolean, "bornYear" smallint)
  -- Somebody who belongs to two families stands once, where she was planned last.
  on conflict (person_id) do update set family_id = excluded.family_id, due_from = excluded.due_from, due_by = excluded.due_by,
    is_reachable = excluded.is_reachable, born_year = excluded.born_year, planned_on = excluded.planned_on;
end $$;

-- For the job that reminds: who is to be asked within a week, agreed to screening and to messages, and was not reminded of it.
create function rescreens_to_remind(p_on date, p_limit integer) returns table (person_id uuid, due_by date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select plan.person_id, plan.due_by from rescreen_plan plan
  where is_job() and plan.programme_id = actor_programme() and plan.is_reachable
    and plan.due_from <= p_on + 7 and plan.due_by >= p_on
    and not exists (select from rescreen_reminder known
      where known.person_id = plan.person_id and (known.due_by = plan.due_by or known.queued_at > p_on - 60))
    and consent_allows(plan.person_id, 'screening', null, p_on)
    and consent_allows(plan.person_id, 'contact-messenger', null, p_on)
    and not exists (select from person_put_away away where away.person_id = plan.person_id)
  order by plan.due_from, plan.person_id
  limit p_limit
$$;

-- A reminder that has not left when she was asked, or when the sitting was put off, does not leave any more.
alter table message drop constraint message_state_known;
alter table message add constraint message_state_known
  check (state in ('waiting', 'under-way', 'sent', 'failed', 'seen', 'dropped'));
create function drop_rescreen_reminders() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with dropped as (
    update message set state = 'dropped'
    where message.state in ('waiting', 'under-way') and message.kind = 'remember'
      and message.id in (select known.id from rescreen_reminder known
        where known.person_id in (select records_of(array(select changed.person_id from changed))))
    returning message.id)
  update delivery set state = 'dropped' from dropped
  where delivery.message_id = dropped.id and delivery.state = 'waiting';
  return null;
end $$;
create trigger assessment_drops_reminders after insert on assessment referencing new table as changed
  for each statement execute function drop_rescreen_reminders();
create trigger rescreen_skip_drops_reminders after insert on rescreen_skip referencing new table as changed
  for each statement execute function drop_rescreen_reminders();

-- How many people of each region are to be asked, and how many are overdue: whole fives, rounded down, as in caseload_counts().
create function rescreen_counts(p_on date) returns table (region_code text, due integer, overdue integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as materialized (
    select held.region_code from role_assignment held join role_permission allowed on allowed.role = held.role
    where held.account_id = actor_id() and held.programme_id = actor_programme() and held.ends_at is null
      and allowed.permission = 'caseload.count')
  select held.region_code, (count(*) / 5 * 5)::integer, (count(*) filter (where plan.due_by < p_on) / 5 * 5)::integer
  from rescreen_plan plan
  join caseload held on held.family_id = plan.family_id and held.until_at is null
  where (select may('caseload.count')) and plan.programme_id = actor_programme() and plan.due_from <= p_on
    and exists (select from mine where mine.region_code is null or mine.region_code = held.region_code)
  group by held.region_code
$$;

-- For the job that forecasts: whether no family of a programme waits to be planned. A count in between would be of no day.
create function is_planned(p_programme uuid, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select is_job() and not exists (
    select from family_change changed left join rescreen_planned planned on planned.family_id = changed.family_id
    where changed.programme_id = p_programme
      and (planned.family_id is null or planned.version <> changed.version or planned.planned_on <= p_on - 30))
$$;

-- For the job that forecasts: children by family, region of the centre that holds it, and year of birth; nobody who said no to
-- being counted.
create function children_to_forecast(p_from_year integer, p_on date)
  returns table (family_id uuid, region_code text, born_year smallint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select plan.family_id, held.region_code, plan.born_year
  from rescreen_plan plan
  join caseload held on held.family_id = plan.family_id and held.until_at is null and held.region_code is not null
  where is_job() and plan.programme_id = actor_programme() and plan.born_year >= p_from_year
    and not (exists (select from consent said
        where said.person_id = any (array(select records_of(array[plan.person_id]))) and said.purpose = 'aggregate-reporting')
      and not consent_allows(plan.person_id, 'aggregate-reporting', null, p_on))
$$;

-- Whose sitting the actor may put off: she holds a family of hers.
create function may_skip_rescreen(p_person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('assessment.record') and p_person = any (array(select people_in_reach()))
    and exists (select from family_member member join caseload held on held.family_id = member.family_id
      where member.person_id in (select records_of(array[p_person])) and member.until_on is null
        and held.account_id = actor_id() and held.until_at is null)
$$;

-- An erasure takes along that she was ever to be asked. Beside the others, whose triggers have other names.
create function erase_rescreens() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from rescreen_skip where rescreen_skip.person_id in (select records_of(array[new.person_id]));
  delete from rescreen_reminder where rescreen_reminder.person_id in (select records_of(array[new.person_id]));
  delete from rescreen_plan where rescreen_plan.person_id in (select records_of(array[new.person_id]));
  return null;
end $$;
create trigger erasure_takes_rescreens after insert on erasure
  for each row execute function erase_rescreens();

-- The preview of an erasure counts what was put off among the questionnaires. It is said in the function as it stands, whatever else
-- that counts by now, so that nothing it counts is said twice.
do $$
declare
  counted constant text := '(select count(*)::integer from assessment where assessment.person_id = any (ids))';
  definition text := pg_get_functiondef('erasure_preview(uuid)'::regprocedure);
begin
  if position(counted in definition) = 0 then
    raise exception 'erasure_preview counts no questionnaires';
  end if;
  execute replace(definition, counted, '(select count(*)::integer from (
      select from assessment where assessment.person_id = any (ids)
      union all select from rescreen_skip where rescreen_skip.person_id = any (ids)) as questioned)');
end $$;

revoke all on function rescreen_facts(uuid[], date), rescreen_settings(), families_to_plan(date, integer), identities_to_plan(uuid[]),
  keep_rescreen_plan(uuid, bigint, date, jsonb), rescreens_to_remind(date, integer), drop_rescreen_reminders(),
  rescreen_counts(date), is_planned(uuid, date), children_to_forecast(integer, date), may_skip_rescreen(uuid), erase_rescreens() from public;
grant execute on function rescreen_facts(uuid[], date), rescreen_settings() to tirek_app, tirek_jobs;
grant execute on function rescreen_counts(date), may_skip_rescreen(uuid) to tirek_app;
grant execute on function families_to_plan(date, integer), identities_to_plan(uuid[]),
  keep_rescreen_plan(uuid, bigint, date, jsonb), rescreens_to_remind(date, integer), is_planned(uuid, date),
  children_to_forecast(integer, date) to tirek_jobs;

alter table rescreen_skip enable row level security;
alter table rescreen_plan enable row level security;
alter table rescreen_planned enable row level security;
alter table rescreen_reminder enable row level security;
alter table adolescence_forecast enable row level security;

create policy rescreen_skip_in_reach on rescreen_skip for select to tirek_app
  using ((select may('assessment.read')) and person_id = any (array(select people_in_reach())));
create policy rescreen_skip_in_emergency on rescreen_skip for select to tirek_app
  using ((select may('assessment.read')) and person_id = any (array(select people_in_emergency())));
create policy rescreen_skip_put_away on rescreen_skip as restrictive for select to tirek_app
  using (person_id <> all (array(select people_put_away())));
create policy rescreen_skip_record on rescreen_skip for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id()) and may_skip_rescreen(person_id));
create policy adolescence_forecast_read on adolescence_forecast for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('forecast.read')));
create policy adolescence_forecast_jobs on adolescence_forecast for all to tirek_jobs using (true) with check (true);
create policy rescreen_reminder_jobs on rescreen_reminder for insert to tirek_jobs with check (true);

grant select, insert on rescreen_skip to tirek_app;
grant insert on rescreen_reminder to tirek_jobs;
grant select (programme_id, as_of, forecast) on adolescence_forecast to tirek_app;
grant select, insert on adolescence_forecast to tirek_jobs;
