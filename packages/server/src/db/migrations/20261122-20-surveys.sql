-- Campaigns, waves and answers. How code and answers are kept apart is told in docs/decisions/0030-linkage-modes.md.

-- The made-up programme bears the code demo. It may show translations that nobody has reviewed, a real one may not.
alter table programme add column is_demo boolean not null generated always as (code = 'demo') stored;

-- A programme's own consents; those that come with the program lie in the domain. Words never change.
create table consent_text (
  programme_id uuid not null references programme,
  version text not null,
  linkages text[] not null,
  words jsonb not null,
  added_at timestamptz not null default now(),
  constraint consent_text_pkey primary key (programme_id, version),
  constraint consent_text_linkages_known check (linkages <@ array['open', 'one-time', 'panel'] and linkages <> '{}')
);
create trigger consent_text_append_only before update or delete or truncate on consent_text
  for each statement execute function refuse_change();

create table survey_campaign (
  id uuid primary key,
  programme_id uuid not null references programme,
  slug text not null,
  status text not null default 'draft',
  edition integer not null default 1,
  settings jsonb not null,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  constraint survey_campaign_slug_unique unique (slug),
  constraint survey_campaign_slug_shape check (slug ~ '^[a-z]{8}$'),
  constraint survey_campaign_status_known check (status in ('draft', 'published')),
  constraint survey_campaign_published_at check ((status = 'published') = (published_at is not null)),
  constraint survey_campaign_programme unique (id, programme_id)
);

create table survey_wave (
  id uuid primary key,
  campaign_id uuid not null,
  programme_id uuid not null,
  number integer not null,
  slug text not null,
  status text not null default 'draft',
  opens_on date not null,
  closes_on date not null,
  is_imported boolean not null default false,
  constraint survey_wave_campaign foreign key (campaign_id, programme_id) references survey_campaign (id, programme_id),
  constraint survey_wave_number_unique unique (campaign_id, number),
  constraint survey_wave_slug_unique unique (slug),
  constraint survey_wave_slug_shape check (slug ~ '^[a-z]{8}$'),
  constraint survey_wave_status_known check (status in ('draft', 'open', 'closed', 'reopened')),
  constraint survey_wave_dates_in_order check (opens_on <= closes_on),
  constraint survey_wave_imported_is_closed check (not is_imported or status = 'closed')
);

-- Every change of a wave, append-only; the wave itself shows the newest.
create table survey_wave_event (
  id uuid primary key,
  wave_id uuid not null references survey_wave,
  programme_id uuid not null references programme,
  kind text not null,
  opens_on date not null,
  closes_on date not null,
  reason text,
  by_account uuid references account,
  at timestamptz not null default clock_timestamp(),
  sequence bigint generated always as identity,
  constraint survey_wave_event_kind_known check (kind in ('created', 'dates-changed', 'opened', 'closed', 'reopened', 'imported')),
  constraint survey_wave_event_reason_given check (reason is not null or kind not in ('closed', 'reopened'))
);
create index survey_wave_event_wave on survey_wave_event (wave_id, sequence);
create trigger survey_wave_event_append_only before update or delete or truncate on survey_wave_event
  for each statement execute function refuse_change();

-- A frozen campaign stays frozen, whoever asks.
create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
  if old.status = 'published' then
    raise exception 'published campaign %', old.id using errcode = 'restrict_violation', constraint = 'survey_campaign_frozen';
  end if;
  return new;
end $$;
create trigger survey_campaign_frozen before update on survey_campaign
  for each row execute function refuse_change_of_published();

-- The answers that reports read. Nothing here tells who, and of when only the day. Rows come in shuffled batches.
create table survey_response (
  wave_id uuid not null references survey_wave,
  id uuid not null,
  language text not null,
  consent_version text not null,
  consent_language text not null,
  received_on date not null,
  answers jsonb not null,
  scores jsonb not null,
  form_versions jsonb not null,
  panel_hash uuid,
  constraint survey_response_pkey primary key (id),
  constraint survey_response_language_known check (language in ('kk', 'ru', 'en') and consent_language in ('kk', 'ru', 'en'))
);
create index survey_response_wave on survey_response (wave_id, received_on, language);
create index survey_response_panel on survey_response (panel_hash) where panel_hash is not null;
create function refuse_change_of_answers() returns trigger language plpgsql as $$
begin
  raise exception 'answers are append-only' using errcode = 'restrict_violation', constraint = 'append_only';
