-- What people agreed to. Every word is kept as it was said and never changed; what is allowed follows from the last words.

-- What a programme says of itself in a consent, and who agrees at which age. Each change is a new version.
create table consent_settings (
  id uuid primary key,
  programme_id uuid not null references programme,
  version integer not null,
  settings jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint consent_settings_account foreign key (set_by, programme_id) references account (id, programme_id),
  constraint consent_settings_version_once unique (programme_id, version),
  constraint consent_settings_version_positive check (version > 0)
);

-- A programme's own words for a purpose, beside those that ship with the program.
create table consent_purpose_text (
  programme_id uuid not null references programme,
  version text not null,
  purpose text not null,
  given_to_others boolean not null,
  sent_abroad boolean not null,
  published boolean not null,
  words jsonb not null,
  added_by uuid not null,
  added_at timestamptz not null,
  constraint consent_purpose_text_pkey primary key (programme_id, version),
  constraint consent_purpose_text_account foreign key (added_by, programme_id) references account (id, programme_id),
  constraint consent_purpose_text_purpose_known check (purpose in ('service', 'screening', 'referral', 'conference',
    'contact-phone', 'contact-messenger', 'research', 'aggregate-reporting'))
);

-- The bodies to which people are passed on; a consent to a referral names exactly one.
create table consent_receiver (
  id uuid primary key,
  programme_id uuid not null references programme,
  name text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  constraint consent_receiver_account foreign key (added_by, programme_id) references account (id, programme_id),
  constraint consent_receiver_name_once unique (programme_id, name),
  constraint consent_receiver_programme unique (id, programme_id)
);

-- One word of one party about one topic. needs: all whose word counted on that day. sealed: names of a witness and a guardian,
-- what is withheld and why, under the person's own data key, so that it is unreadable once that key is destroyed.
create table consent (
  id uuid primary key,
  programme_id uuid not null,
  person_id uuid not null,
  purpose text not null,
  receiver_id uuid,
  party text not null,
  decision text not null,
  needs text[] not null,
  mode text not null,
  language text not null,
  text_version text not null,
  settings_version integer not null,
  given_on date not null,
  stands_until date,
  is_witnessed boolean not null,
  sealed bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint consent_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint consent_receiver_of_programme foreign key (receiver_id, programme_id) references consent_receiver (id, programme_id),
  constraint consent_account foreign key (recorded_by, programme_id) references account (id, programme_id),
  constraint consent_settings_known foreign key (programme_id, settings_version)
    references consent_settings (programme_id, version),
  constraint consent_purpose_known check (purpose in ('service', 'screening', 'referral', 'conference',
    'contact-phone', 'contact-messenger', 'research', 'aggregate-reporting')),
  constraint consent_receiver_of_referral check ((purpose = 'referral') = (receiver_id is not null)),
  constraint consent_party_counts check (party = any (needs) and needs <@ array['person', 'guardian']),
  constraint consent_decision_known check (decision in ('given', 'declined', 'withdrawn')),
  constraint consent_mode_known check (mode in ('written', 'verbal', 'thumb')),
  constraint consent_language_known check (language in ('kk', 'ru', 'en')),
  constraint consent_given_for_a_time check (stands_until is null or (decision = 'given' and stands_until > given_on)),
  constraint consent_witnessed check (decision <> 'given' or mode = 'written' or is_witnessed)
);
create index consent_said on consent (person_id, purpose, given_on desc, recorded_at desc, id desc);
create index consent_of_programme on consent (programme_id, person_id);

create trigger consent_settings_append_only before update or delete or truncate on consent_settings
  for each statement execute function refuse_change();
create trigger consent_purpose_text_append_only before update or delete or truncate on consent_purpose_text
  for each statement execute function refuse_change();
create trigger consent_receiver_append_only before update or delete or truncate on consent_receiver
  for each statement execute function refuse_change();
create trigger consent_append_only before update or delete or truncate on consent
  for each statement execute function refuse_change();

-- Whether a person allows a purpose on a day, to a receiver where the purpose has one. The same as isAllowed in the domain:
-- the last word of all says whose word counts, then everybody's own last word decides. For row policies of what a consent
-- guards; it looks past the policies of consent itself, since whoever a referral is sent to may not read consents.
create function consent_allows(p_person uuid, p_purpose text, p_receiver uuid, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with said as (
    select consent.needs, consent.party, consent.decision, consent.stands_until,
      row_number() over (order by consent.given_on desc, consent.recorded_at desc, consent.id desc) as back
    from consent
    where consent.person_id = p_person and consent.programme_id = actor_programme() and consent.purpose = p_purpose
      and consent.receiver_id is not distinct from p_receiver
  )
  select exists (select from said) and not exists (
    select from said last cross join unnest(last.needs) as needed (party)
    where last.back = 1 and not exists (
      select from said word
      where word.party = needed.party and word.decision = 'given'
        and (word.stands_until is null or word.stands_until > p_on)
        and word.back = (select min(own.back) from said own where own.party = needed.party)))
$$;
revoke all on function consent_allows(uuid, text, uuid, date) from public;
grant execute on function consent_allows(uuid, text, uuid, date) to tirek_app;

alter table consent_settings enable row level security;
alter table consent_purpose_text enable row level security;
alter table consent_receiver enable row level security;
alter table consent enable row level security;

create policy consent_settings_read on consent_settings for select to tirek_app
  using (programme_id = (select actor_programme()) and (select current_setting('tirek.fully_signed_in', true)) = 'yes');
create policy consent_settings_set on consent_settings for insert to tirek_app
  with check (programme_id = (select actor_programme()) and set_by = (select actor_id()) and (select may('consent.manage')));

create policy consent_purpose_text_read on consent_purpose_text for select to tirek_app
  using (programme_id = (select actor_programme()) and (select current_setting('tirek.fully_signed_in', true)) = 'yes');
create policy consent_purpose_text_add on consent_purpose_text for insert to tirek_app
  with check (programme_id = (select actor_programme()) and added_by = (select actor_id()) and (select may('consent.manage')));

create policy consent_receiver_read on consent_receiver for select to tirek_app
  using (programme_id = (select actor_programme()) and (select current_setting('tirek.fully_signed_in', true)) = 'yes');
create policy consent_receiver_add on consent_receiver for insert to tirek_app
  with check (programme_id = (select actor_programme()) and added_by = (select actor_id()) and (select may('consent.record')));

create policy consent_in_reach on consent for select to tirek_app
  using ((select may('consent.read')) and person_id = any (array(select people_in_reach())));
-- Whoever answers for the protection of data sees what was agreed to and not by whom: ids tell nothing, and what names
-- people is sealed under keys that are not within her reach.
create policy consent_overseen on consent for select to tirek_app
  using (programme_id = (select actor_programme()) and (select may('consent.oversee')));
-- Only what stands can be taken back.
create policy consent_record on consent for insert to tirek_app
  with check (programme_id = (select actor_programme()) and recorded_by = (select actor_id())
    and (select may('consent.record')) and person_id = any (array(select people_in_reach()))
    and (decision <> 'withdrawn' or consent_allows(person_id, purpose, receiver_id, given_on)));

grant select, insert on consent_settings, consent_purpose_text, consent_receiver, consent to tirek_app;
