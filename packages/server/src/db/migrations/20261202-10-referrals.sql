-- Somebody is passed on to a service outside the programme, and it is followed until it has ended (docs/decisions/0099-referrals.md).
-- A referral never changes; what happens to it are events, which are only ever added. What is told lies apart, sealed under a key of
-- the installation, as long as the receiver may read it, and is gone with the event that ends that. A receiver reads no table: one
-- function judges with every look whether it is his, open, and still agreed to. The life cycle stands in
-- packages/domain/src/referrals/fold-referral.ts too; a test compares. What receivers, coordinators and the job get stands in the next file.

create table referral (
  id uuid primary key,
  programme_id uuid not null references programme,
  person_id uuid not null,
  service_id uuid not null,
  -- The version of the directory that was looked at.
  service_version integer not null,
  provider_id uuid not null,
  -- Whom the consent names: the provider, or the account of a specialist who signs in here.
  receiver_id uuid not null,
  addressee_id uuid,
  urgency text not null,
  items text[] not null,
  speaks text not null,
  need_id uuid,
  proposal_id uuid,
  instead_of uuid,
  -- The need and the note, under the person's data key, for those who refer.
  sealed bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  made_on date not null,
  constraint referral_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint referral_service foreign key (programme_id, service_id, service_version)
    references service (programme_id, service_id, version),
  constraint referral_addressee foreign key (addressee_id, programme_id) references account (id, programme_id),
  constraint referral_account foreign key (made_by, programme_id) references account (id, programme_id),
  constraint referral_proposal foreign key (proposal_id) references step_proposal,
  constraint referral_instead_of foreign key (instead_of) references referral,
  constraint referral_instead_of_another check (instead_of <> id),
  -- The consent is to exactly whoever gets it.
  constraint referral_receiver_is_told check (receiver_id = coalesce(addressee_id, provider_id)),
  constraint referral_urgency_known check (urgency in ('emergency', 'urgent', 'normal')),
  constraint referral_items_known check (items <@ array['name', 'born', 'age', 'speaks', 'phone', 'need', 'note']
    and 'need' = any (items) and not (items @> array['born', 'age'])),
  constraint referral_on_its_day check (made_on - (made_at at time zone 'UTC')::date in (0, 1))
);
create index referral_of_person on referral (person_id);
create index referral_of_addressee on referral (addressee_id) where addressee_id is not null;
create index referral_of_receiver on referral (receiver_id);

create table referral_event (
  id uuid primary key,
  programme_id uuid not null references programme,
  referral_id uuid not null references referral,
  version integer not null,
  kind text not null,
  via text not null,
  said_by uuid,
  said_at timestamptz not null,
  said_on date not null,
  reason text,
  appointment_at timestamptz,
  came_on date,
  -- Answers of the feedback that are words of closed lists.
  feedback jsonb,
  override_supervisor uuid,
  override_until timestamptz,
  -- The words of a feedback, and why it went without consent.
  sealed bytea,
  constraint referral_event_version_once unique (referral_id, version),
  constraint referral_event_account foreign key (said_by, programme_id) references account (id, programme_id),
  constraint referral_event_supervisor foreign key (override_supervisor, programme_id) references account (id, programme_id),
  constraint referral_event_kind_known check (kind in ('received', 'accepted', 'declined', 'appointment', 'attended', 'no-show',
    'in-service', 'completed', 'discontinued', 'feedback', 'sent', 'closed', 'redirected', 'revoked', 'upheld', 'expired')),
  constraint referral_event_via_known check (via in ('account', 'link', 'system')),
  constraint referral_event_by_somebody check ((via = 'account') = (said_by is not null)),
  constraint referral_event_reasoned check (case kind
    when 'declined' then reason in ('no-room', 'not-our-field', 'not-our-region', 'language', 'age', 'other')
    when 'discontinued' then reason in ('own-wish', 'not-reached', 'moved', 'not-fitting', 'other')
    when 'revoked' then reason in ('withdrawn', 'own-wish', 'mistake', 'no-longer-needed', 'not-justified')
    when 'closed' then reason in ('helped', 'partly', 'not-helped', 'another-way', 'dropped')
    else reason is null end),
  constraint referral_event_reason_there check ((kind in ('declined', 'discontinued', 'revoked', 'closed')) = (reason is not null)),
  constraint referral_event_appointed check ((kind = 'appointment') = (appointment_at is not null)),
  constraint referral_event_came check ((kind = 'attended') = (came_on is not null)),
  constraint referral_event_came_before check (came_on <= said_on),
  constraint referral_event_fed_back check ((kind = 'feedback') = (feedback is not null)),
  constraint referral_event_override_whole check ((override_supervisor is null) = (override_until is null)
    and (kind = 'sent' or override_supervisor is null)),
  constraint referral_event_sealed_words check (sealed is null or kind = 'feedback' or override_supervisor is not null),
  constraint referral_event_on_its_day check (said_on - (said_at at time zone 'UTC')::date in (0, 1))
);