end $$;
-- Deleting stays possible for the end of the retention term and for a panel member who withdraws.
create trigger survey_response_append_only before update or truncate on survey_response
  for each statement execute function refuse_change_of_answers();

-- Where answers wait to be shuffled in. One row holds what arrived together in one commit: encrypted, padded, and
-- readable only with a key that is not in the database.
create table survey_arrival (
  wave_id uuid not null references survey_wave,
  received_on date not null,
  answers integer not null,
  sealed bytea not null,
  constraint survey_arrival_answers_positive check (answers > 0)
);
alter table survey_arrival alter column sealed set storage external;
create index survey_arrival_wave on survey_arrival (wave_id);

-- Which submissions are done: a keyed hash of the client's id (128 bits) and the day. Holds nothing of the answers.
create table survey_receipt (
  id_hash uuid primary key,
  wave_id uuid not null references survey_wave,
  received_on date not null
);
create index survey_receipt_wave on survey_receipt (wave_id);

-- One-time codes: keyed hashes (128 bits). 0 issued, 2 used, 1 used and shuffled among all used ones of the wave.
create table survey_code (
  wave_id uuid not null references survey_wave,
  code_hash uuid not null,
  state smallint not null default 0,
  constraint survey_code_pkey primary key (wave_id, code_hash),
  constraint survey_code_state_known check (state in (0, 1, 2))
);

-- Panel cards: how many were printed in a lot. The lot's secret is derived from the installation key, no card is kept.
create table survey_card_lot (
  id uuid primary key,
  campaign_id uuid not null,
  programme_id uuid not null,
  cards integer not null,
  issued_on date not null,
  constraint survey_card_lot_campaign foreign key (campaign_id, programme_id) references survey_campaign (id, programme_id),
  constraint survey_card_lot_hides_the_single check (cards >= 20)
);

-- Which pseudonyms have answered a wave, under another key than the one in survey_response, so that the two do not join.
create table survey_panel_use (
  wave_id uuid not null references survey_wave,
  use_hash uuid not null,
  lot_id uuid not null references survey_card_lot,
  constraint survey_panel_use_pkey primary key (wave_id, use_hash)
);
create index survey_panel_use_lot on survey_panel_use (wave_id, lot_id);

-- Pseudonyms whose answers are to be erased, also those that are still waiting.
create table survey_withdrawal (
  campaign_id uuid not null references survey_campaign,
  panel_hash uuid not null,
  withdrawn_on date not null,
  constraint survey_withdrawal_pkey primary key (campaign_id, panel_hash)
);

-- Unfinished questionnaires on the way to another device, encrypted on the phone.
create table survey_draft (
  wave_id uuid not null references survey_wave,
  key_hash uuid not null,
  sealed bytea not null,
  kept_until date not null,
  constraint survey_draft_pkey primary key (wave_id, key_hash),
  constraint survey_draft_size check (octet_length(sealed) between 29 and 65536)
);
alter table survey_draft alter column sealed set storage external;
create index survey_draft_kept_until on survey_draft (kept_until);

-- lz4 packs an answer three times as fast; a PostgreSQL built without it keeps its own way.
do $$ begin
  alter table survey_response alter column answers set compression lz4;
  alter table survey_response alter column scores set compression lz4;
exception when feature_not_supported then null;
end $$;

-- Who changed a wave, by name: a coordinator may not read accounts otherwise.
create function wave_event_author(p_account uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select display_name from account
  where id = p_account and programme_id = actor_programme() and may('campaign.read')
$$;
revoke all on function wave_event_author(uuid) from public;
grant execute on function wave_event_author(uuid) to tirek_app;

alter table consent_text enable row level security;
alter table survey_campaign enable row level security;
alter table survey_wave enable row level security;
alter table survey_wave_event enable row level security;
alter table survey_response enable row level security;
alter table survey_arrival enable row level security;
alter table survey_receipt enable row level security;
alter table survey_code enable row level security;
alter table survey_card_lot enable row level security;
alter table survey_panel_use enable row level security;
alter table survey_withdrawal enable row level security;
alter table survey_draft enable row level security;

-- People of the programme.
create policy consent_text_read on consent_text for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('campaign.read')));
create policy consent_text_add on consent_text for insert to tirek_app
  with check (programme_id = (select actor_programme()) and (select may('campaign.manage')));

