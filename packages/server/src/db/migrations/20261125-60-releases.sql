-- Reports as they were frozen, what a second person decided, and those that were taken back. All append-only.
create table report_release (
  id uuid primary key,
  programme_id uuid not null references programme,
  wave_id uuid not null references survey_wave,
  audience text not null,
  plan jsonb not null,
  reason text not null,
  snapshot text not null,
  program_version text not null,
  -- A finished report for each language.
  reports jsonb not null,
  prepared_by uuid not null references account,
  prepared_at timestamptz not null,
  constraint report_release_audience_known check (audience in ('internal', 'network', 'public')),
  constraint report_release_author unique (id, programme_id, prepared_by)
);
create index report_release_newest on report_release (programme_id, prepared_at desc);
create index report_release_wave on report_release (wave_id);

create table report_release_decision (
  release_id uuid primary key,
  programme_id uuid not null,
  prepared_by uuid not null,
  kind text not null,
  number integer,
  decided_by uuid not null references account,
  decided_at timestamptz not null,
  reason text,
  constraint report_release_decision_of_release foreign key (release_id, programme_id, prepared_by)
    references report_release (id, programme_id, prepared_by),
  constraint report_release_decision_kind_known check (kind in ('approved', 'refused')),
  constraint report_release_decision_refused_why check (kind = 'approved' or reason is not null),
  constraint report_release_decision_number check ((kind = 'approved') = (number is not null)),
  constraint report_release_number_once unique (programme_id, number),
  constraint report_release_decision_by_another check (decided_by <> prepared_by)
);

create table report_release_withdrawal (
  release_id uuid primary key references report_release_decision,
  programme_id uuid not null references programme,
  reason text not null,
  withdrawn_by uuid not null references account,
  withdrawn_at timestamptz not null
);

create trigger report_release_append_only before update or delete or truncate on report_release
  for each statement execute function refuse_change();
create trigger report_release_decision_append_only before update or delete or truncate on report_release_decision
  for each statement execute function refuse_change();
create trigger report_release_withdrawal_append_only before update or delete or truncate on report_release_withdrawal
  for each statement execute function refuse_change();

alter table report_release enable row level security;
alter table report_release_decision enable row level security;
alter table report_release_withdrawal enable row level security;

-- Whoever prepares or approves sees all of them; everybody else what was approved for the network or for everybody.
create policy report_release_read on report_release for select to tirek_app
  using (programme_id = (select actor_programme()) and (
    (select may('release.prepare')) or (select may('release.approve'))
    or ((select may('release.read')) and audience <> 'internal'
      and exists (select from report_release_decision decision where decision.release_id = id and decision.kind = 'approved'))));
create policy report_release_prepare on report_release for insert to tirek_app
  with check (programme_id = (select actor_programme()) and prepared_by = (select actor_id()) and (select may('release.prepare'))
    and exists (select from survey_wave where survey_wave.id = wave_id and survey_wave.programme_id = (select actor_programme())));
create policy report_release_decision_read on report_release_decision for select to tirek_app
  using (programme_id = (select actor_programme()) and (
    (select may('release.prepare')) or (select may('release.approve')) or ((select may('release.read')) and kind = 'approved')));
create policy report_release_decide on report_release_decision for insert to tirek_app
  with check (programme_id = (select actor_programme()) and decided_by = (select actor_id()) and (select may('release.approve')));
-- Only beside a release that the asker may read: a reason may tell of exact numbers.
create policy report_release_withdrawal_read on report_release_withdrawal for select to tirek_app
  using (programme_id = (select actor_programme()) and exists (select from report_release release where release.id = release_id));
create policy report_release_withdraw on report_release_withdrawal for insert to tirek_app
  with check (programme_id = (select actor_programme()) and withdrawn_by = (select actor_id()) and (select may('release.approve'))
    and exists (select from report_release_decision decision
      where decision.release_id = report_release_withdrawal.release_id and decision.kind = 'approved'
        and decision.programme_id = (select actor_programme())));

grant select, insert on report_release, report_release_decision, report_release_withdrawal to tirek_app;

-- Names of colleagues and of the survey beside a release; whoever may read releases may know who answers for them, also
-- where campaigns are not hers to see.
create function release_names(p_release uuid) returns table (prepared_by_name text, decided_by_name text, wave_title jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select author.display_name, decider.display_name, campaign.settings -> 'title'
  from report_release release
  join survey_wave wave on wave.id = release.wave_id
  join survey_campaign campaign on campaign.id = wave.campaign_id
  join account author on author.id = release.prepared_by
  left join report_release_decision decision on decision.release_id = release.id
  left join account decider on decider.id = decision.decided_by
  where release.id = p_release and (is_owner() or (release.programme_id = actor_programme() and may('release.read')))
$$;

-- What anybody may read: approved for everybody. A withdrawn one is named with its reason and shown no more.
create function public_releases()
returns table (id uuid, number integer, settings jsonb, released_at timestamptz, withdrawn_at timestamptz, withdrawn_reason text)
language sql stable security definer set search_path = public, pg_temp as $$
  select release.id, decision.number, campaign.settings, decision.decided_at, withdrawal.withdrawn_at, withdrawal.reason
  from report_release release
  join report_release_decision decision on decision.release_id = release.id and decision.kind = 'approved'
  join survey_wave wave on wave.id = release.wave_id
  join survey_campaign campaign on campaign.id = wave.campaign_id
  left join report_release_withdrawal withdrawal on withdrawal.release_id = release.id
  where release.audience = 'public'
  order by decision.decided_at desc
$$;

create function public_release_report(p_release uuid, p_language text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select release.reports -> p_language
  from report_release release
  join report_release_decision decision on decision.release_id = release.id and decision.kind = 'approved'
  where release.id = p_release and release.audience = 'public'
    and not exists (select from report_release_withdrawal withdrawal where withdrawal.release_id = release.id)
$$;

revoke all on function release_names(uuid), public_releases(), public_release_report(uuid, text) from public;
grant execute on function release_names(uuid), public_releases(), public_release_report(uuid, text) to tirek_app;