-- What is told, as long as the receiver may read it.
create table referral_content (
  referral_id uuid primary key references referral,
  programme_id uuid not null references programme,
  sealed bytea not null
);

-- For a receiver without an account: hashes of the link's token and of the code that is told by another way. One for a referral.
create table referral_link (
  referral_id uuid primary key references referral,
  programme_id uuid not null references programme,
  token_hash bytea not null,
  code_hash bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null,
  constraint referral_link_token_unique unique (token_hash)
);

-- Events, and referrals that are nearly late, of which somebody was told already.
create table referral_told (
  id uuid primary key,
  programme_id uuid not null references programme,
  referral_id uuid not null references referral,
  told_at timestamptz not null
);
create index referral_told_of on referral_told (referral_id);

create trigger referral_append_only before update or delete or truncate on referral
  for each statement execute function refuse_change_but_erasure();
create trigger referral_event_append_only before update or delete or truncate on referral_event
  for each statement execute function refuse_change_but_erasure();
create trigger referral_not_put_away before insert on referral
  for each row execute function refuse_about_put_away();

create function referral_answer_by(p_urgency text, p_sent_at timestamptz) returns timestamptz
  language sql immutable as $$
  select p_sent_at + case p_urgency when 'emergency' then interval '24 hours' when 'urgent' then interval '72 hours'
    else interval '336 hours' end
$$;

-- What may follow on what, as in the domain (NEXT).
create function referral_may_follow(p_state text, p_kind text) returns boolean
  language sql immutable as $$
  select p_kind = any (case p_state
    when 'draft' then array['sent', 'closed']
    when 'sent' then array['received', 'accepted', 'declined', 'expired', 'revoked', 'redirected']
    when 'received' then array['accepted', 'declined', 'expired', 'revoked', 'redirected']
    when 'accepted' then array['appointment', 'attended', 'in-service', 'discontinued', 'revoked', 'redirected']
    when 'appointment' then array['appointment', 'attended', 'no-show', 'discontinued', 'revoked', 'redirected']
    when 'no-show' then array['appointment', 'attended', 'discontinued', 'revoked', 'redirected']
    when 'attended' then array['appointment', 'in-service', 'completed', 'discontinued', 'revoked', 'redirected']
    when 'in-service' then array['completed', 'discontinued', 'revoked', 'redirected']
    when 'completed' then array['feedback', 'closed', 'revoked']
    when 'discontinued' then array['feedback', 'closed', 'redirected', 'revoked']
    when 'feedback' then array['closed', 'redirected', 'revoked']
    when 'declined' then array['closed', 'redirected']
    when 'expired' then array['closed', 'redirected']
    else array[]::text[] end)
$$;

