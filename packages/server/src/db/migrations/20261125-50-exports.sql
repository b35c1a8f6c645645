-- Who asked for the exact answers of a wave as files, why, and what a second person decided. Both append-only.
create table wave_export (
  id uuid primary key,
  programme_id uuid not null references programme,
  wave_id uuid not null references survey_wave,
  language text not null,
  reason text not null,
  requested_by uuid not null references account,
  requested_at timestamptz not null,
  constraint wave_export_requester unique (id, programme_id, requested_by)
);
create index wave_export_newest on wave_export (programme_id, requested_at desc);

create table wave_export_decision (
  export_id uuid primary key,
  programme_id uuid not null,
  requested_by uuid not null,
  kind text not null,
  decided_by uuid not null references account,
  decided_at timestamptz not null,
  reason text,
  constraint wave_export_decision_of_request foreign key (export_id, programme_id, requested_by)
    references wave_export (id, programme_id, requested_by),
  constraint wave_export_decision_kind_known check (kind in ('approved', 'refused')),
  constraint wave_export_decision_refused_why check (kind = 'approved' or reason is not null),
  constraint wave_export_decision_by_another check (decided_by <> requested_by)
);

create trigger wave_export_append_only before update or delete or truncate on wave_export
  for each statement execute function refuse_change();
create trigger wave_export_decision_append_only before update or delete or truncate on wave_export_decision
  for each statement execute function refuse_change();

alter table wave_export enable row level security;
alter table wave_export_decision enable row level security;

create policy wave_export_read on wave_export for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('export.read')));
create policy wave_export_request on wave_export for insert to tirek_app
  with check (programme_id = (select actor_programme()) and requested_by = (select actor_id()) and (select may('export.request'))
    and exists (select from survey_wave where survey_wave.id = wave_id and survey_wave.programme_id = (select actor_programme())));
create policy wave_export_decision_read on wave_export_decision for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('export.read')));
create policy wave_export_decide on wave_export_decision for insert to tirek_app
  with check (programme_id = (select actor_programme()) and decided_by = (select actor_id()) and (select may('export.approve')));

grant select, insert on wave_export, wave_export_decision to tirek_app;