create policy campaign_read on survey_campaign for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('campaign.read')));
create policy campaign_add on survey_campaign for insert to tirek_app
  with check (programme_id = (select actor_programme()) and ((select may('campaign.manage')) or (select may('answer.import'))));
create policy campaign_change on survey_campaign for update to tirek_app
  using (programme_id = (select actor_programme()) and (select may('campaign.manage')));

create policy wave_read on survey_wave for select to tirek_app
  using (programme_id = (select actor_programme()) and ((select may('campaign.read')) or (select may('report.read'))));
create policy wave_add on survey_wave for insert to tirek_app
  with check (programme_id = (select actor_programme())
    and ((select may('campaign.manage')) or (is_imported and (select may('answer.import')))));
create policy wave_change on survey_wave for update to tirek_app
  using (programme_id = (select actor_programme()) and (select may('campaign.manage')));

create policy wave_event_read on survey_wave_event for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('campaign.read')));
create policy wave_event_add on survey_wave_event for insert to tirek_app
  with check (programme_id = (select actor_programme()) and by_account = (select actor_id())
    and ((select may('campaign.manage')) or (kind = 'imported' and (select may('answer.import')))));

create policy card_lot_read on survey_card_lot for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('campaign.read')));
create policy card_lot_add on survey_card_lot for insert to tirek_app
  with check (programme_id = (select actor_programme()) and (select may('code.issue')));

-- Codes can be added and never read back.
create policy code_add on survey_code for insert to tirek_app
  with check ((select may('code.issue'))
    and wave_id = any (array(select id from survey_wave where programme_id = (select actor_programme()))));

-- Answers: only for those who make reports, only of their own programme; no endpoint hands out a single row.
create policy response_report on survey_response for select to tirek_app
  using ((select may('report.read'))
    and wave_id = any (array(select id from survey_wave where programme_id = (select actor_programme()))));
create policy response_import on survey_response for insert to tirek_app
  with check ((select may('answer.import'))
    and wave_id = any (array(select id from survey_wave where programme_id = (select actor_programme()) and is_imported)));

-- Respondents: what is published is open to whoever has its address.
create policy campaign_published on survey_campaign for select to tirek_app
  using (status = 'published' and (select actor_kind()) = 'respondent');
create policy wave_published on survey_wave for select to tirek_app
  using (status <> 'draft' and not is_imported and (select actor_kind()) = 'respondent');
create policy consent_text_published on consent_text for select to tirek_app using ((select actor_kind()) = 'respondent');
create policy card_lot_of_respondent on survey_card_lot for select to tirek_app using ((select actor_kind()) = 'respondent');
create policy region_named on region for select to tirek_app using ((select actor_kind()) = 'respondent');

-- Jobs shuffle answers in, forget what has served its time, and read no answer that is stored.
create policy wave_jobs on survey_wave for select to tirek_jobs using (true);
create policy wave_event_jobs on survey_wave_event for select to tirek_jobs using (true);
create policy campaign_jobs on survey_campaign for select to tirek_jobs using (true);
create policy arrival_jobs on survey_arrival for all to tirek_jobs using (true);
create policy response_jobs_add on survey_response for insert to tirek_jobs with check (true);
create policy withdrawal_jobs on survey_withdrawal for select to tirek_jobs using (true);

grant select, insert on consent_text, survey_campaign, survey_wave, survey_wave_event, survey_card_lot to tirek_app;
grant update (status, edition, settings, published_at) on survey_campaign to tirek_app;
grant update (status, opens_on, closes_on) on survey_wave to tirek_app;
grant insert on survey_code to tirek_app;
grant insert on survey_response to tirek_app;
-- Not the pseudonym: nothing that reports print needs it yet.
grant select (wave_id, id, language, consent_version, consent_language, received_on, answers, scores, form_versions)
  on survey_response to tirek_app;

grant select on survey_campaign, survey_wave, survey_wave_event, survey_withdrawal to tirek_jobs;
grant select, delete on survey_arrival to tirek_jobs;
grant insert on survey_response to tirek_jobs;