-- The last thing that happened; past its hour without an answer it has expired, also before the program has written that down.
create function referral_state(p_referral uuid, p_now timestamptz) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when last.kind is null then 'draft'
    when last.kind in ('sent', 'received') and referral_answer_by(known.urgency,
      (select said_at from referral_event where referral_id = known.id and kind = 'sent')) <= p_now then 'expired'
    else last.kind end
  from referral known
  left join lateral (
    select event.kind from referral_event event where event.referral_id = known.id and event.kind <> 'upheld'
    order by event.version desc limit 1) last on true
  where known.id = p_referral
$$;

create function referral_version(p_referral uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(version), 0) from referral_event where referral_id = p_referral
$$;

-- Whether the receiver may see it now: open, and she agrees to exactly this receiver, or an override holds.
create function referral_is_shown(p_referral uuid, p_now timestamptz, p_on date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from referral known
    where known.id = p_referral and known.programme_id = actor_programme()
      and referral_state(known.id, p_now) not in ('draft', 'declined', 'expired', 'closed', 'redirected', 'revoked')
      and not exists (select from person_put_away away where away.person_id in (select records_of(array[known.person_id])))
      and (consent_allows(standing_of(known.person_id), 'referral', known.receiver_id, p_on)
        or exists (select from referral_event sent
          where sent.referral_id = known.id and sent.kind = 'sent' and sent.override_until > p_now)))
$$;

