-- Versions of the pathway tried on what people of the programme really answered (docs/decisions/0105-tried-on-past-people.md). A
-- colleague asks; a job counts in pieces, holds the counts against what small groups they would give away, and keeps what may be told.

create table pathway_trial (
  id uuid primary key,
  programme_id uuid not null references programme,
  version_id uuid not null,
  -- The version that was in force when it was asked for; null: the one that ships.
  against_id uuid,
  -- The first day of the month: once for each version in each.
  month date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- How many people there are to look at, and how many were looked at.
  people integer,
  done integer not null default 0,
  made_at timestamptz,
  -- Null: it goes on, or nothing may be told.
  result jsonb,
  -- What was told, with the true counts: for the trials after it alone.
  releases jsonb,
  constraint pathway_trial_version foreign key (version_id, programme_id) references pathway_version (id, programme_id),
  constraint pathway_trial_against foreign key (against_id, programme_id) references pathway_version (id, programme_id),
  constraint pathway_trial_account foreign key (asked_by, programme_id) references account (id, programme_id),
  constraint pathway_trial_once unique (version_id, month),
  constraint pathway_trial_month check (extract(day from month) = 1),
  constraint pathway_trial_whole check ((result is null) = (releases is null) and (result is null or made_at is not null))
);
create index pathway_trial_open on pathway_trial (asked_at) where made_at is null;

-- What was counted so far, by what people come to and by family; gone as soon as it is told.
create table pathway_trial_piece (
  trial_id uuid not null references pathway_trial,
  -- The last person of the piece, in the order of ids.
  last_id uuid not null,
  counted jsonb not null,
  constraint pathway_trial_piece_once primary key (trial_id, last_id)
);

-- What is told never changes; only a job carries a trial on.
create function refuse_other_trial() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  if old.made_at is not null or (new.id, new.programme_id, new.version_id, new.against_id, new.month, new.asked_by, new.asked_at)
    is distinct from (old.id, old.programme_id, old.version_id, old.against_id, old.month, old.asked_by, old.asked_at) then
    raise exception 'a trial that was told does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger pathway_trial_told before update on pathway_trial
  for each row execute function refuse_other_trial();
create trigger pathway_trial_kept before delete or truncate on pathway_trial
  for each statement execute function refuse_change();

-- Of whom a version is tried: people of supported families who answered a questionnaire, in the order of their ids; nobody who said
-- no to being counted and nobody whose file is put away.
create function people_to_try(p_after uuid, p_limit integer, p_on date)
  returns table (person_id uuid, family_id uuid, region_code text, born_year smallint, ids uuid[])
  language sql stable security definer set search_path = public, pg_temp rows 500 cost 10000 as $$
  select plan.person_id, plan.family_id, held.region_code, plan.born_year, array(select records_of(array[plan.person_id])) as ids
  from rescreen_plan plan
  join caseload held on held.family_id = plan.family_id and held.until_at is null and held.region_code is not null
  where is_job() and plan.programme_id = actor_programme() and (p_after is null or plan.person_id > p_after)
    and exists (select from assessment known where known.person_id in (select records_of(array[plan.person_id])))
    and not exists (select from person_put_away away where away.person_id = plan.person_id)
    and not (exists (select from consent said
        where said.person_id in (select records_of(array[plan.person_id])) and said.purpose = 'aggregate-reporting')
      and not consent_allows(plan.person_id, 'aggregate-reporting', null, p_on))
  order by plan.person_id
  limit p_limit
$$;

-- For the job that tries versions: the next of them with what decides a step and lies open.
create function answers_to_try(p_after uuid, p_limit integer, p_on date)
  returns table (person_id uuid, family_id uuid, region_code text, born_year smallint, assessments jsonb, dangers jsonb, decisions jsonb)
  language sql stable security definer set search_path = public, pg_temp rows 500 cost 10000 as $$
  select whom.person_id, whom.family_id, whom.region_code, whom.born_year,
    (select jsonb_agg(jsonb_build_object('id', known.id, 'formCode', known.form_code, 'informant', known.informant,
        'takenOn', known.taken_on, 'language', known.language, 'scores', known.scores, 'conclusions', known.conclusions,
        'supersedes', known.supersedes))
      from assessment known where known.person_id = any (whom.ids)),
    coalesce((
      select jsonb_agg(jsonb_build_object('kind', event.kind, 'urgency', event.urgency,
        'on', (event.starts_at at time zone 'UTC')::date,
        'overOn', case when last.kind = 'closed' then (last.recorded_at at time zone 'UTC')::date end))
      from safety_event event
      left join lateral (
        select entry.kind, entry.recorded_at from safety_entry entry
        where entry.event_id = event.id and entry.kind in ('closed', 'reopened') order by entry.sequence desc limit 1) as last on true
      where event.person_id = any (whom.ids)), '[]'),
    coalesce((
      select jsonb_agg(jsonb_build_object('id', decided.id, 'proposalId', decided.proposal_id, 'kind', decided.kind,
        'step', decided.step, 'reason', decided.reason, 'functioning', decided.functioning, 'evaluatedOn', decided.evaluated_on,
        'decidedAt', decided.decided_at, 'decidedOn', decided.decided_on))
      from step_decision decided where decided.person_id = any (whom.ids)), '[]')
  from people_to_try(p_after, p_limit, p_on) as whom
  order by whom.person_id
$$;

-- The names of those who asked for trials.
create function pathway_triers() returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select trier.id, trier.display_name from account trier
  where (select may('pathway.edit')) and trier.programme_id = actor_programme()
    and exists (select from pathway_trial where asked_by = trier.id)
$$;

revoke all on function people_to_try(uuid, integer, date), answers_to_try(uuid, integer, date), pathway_triers() from public;
grant execute on function people_to_try(uuid, integer, date), answers_to_try(uuid, integer, date) to tirek_jobs;
grant execute on function pathway_triers() to tirek_app;

alter table pathway_trial enable row level security;
alter table pathway_trial_piece enable row level security;
create policy pathway_trial_read on pathway_trial for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('pathway.edit')));
create policy pathway_trial_ask on pathway_trial for insert to tirek_app
  with check (programme_id = (select actor_programme()) and asked_by = (select actor_id()) and (select may('pathway.edit'))
    and people is null and done = 0 and made_at is null and result is null);
create policy pathway_trial_jobs on pathway_trial for all to tirek_jobs using (true) with check (true);
create policy pathway_trial_piece_jobs on pathway_trial_piece for all to tirek_jobs using (true) with check (true);
grant select (id, programme_id, version_id, against_id, month, asked_by, asked_at, people, done, made_at, result) on pathway_trial
  to tirek_app;
grant insert (id, programme_id, version_id, against_id, month, asked_by, asked_at) on pathway_trial to tirek_app;
grant select, update on pathway_trial to tirek_jobs;
grant select, insert, delete on pathway_trial_piece to tirek_jobs;
create policy pathway_version_jobs on pathway_version for select to tirek_jobs using (true);
grant select (id, programme_id, pathway) on pathway_version to tirek_jobs;
