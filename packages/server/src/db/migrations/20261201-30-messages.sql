-- Messages (docs/decisions/0093-messages.md). No text is stored: what a message says follows from its kind and the language of
-- whom it goes to, and no kind says of whom or what.

-- Where somebody who works here is reached. Sealed; nobody but the holder and the sending job reads it. Gone when taken away.
create table account_address (
  id uuid primary key,
  programme_id uuid not null,
  account_id uuid not null,
  channel text not null,
  -- nonce, AES-256-GCM, tag; bound to this row. Null once taken away.
  sealed bytea,
  added_at timestamptz not null,
  -- Nothing but its own code goes to an address that nobody has proved to be hers.
  proved_at timestamptz,
  ended_at timestamptz,
  wrong_codes integer not null default 0,
  constraint account_address_account foreign key (account_id, programme_id) references account (id, programme_id),
  constraint account_address_channel_known check (channel in ('push', 'sms', 'email')),
  constraint account_address_gone check ((sealed is null) = (ended_at is not null)),
  constraint account_address_id_programme unique (id, programme_id)
);
create index account_address_of_account on account_address (account_id) where ended_at is null;

create table message (
  id uuid primary key,
  programme_id uuid not null,
  kind text not null,
  account_id uuid,
  person_id uuid,
  -- The one address that is to be proved.
  address_id uuid,
  due_at timestamptz not null,
  given_up_at timestamptz not null,
  queued_at timestamptz not null,
  -- When a job looks at it next: when it is due, or when day begins.
  next_at timestamptz not null,
  state text not null default 'waiting',
  failure text,
  seen_at timestamptz,
  constraint message_account foreign key (account_id, programme_id) references account (id, programme_id),
  constraint message_person foreign key (person_id, programme_id) references person (id, programme_id),
  constraint message_address foreign key (address_id, programme_id) references account_address (id, programme_id),
  constraint message_kind_known check (kind in ('look-now', 'look-today', 'remember', 'prove', 'test')),
  constraint message_to_one check (num_nonnulls(account_id, person_id) = 1 and (person_id is not null) = (kind = 'remember')
    and (address_id is not null) = (kind = 'prove')),
  constraint message_state_known check (state in ('waiting', 'under-way', 'sent', 'failed', 'seen')),
  constraint message_id_programme unique (id, programme_id)
);
create index message_due on message (next_at) where state = 'waiting';
create index message_of_account on message (account_id, due_at desc);
create index message_of_person on message (person_id) where person_id is not null;

-- One sending by one channel to one address. Its id is the key under which a gateway knows it again.
create table delivery (
  id uuid primary key,
  programme_id uuid not null,
  message_id uuid not null,
  channel text not null,
  address_id uuid,
  next_at timestamptz not null,
  state text not null default 'waiting',
  tries integer not null default 0,
  -- A job that was killed while it sent lets go of it then.
  leased_until timestamptz,
  failure text,
  tried_at timestamptz,
  accepted_at timestamptz,
  delivered_at timestamptz,
  constraint delivery_message foreign key (message_id, programme_id) references message (id, programme_id),
  constraint delivery_address foreign key (address_id, programme_id) references account_address (id, programme_id),
  constraint delivery_channel_known check (channel in ('push', 'sms', 'email')),
  constraint delivery_state_known check (state in ('waiting', 'sending', 'accepted', 'delivered', 'failed', 'dropped')),
  constraint delivery_leased check ((state = 'sending') = (leased_until is not null))
);
create index delivery_waiting on delivery (next_at) where state = 'waiting';
create index delivery_sending on delivery (leased_until) where state = 'sending';
create index delivery_of_message on delivery (message_id);
create index delivery_tried on delivery (programme_id, channel, tried_at desc);

create function is_job() returns boolean language sql stable set search_path = public, pg_temp
  as $$ select pg_has_role(session_user, 'tirek_jobs', 'usage') $$;