-- The provider of a service as it stands today, and the specialists who sign in here.
create function referral_receivers(p_service uuid)
  returns table (receiver_id uuid, names jsonb, display_name text, is_receiver boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with offered as (
    select distinct on (service.service_id) service.closed, (service.entry ->> 'providerId')::uuid as provider_id
    from service where service.programme_id = actor_programme() and service.service_id = p_service
    order by service.service_id, service.version desc)
  select found.id, found.names, found.display_name,
    exists (select from consent_receiver named where named.id = found.id and named.programme_id = actor_programme())
  from (
    (select provider.provider_id as id, provider.entry -> 'name' as names, null::text as display_name
      from offered join provider on provider.provider_id = offered.provider_id and provider.programme_id = actor_programme()
      where offered.closed is null order by provider.version desc limit 1)
    union all
    select specialist.id, null, specialist.display_name from account specialist
    where exists (select from offered where closed is null) and specialist.programme_id = actor_programme()
      and specialist.closed_at is null and account_may(specialist.id, 'referral.answer')) as found
  where (select may('referral.make'))
$$;

-- Who may answer for a sending without consent.
create function referral_supervisors() returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select known.id, known.display_name from account known
  where (select may('referral.make')) and known.programme_id = actor_programme() and known.closed_at is null
    and known.id <> actor_id() and account_may(known.id, 'referral.review')
$$;

create function may_make_referral(p_person uuid, p_service uuid, p_receiver uuid, p_urgency text, p_instead_of uuid, p_on date)
  returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select may('referral.make')
    and p_person = any (array(select people_in_reach()))
    and exists (select from referral_receivers(p_service) found where found.receiver_id = p_receiver)
    and (p_urgency = 'emergency' or consent_allows(p_person, 'service', null, p_on))
    and (p_instead_of is null or exists (select from referral known
      where known.id = p_instead_of and known.person_id in (select records_of(array[p_person]))))
$$;

-- Whether the actor may say this of a referral now.
create function may_tell_referral(p_referral uuid, p_version integer, p_kind text, p_via text, p_at timestamptz, p_on date,
    p_reason text, p_supervisor uuid, p_until timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select p_via = 'account' and p_version = 1 + referral_version(p_referral) and exists (
    select from referral known
    where known.id = p_referral and known.programme_id = actor_programme()
      and case
        when p_kind in ('received', 'accepted', 'declined', 'appointment', 'attended', 'no-show', 'in-service', 'completed',
            'discontinued', 'feedback') then
          may('referral.answer') and known.addressee_id = actor_id() and referral_is_shown(known.id, p_at, p_on)
          and referral_may_follow(referral_state(known.id, p_at), p_kind)
        when p_kind = 'upheld' then
          may('referral.review') and known.person_id = any (array(select people_in_reach()))
          and not exists (select from referral_event done where done.referral_id = known.id and done.kind = 'upheld')
          and exists (select from referral_event sent where sent.referral_id = known.id and sent.kind = 'sent'
            and sent.override_until is not null and sent.said_by <> actor_id())
        when p_kind = 'sent' then
          may('referral.make') and known.person_id = any (array(select people_in_reach()))
          and not exists (select from person_put_away away where away.person_id in (select records_of(array[known.person_id])))
          and referral_may_follow(referral_state(known.id, p_at), p_kind)
          and case when p_supervisor is null then consent_allows(standing_of(known.person_id), 'referral', known.receiver_id, p_on)
            else known.urgency = 'emergency' and p_until > p_at and p_until <= p_at + interval '72 hours'
              and p_supervisor <> actor_id() and account_may(p_supervisor, 'referral.review') end
        when p_kind in ('closed', 'redirected') or (p_kind = 'revoked' and p_reason not in ('withdrawn', 'not-justified')) then
          may('referral.make') and known.person_id = any (array(select people_in_reach()))
          and referral_may_follow(referral_state(known.id, p_at), p_kind)
        when p_kind = 'revoked' and p_reason = 'not-justified' then
          may('referral.review') and known.person_id = any (array(select people_in_reach()))
          and referral_may_follow(referral_state(known.id, p_at), p_kind)
          and exists (select from referral_event sent where sent.referral_id = known.id and sent.kind = 'sent'
            and sent.override_until is not null and sent.said_by <> actor_id())
        else false end)
$$;

-- What was told is gone as soon as nobody may read it, and so is the link.
create function recall_referral() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from referral_content where referral_content.referral_id = new.referral_id;
  delete from referral_link where referral_link.referral_id = new.referral_id;
  return null;
end $$;
create trigger referral_event_recalls after insert on referral_event
  for each row when (new.kind in ('declined', 'expired', 'closed', 'redirected', 'revoked')) execute function recall_referral();

-- A consent that is taken back takes back, in the same transaction, whatever went to that receiver; an override ends with it too.
create function revoke_referrals() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  utc_day date := (new.recorded_at at time zone 'UTC')::date;
begin
  insert into referral_event (id, programme_id, referral_id, version, kind, via, said_at, said_on, reason)
  select gen_random_uuid(), known.programme_id, known.id, 1 + referral_version(known.id), 'revoked', 'system', new.recorded_at,
    case when new.given_on - utc_day in (0, 1) then new.given_on else utc_day end, 'withdrawn'
  from referral known
  where known.person_id in (select records_of(array[new.person_id])) and known.receiver_id = new.receiver_id
    and referral_state(known.id, new.recorded_at) not in ('draft', 'declined', 'expired', 'closed', 'redirected', 'revoked')
    and (new.decision = 'withdrawn' or not referral_is_shown(known.id, new.recorded_at, utc_day));
  return null;
end $$;
create trigger consent_revokes_referrals after insert on consent
  for each row when (new.purpose = 'referral' and new.decision <> 'given') execute function revoke_referrals();

-- A consent that names a provider or an account names it as the directory and the programme do, whoever writes it down.
create function receiver_bears_its_name() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from provider where provider.provider_id = new.id)
    and not exists (select from provider cross join jsonb_each_text(provider.entry -> 'name') as named (language, word)
      where provider.provider_id = new.id and provider.programme_id = new.programme_id and named.word <> ''
        and starts_with(new.name, named.word)) then
    raise exception 'a receiver under another name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger consent_receiver_bears_its_name before insert on consent_receiver
  for each row execute function receiver_bears_its_name();

-- An erasure takes them along, before the proposals that they name.
create function erase_referrals() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone uuid[] := array(select referral.id from referral where referral.person_id in (select records_of(array[new.person_id])));
begin
  delete from referral_told where referral_told.referral_id = any (gone);
  delete from referral_link where referral_link.referral_id = any (gone);
  delete from referral_content where referral_content.referral_id = any (gone);
  delete from referral_event where referral_event.referral_id = any (gone);
  delete from referral where referral.id = any (gone);
  return null;
end $$;
create trigger erasure_of_referrals after insert on erasure
  for each row execute function erase_referrals();

-- The preview of an erasure counts them among what goes. It is said in the function as it stands, whatever else that counts by now.
do $$
declare
  definition text := pg_get_functiondef('erasure_preview(uuid)'::regprocedure);
  counted constant text := '(select count(distinct family_id)::integer from family_member where family_member.person_id = any (ids))';
  named constant text := ' families integer,';
begin
  if position(counted in definition) = 0 or position(named in definition) = 0 then
    raise exception 'erasure_preview counts no families';
  end if;
  drop function erasure_preview(uuid);
  execute replace(replace(definition, named, ' referrals integer,' || named),
    counted, '(select count(*)::integer from referral where referral.person_id = any (ids)),
    ' || counted);
end $$;

revoke all on function referral_answer_by(text, timestamptz), referral_may_follow(text, text), referral_state(uuid, timestamptz),
  referral_version(uuid), referral_is_shown(uuid, timestamptz, date), referral_receivers(uuid), referral_supervisors(),
  may_make_referral(uuid, uuid, uuid, text, uuid, date),
  may_tell_referral(uuid, integer, text, text, timestamptz, date, text, uuid, timestamptz), recall_referral(), revoke_referrals(),
  receiver_bears_its_name(), erase_referrals(), erasure_preview(uuid) from public;
grant execute on function referral_receivers(uuid), referral_supervisors(),
  may_make_referral(uuid, uuid, uuid, text, uuid, date),
  may_tell_referral(uuid, integer, text, text, timestamptz, date, text, uuid, timestamptz), erasure_preview(uuid) to tirek_app;

alter table referral enable row level security;
alter table referral_event enable row level security;
alter table referral_content enable row level security;
alter table referral_link enable row level security;
alter table referral_told enable row level security;

create policy referral_in_reach on referral for select to tirek_app
  using ((select may('referral.read')) and person_id = any (array(select people_in_reach())));
create policy referral_in_emergency on referral for select to tirek_app
  using ((select may('referral.read')) and person_id = any (array(select people_in_emergency())));
create policy referral_put_away on referral as restrictive for select to tirek_app
  using (person_id <> all (array(select people_put_away())));
create policy referral_make on referral for insert to tirek_app
  with check (programme_id = (select actor_programme()) and made_by = (select actor_id())
    and may_make_referral(person_id, service_id, receiver_id, urgency, instead_of, made_on));
create policy referral_event_in_reach on referral_event for select to tirek_app
  using (exists (select from referral known where known.id = referral_id));
create policy referral_event_tell on referral_event for insert to tirek_app
  with check (programme_id = (select actor_programme()) and said_by = (select actor_id())
    and may_tell_referral(referral_id, version, kind, via, said_at, said_on, reason, override_supervisor, override_until));
-- Beside what its writer has just sent. Those who refer read what the receiver reads; he gets it out of a function.
create policy referral_content_in_reach on referral_content for select to tirek_app
  using (exists (select from referral known where known.id = referral_id));
create policy referral_content_keep on referral_content for insert to tirek_app
  with check (programme_id = (select actor_programme()) and (select may('referral.make'))
    and exists (select from referral_event sent where sent.referral_id = referral_content.referral_id and sent.kind = 'sent'
      and sent.said_by = (select actor_id()))
    and not exists (select from referral_event more where more.referral_id = referral_content.referral_id and more.version > 1));
create policy referral_link_in_reach on referral_link for select to tirek_app
  using (exists (select from referral known where known.id = referral_id));

grant select, insert on referral, referral_event to tirek_app;
grant select, insert on referral_content to tirek_app;
grant select (referral_id, programme_id, tries, expires_at) on referral_link to tirek_app;
