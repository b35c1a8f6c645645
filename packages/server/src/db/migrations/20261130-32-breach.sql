-- Breaches of personal data: what happened, by when the authority is to be told, and that it was. No row says who was concerned.

create table breach (
  id uuid primary key,
  programme_id uuid not null references programme,
  noticed_on date not null,
  kind text not null,
  size text not null,
  data text[] not null,
  -- What happened and what was done, in words, sealed under a key that is not in the database.
  what bytea not null,
  measures bytea not null,
  due_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint breach_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint breach_programme unique (id, programme_id),
  constraint breach_kind_known check (kind in ('lost-device', 'wrong-recipient', 'seen-by-others', 'stolen-access', 'lost-data',
    'other')),
  constraint breach_size_known check (size in ('unknown', 'up-to-10', 'up-to-100', 'more')),
  constraint breach_data_known check (cardinality(data) > 0
    and data <@ array['names', 'contacts', 'documents', 'family', 'health', 'support']),
  constraint breach_due_after_noticed check (due_on > noticed_on)
);
create index breach_of_programme on breach (programme_id, noticed_on desc);

create table breach_notice (
  breach_id uuid primary key,
  programme_id uuid not null,
  way text not null,
  given_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint breach_notice_of_breach foreign key (breach_id, programme_id) references breach (id, programme_id),
  constraint breach_notice_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint breach_notice_way_known check (way in ('portal', 'letter', 'by-mail'))
);

create trigger breach_append_only before update or delete or truncate on breach
  for each statement execute function refuse_change();
create trigger breach_notice_append_only before update or delete or truncate on breach_notice
  for each statement execute function refuse_change();

alter table breach enable row level security;
alter table breach_notice enable row level security;

create policy breach_read on breach for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('breach.manage')));
create policy breach_record on breach for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id()) and (select may('breach.manage')));
create policy breach_notice_read on breach_notice for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('breach.manage')));
create policy breach_notice_record on breach_notice for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id()) and (select may('breach.manage')));

grant select, insert on breach, breach_notice to tirek_app;