-- Queues a message to an account of the programme, once under one id. What proves an address and tests go to the actor alone.
create function queue_message(p_id uuid, p_account uuid, p_kind text, p_address uuid, p_due timestamptz, p_given_up timestamptz,
    p_now timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_kind in ('prove', 'test') and p_account is distinct from actor_id() then
    raise exception 'a % goes to oneself', p_kind using errcode = 'insufficient_privilege';
  end if;
  insert into message (id, programme_id, kind, account_id, address_id, due_at, given_up_at, queued_at, next_at)
  select p_id, account.programme_id, p_kind, account.id, p_address, p_due, p_given_up, p_now, p_due
  from account where account.id = p_account and (account.programme_id = actor_programme() or is_job())
  on conflict (id) do nothing;
end $$;

-- Queues a reminder to somebody, once under one id. Whether it may be sent is judged when it is sent.
create function queue_reminder(p_id uuid, p_person uuid, p_due timestamptz, p_given_up timestamptz, p_now timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (is_job() or (may('case.write') and p_person = any (array(select people_in_reach())))) then
    raise exception 'not within reach' using errcode = 'insufficient_privilege';
  end if;
  insert into message (id, programme_id, kind, person_id, due_at, given_up_at, queued_at, next_at)
  select p_id, person.programme_id, 'remember', person.id, p_due, p_given_up, p_now, p_due
  from person where person.id = p_person
  on conflict (id) do nothing;
end $$;

-- For the sending job: the addresses of whom messages go to. The number of a person is not among them: it is opened at sending.
create function addresses_of_messages(p_messages uuid[]) returns table (message_id uuid, id uuid, channel text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select message.id, address.id, address.channel
  from message
  join account on account.id = message.account_id and account.closed_at is null
  join account_address address on address.account_id = account.id and address.ended_at is null
    and (message.kind <> 'prove' and address.proved_at is not null or address.id = message.address_id)
  where message.id = any (p_messages)
  order by message.id, address.added_at, address.id
$$;

-- One address of an account, sealed, while a delivery to it is under way; with the language its holder reads.
create function address_of_delivery(p_delivery uuid) returns table (address_id uuid, sealed bytea, language text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select address.id, address.sealed, account.language
  from delivery
  join message on message.id = delivery.message_id
  join account on account.id = message.account_id and account.closed_at is null
  join account_address address on address.id = delivery.address_id and address.ended_at is null
  where delivery.id = p_delivery and delivery.state = 'sending'
$$;

-- Who somebody is, sealed, while a reminder to her is under way and as long as she agrees to messages; nobody whose file is put
-- away. With the language she named first.
create function identity_for_delivery(p_delivery uuid, p_on date)
  returns table (stands_for uuid, person_id uuid, version integer, sealed bytea, key_version integer, wrapped bytea, language text)
  language sql stable security definer set search_path = public, pg_temp as $$
  with whom as (
    select standing_of(message.person_id) as id
    from delivery join message on message.id = delivery.message_id
    where delivery.id = p_delivery and delivery.state = 'sending' and message.kind = 'remember'
      and message.programme_id = actor_programme()
  )
  select distinct on (identity.person_id) whom.id, identity.person_id, identity.version, identity.sealed, held.key_version,
    held.wrapped,
    coalesce((
      select spoken.language from (
        select languages from spoken_languages where spoken_languages.person_id in (select records_of(array[whom.id]))
        order by recorded_at desc limit 1) as newest
      cross join unnest(newest.languages) with ordinality as spoken (language, place)
      where spoken.language in ('kk', 'ru', 'en') order by spoken.place limit 1), 'kk')
  from whom
  join identity on identity.person_id in (select records_of(array[whom.id]))
  join person_data_key held on held.person_id = identity.person_id and held.wrapped is not null
  where consent_allows(whom.id, 'contact-messenger', null, p_on)
    and not exists (select from person_put_away away where away.person_id = whom.id)
  order by identity.person_id, identity.version desc
$$;

-- What became of a message once none of its deliveries is open any more. Two that end at one time wait for each other here: else
-- each would see the other still open, and nobody would ever settle it.
create function settle_message(p_message uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from message where id = p_message for update;
  update message set
    state = case when exists (select from delivery d where d.message_id = p_message and d.state in ('accepted', 'delivered'))
      then 'sent' else 'failed' end,
    failure = (select d.failure from delivery d where d.message_id = p_message and d.state = 'failed'
      order by d.tried_at desc nulls last limit 1)
  where id = p_message and state in ('under-way', 'sent', 'failed')
    and not exists (select from delivery d where d.message_id = p_message and d.state in ('waiting', 'sending'));
end $$;

-- What a gateway or a device tells afterwards, as often and in whatever order: arrived stays arrived.
create function receive_receipt(p_delivery uuid, p_has_arrived boolean, p_now timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told uuid;
begin
  if p_has_arrived then
    update delivery set state = 'delivered', delivered_at = p_now, accepted_at = coalesce(accepted_at, p_now),
      leased_until = null, failure = null
    where id = p_delivery and state in ('sending', 'accepted', 'failed') returning message_id into told;
  else
    update delivery set state = 'failed', failure = 'reported', leased_until = null
    where id = p_delivery and state in ('sending', 'accepted') returning message_id into told;
  end if;
  if told is not null then perform settle_message(told); end if;
end $$;

-- She has opened the programme: what waited for that is seen, and what has not been sent yet need not be.
create function see_messages(p_now timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  seen uuid[];
begin
  with opened as (
    update message set seen_at = p_now, state = 'seen'
    where account_id = actor_id() and kind in ('look-now', 'look-today') and seen_at is null and due_at <= p_now
      and current_setting('tirek.fully_signed_in', true) = 'yes'
    returning id
  )
  select coalesce(array_agg(id), '{}') into seen from opened;
  update delivery set state = 'dropped' where message_id = any (seen) and state = 'waiting';
  return cardinality(seen);
end $$;

-- For whoever looks after the machine: how each channel does, in counts; no message, no addressee.
create function channel_numbers(p_since timestamptz)
  returns table (channel text, last_accepted_at timestamptz, last_failed_at timestamptz, accepted integer, delivered integer,
    failed integer, waiting integer, failures jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select d.channel, d.state, d.failure, d.tried_at, d.accepted_at, coalesce(d.tried_at, d.next_at) >= p_since as is_recent
    from delivery d where d.programme_id = actor_programme()
  ), reasons as (
    select own.channel, jsonb_object_agg(own.failure, own.times) as failures from (
      select own.channel, own.failure, count(*)::integer as times from own
      where own.is_recent and own.failure is not null group by own.channel, own.failure) as own
    group by own.channel
  )
  select each.channel, max(own.accepted_at), max(own.tried_at) filter (where own.failure is not null),
    (count(*) filter (where own.is_recent and own.state in ('accepted', 'delivered')))::integer,
    (count(*) filter (where own.is_recent and own.state = 'delivered'))::integer,
    (count(*) filter (where own.is_recent and own.state = 'failed'))::integer,
    (count(*) filter (where own.state in ('waiting', 'sending')))::integer,
    coalesce((select reasons.failures from reasons where reasons.channel = each.channel), '{}')
  from unnest(array['push', 'sms', 'email']) as each (channel)
  left join own on own.channel = each.channel
  where (select may('message.oversee'))
  group by each.channel
$$;

-- How many messages that should have been seen were given up without a single channel, as where nobody entered an address.
create function unreached_number(p_since timestamptz) returns integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from message
  where programme_id = actor_programme() and state = 'failed' and due_at >= p_since and kind in ('look-now', 'look-today')
    and (select may('message.oversee'))
$$;

-- Whoever leaves is not reached any more.
create function end_addresses() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account_address set ended_at = new.closed_at, sealed = null where account_id = new.id and ended_at is null;
  return null;
end $$;
create trigger account_closing_ends_addresses after update of closed_at on account
  for each row when (old.closed_at is null and new.closed_at is not null) execute function end_addresses();

-- An erasure takes along that she was ever sent anything.
create function erase_messages() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from delivery using message
  where message.id = delivery.message_id and message.person_id in (select records_of(array[new.person_id]));
  delete from message where message.person_id in (select records_of(array[new.person_id]));
  return null;
end $$;
create trigger erasure_of_messages after insert on erasure for each row execute function erase_messages();

revoke all on function is_job(), queue_message(uuid, uuid, text, uuid, timestamptz, timestamptz, timestamptz),
  queue_reminder(uuid, uuid, timestamptz, timestamptz, timestamptz), addresses_of_messages(uuid[]), address_of_delivery(uuid),
  identity_for_delivery(uuid, date), settle_message(uuid), receive_receipt(uuid, boolean, timestamptz),
  see_messages(timestamptz), channel_numbers(timestamptz), unreached_number(timestamptz), end_addresses(), erase_messages()
  from public;
grant execute on function queue_message(uuid, uuid, text, uuid, timestamptz, timestamptz, timestamptz),
  queue_reminder(uuid, uuid, timestamptz, timestamptz, timestamptz) to tirek_app, tirek_jobs;
grant execute on function receive_receipt(uuid, boolean, timestamptz), see_messages(timestamptz), channel_numbers(timestamptz),
  unreached_number(timestamptz) to tirek_app;
grant execute on function addresses_of_messages(uuid[]), address_of_delivery(uuid), identity_for_delivery(uuid, date),
  settle_message(uuid) to tirek_jobs;

alter table account_address enable row level security;
alter table message enable row level security;
alter table delivery enable row level security;

create policy account_address_own on account_address for select to tirek_app
  using (account_id = (select actor_id()) and (select may('message.own')));
create policy account_address_add on account_address for insert to tirek_app
  with check (account_id = (select actor_id()) and programme_id = (select actor_programme()) and (select may('message.own'))
    and ended_at is null);
create policy account_address_change on account_address for update to tirek_app
  using (account_id = (select actor_id()) and (select may('message.own')));
create policy message_own on message for select to tirek_app
  using (account_id = (select actor_id()) and (select may('message.own')));
create policy delivery_own on delivery for select to tirek_app
  using (exists (select from message own where own.id = delivery.message_id));
create policy message_jobs on message for all to tirek_jobs using (true) with check (true);
create policy delivery_jobs on delivery for all to tirek_jobs using (true) with check (true);

grant select, insert on account_address to tirek_app;
grant update (sealed, proved_at, ended_at, wrong_codes) on account_address to tirek_app;
grant select on message, delivery to tirek_app;
grant select on message to tirek_jobs;
grant update (next_at, state, failure) on message to tirek_jobs;
grant select, insert on delivery to tirek_jobs;
grant update (next_at, state, tries, leased_until, failure, tried_at, accepted_at) on delivery to tirek_jobs;
