-- What a referral opens to those who read no table of it: its receiver, signed in or by a link; a coordinator, without whom it is
-- about; the job that ends what has run out and tells whoever has to look (docs/decisions/0099-referrals.md).

-- Who refers, seen from outside: whoever holds a family of hers today.
create function referral_holder(p_person uuid) returns table (account_id uuid, display_name text, region_code text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select holder.id, holder.display_name, held.region_code
  from family_member member join caseload held on held.family_id = member.family_id and held.until_at is null
    join account holder on holder.id = held.account_id
  where member.person_id in (select records_of(array[p_person])) and member.until_on is null
  order by held.from_at, held.id limit 1
$$;

-- Referrals as their receivers see them; for the two functions below alone.
create function shown_referrals(p_ids uuid[])
  returns table (id uuid, version integer, urgency text, state text, sent_at timestamptz, appointment_at timestamptz, service jsonb,
    provider jsonb, colleague text, sealed bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select known.id, referral_version(known.id), known.urgency, last.kind, sent.said_at, last.appointment_at, offered.entry -> 'name',
    (select provider.entry -> 'name' from provider
      where provider.programme_id = known.programme_id and provider.provider_id = known.provider_id
      order by provider.version desc limit 1),
    (select holder.display_name from referral_holder(known.person_id) holder), content.sealed
  from referral known
  join referral_content content on content.referral_id = known.id
  join service offered on offered.programme_id = known.programme_id and offered.service_id = known.service_id
    and offered.version = known.service_version
  join referral_event sent on sent.referral_id = known.id and sent.kind = 'sent'
  join lateral (
    select event.kind, event.appointment_at from referral_event event
    where event.referral_id = known.id and event.kind <> 'upheld' order by event.version desc limit 1) last on true
  where known.id = any (p_ids)
$$;

-- The actor's own, judged with every look.
create function referrals_of_receiver(p_now timestamptz, p_on date)
  returns table (id uuid, version integer, urgency text, state text, sent_at timestamptz, appointment_at timestamptz, service jsonb,
    provider jsonb, colleague text, sealed bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select shown.* from shown_referrals(array(
    select known.id from referral known
    where (select may('referral.answer')) and known.addressee_id = actor_id() and known.programme_id = actor_programme()
      and referral_is_shown(known.id, p_now, p_on))) shown
$$;

-- Whoever holds a link and knows its code. A wrong code is counted, and the fifth ends the link. For the two functions below alone.
create function try_referral_link(p_token bytea, p_code bytea, p_now timestamptz, p_on date)
  returns table (outcome text, tries_left integer, referral_id uuid, programme_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  most constant integer := 5;
  link referral_link;
begin
  select * into link from referral_link known where known.token_hash = p_token for update;
  if not found then return query select 'refused', 0, null::uuid, null::uuid; return; end if;
  -- A visitor belongs to no programme; what she may see is judged within that of the link. Both callers put back what was.
  perform set_config('tirek.programme_id', link.programme_id::text, true);
  if link.expires_at <= p_now or link.tries >= most or not referral_is_shown(link.referral_id, p_now, p_on) then
    return query select 'refused', 0, null::uuid, null::uuid;
  elsif link.code_hash <> p_code then
    update referral_link set tries = tries + 1 where referral_link.referral_id = link.referral_id;
    return query select 'wrong-code', most - link.tries - 1, link.referral_id, link.programme_id;
  else
    return query select 'open', most - link.tries, link.referral_id, link.programme_id;
  end if;
end $$;

-- What the link opens; the first time is the receipt.
create function open_referral_link(p_token bytea, p_code bytea, p_now timestamptz, p_on date, p_event uuid)
  returns table (outcome text, tries_left integer, programme_id uuid, id uuid, version integer, urgency text, state text,
    sent_at timestamptz, appointment_at timestamptz, service jsonb, provider jsonb, colleague text, sealed bytea)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  programme_before text := coalesce(current_setting('tirek.programme_id', true), '');
  tried record;
begin
  select * into tried from try_referral_link(p_token, p_code, p_now, p_on);
  if tried.outcome = 'open' and referral_state(tried.referral_id, p_now) = 'sent' then
    insert into referral_event (id, programme_id, referral_id, version, kind, via, said_at, said_on)
    values (p_event, tried.programme_id, tried.referral_id, 1 + referral_version(tried.referral_id), 'received', 'link', p_now, p_on);
  end if;
  return query
    select tried.outcome, tried.tries_left, tried.programme_id, coalesce(shown.id, tried.referral_id), shown.version, shown.urgency,
      shown.state, shown.sent_at, shown.appointment_at, shown.service, shown.provider, shown.colleague, shown.sealed
    from (select 1) as one left join shown_referrals(array[tried.referral_id]) shown on tried.outcome = 'open';
  perform set_config('tirek.programme_id', programme_before, true);
end $$;

-- What whoever holds the link says; the same id is the same word.
create function answer_referral_link(p_token bytea, p_code bytea, p_now timestamptz, p_on date, p_id uuid, p_based_on integer,
    p_kind text, p_reason text, p_appointment_at timestamptz, p_came_on date, p_feedback jsonb, p_sealed bytea)
  returns table (outcome text, tries_left integer, programme_id uuid, id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  programme_before text := coalesce(current_setting('tirek.programme_id', true), '');
  tried record;
begin
  select * into tried from try_referral_link(p_token, p_code, p_now, p_on);
  if tried.outcome = 'open' and not exists (
      select from referral_event known where known.id = p_id and known.referral_id = tried.referral_id) then
    if p_based_on <> referral_version(tried.referral_id) or not referral_may_follow(referral_state(tried.referral_id, p_now), p_kind)
      or p_kind not in ('received', 'accepted', 'declined', 'appointment', 'attended', 'no-show', 'in-service', 'completed',
        'discontinued', 'feedback') then
      tried.outcome := 'not-now';
    else
      insert into referral_event (id, programme_id, referral_id, version, kind, via, said_at, said_on, reason, appointment_at,
        came_on, feedback, sealed)
      values (p_id, tried.programme_id, tried.referral_id, p_based_on + 1, p_kind, 'link', p_now, p_on, p_reason,
        p_appointment_at, p_came_on, p_feedback, p_sealed);
    end if;
  end if;
  perform set_config('tirek.programme_id', programme_before, true);
  return query select tried.outcome, tried.tries_left, tried.programme_id, tried.referral_id;
end $$;

-- A link in place of any before; of a referral within reach that goes to a provider and is open.
create function keep_referral_link(p_referral uuid, p_token bytea, p_code bytea, p_expires_at timestamptz, p_now timestamptz,
    p_on date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may('referral.make') or not exists (select from referral known
      where known.id = p_referral and known.addressee_id is null and known.person_id = any (array(select people_in_reach())))
    or not referral_is_shown(p_referral, p_now, p_on) then
    return false;
  end if;
  delete from referral_link where referral_link.referral_id = p_referral;
  insert into referral_link (referral_id, programme_id, token_hash, code_hash, expires_at)
  values (p_referral, actor_programme(), p_token, p_code, p_expires_at);
  return true;
end $$;

-- The names of those who did something about the referrals of somebody within reach, and of her receivers.
create function referral_colleagues(p_person uuid) returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct known.id, known.display_name
  from referral told left join referral_event event on event.referral_id = told.id
  join account known on known.id in (told.made_by, told.addressee_id, event.said_by, event.override_supervisor)
  where (select may('referral.read')) and told.person_id in (select records_of(array[p_person]))
    and p_person in (select people_in_reach() union all select people_in_emergency())
$$;

-- What a coordinator sees of her regions: where it went and how it stands; whom, why and what was told is not in it.
create function referral_board(p_now timestamptz)
  returns table (region_code text, provider jsonb, urgency text, state text, sent_on date, due_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as materialized (
    select held.region_code from role_assignment held join role_permission allowed on allowed.role = held.role
    where held.account_id = actor_id() and held.programme_id = actor_programme() and held.ends_at is null
      and allowed.permission = 'referral.count'),
  standing as (
    select known.*, referral_state(known.id, p_now) as state, sent.said_at, sent.said_on
    from referral known join referral_event sent on sent.referral_id = known.id and sent.kind = 'sent'
    where (select may('referral.count')) and known.programme_id = actor_programme())
  select held.region_code,
    (select provider.entry -> 'name' from provider
      where provider.programme_id = standing.programme_id and provider.provider_id = standing.provider_id
      order by provider.version desc limit 1),
    standing.urgency, standing.state, standing.said_on,
    case when standing.state in ('sent', 'received', 'expired') then referral_answer_by(standing.urgency, standing.said_at) end
  from standing cross join lateral referral_holder(standing.person_id) held
  where standing.state not in ('closed', 'redirected', 'revoked')
    and not exists (select from person_put_away away where away.person_id = standing.person_id)
    and exists (select from mine where mine.region_code is null or mine.region_code = held.region_code)
  order by 6 nulls last, standing.said_at
$$;

-- For the job: what has run out without a word, and what she agrees to no longer because a day has come.
create function referrals_to_end(p_now timestamptz, p_on date, p_limit integer)
  returns table (referral_id uuid, person_id uuid, kind text, version integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select known.id, standing_of(known.person_id), case when standing.state = 'expired' then 'expired' else 'revoked' end,
    referral_version(known.id)
  from referral known
  join referral_event sent on sent.referral_id = known.id and sent.kind = 'sent'
  cross join lateral (select referral_state(known.id, p_now) as state) standing
  where is_job() and known.programme_id = actor_programme()
    and not exists (select from referral_event over where over.referral_id = known.id
      and over.kind in ('declined', 'expired', 'closed', 'redirected', 'revoked'))
    and (standing.state = 'expired' or not referral_is_shown(known.id, p_now, p_on))
  order by known.id limit p_limit
$$;
create function end_referral(p_id uuid, p_referral uuid, p_version integer, p_kind text, p_now timestamptz, p_on date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_job() or p_kind not in ('expired', 'revoked') then
    raise exception 'for the job that ends referrals' using errcode = 'insufficient_privilege';
  end if;
  insert into referral_event (id, programme_id, referral_id, version, kind, via, said_at, said_on, reason)
  values (p_id, actor_programme(), p_referral, p_version + 1, p_kind, 'system', p_now, p_on,
    case when p_kind = 'revoked' then 'withdrawn' end)
  on conflict do nothing;
end $$;

-- For the job: what nobody was told yet, and whom to tell. The receiver of what was sent and taken back; whoever refers of an answer
-- and of silence; both when three quarters of the time have gone; the supervisor of what went without consent.
create function referral_news(p_now timestamptz, p_limit integer) returns table (news_id uuid, referral_id uuid, told uuid[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select * from (
    select event.id, event.referral_id, array_remove(array[
        case when event.kind in ('sent', 'revoked') then known.addressee_id end,
        event.override_supervisor,
        case when event.via <> 'account' or event.said_by = known.addressee_id
          then (select holder.account_id from referral_holder(known.person_id) holder) end], null)
    from referral_event event join referral known on known.id = event.referral_id
    where is_job() and event.programme_id = actor_programme() and event.kind <> 'received'
      and not exists (select from referral_told done where done.id = event.id)
    union all
    select known.id, known.id, array_remove(array[known.addressee_id,
        (select holder.account_id from referral_holder(known.person_id) holder)], null)
    from referral known join referral_event sent on sent.referral_id = known.id and sent.kind = 'sent'
    where is_job() and known.programme_id = actor_programme() and referral_state(known.id, p_now) in ('sent', 'received')
      and p_now >= sent.said_at + (referral_answer_by(known.urgency, sent.said_at) - sent.said_at) * 0.75
      and not exists (select from referral_told done where done.id = known.id)) as news
  limit p_limit
$$;
create function referral_was_told(p_id uuid, p_referral uuid, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_job() then
    raise exception 'for the job that tells of referrals' using errcode = 'insufficient_privilege';
  end if;
  insert into referral_told (id, programme_id, referral_id, told_at) values (p_id, actor_programme(), p_referral, p_now)
  on conflict do nothing;
  return found;
end $$;

-- The log says whom a receiver's look was about without the receiver learning it.
create function name_people_of_referrals() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.about := array(
    select coalesce((select standing_of(known.person_id) from referral known where known.id = named.id), named.id)
    from unnest(new.about) with ordinality as named (id, place) order by named.place);
  return new;
end $$;
create trigger audit_entry_referral before insert on audit_entry
  for each row when (new.action in ('listReceivedReferrals', 'answerReferral', 'openReferralLink', 'answerReferralLink'))
  execute function name_people_of_referrals();

revoke all on function referral_holder(uuid), shown_referrals(uuid[]), referrals_of_receiver(timestamptz, date),
  try_referral_link(bytea, bytea, timestamptz, date), open_referral_link(bytea, bytea, timestamptz, date, uuid),
  answer_referral_link(bytea, bytea, timestamptz, date, uuid, integer, text, text, timestamptz, date, jsonb, bytea),
  keep_referral_link(uuid, bytea, bytea, timestamptz, timestamptz, date), referral_colleagues(uuid), referral_board(timestamptz),
  referrals_to_end(timestamptz, date, integer), end_referral(uuid, uuid, integer, text, timestamptz, date),
  referral_news(timestamptz, integer), referral_was_told(uuid, uuid, timestamptz), name_people_of_referrals() from public;
grant execute on function referrals_of_receiver(timestamptz, date), open_referral_link(bytea, bytea, timestamptz, date, uuid),
  answer_referral_link(bytea, bytea, timestamptz, date, uuid, integer, text, text, timestamptz, date, jsonb, bytea),
  keep_referral_link(uuid, bytea, bytea, timestamptz, timestamptz, date), referral_colleagues(uuid), referral_board(timestamptz)
  to tirek_app;
grant execute on function referrals_to_end(timestamptz, date, integer), end_referral(uuid, uuid, integer, text, timestamptz, date),
  referral_news(timestamptz, integer), referral_was_told(uuid, uuid, timestamptz) to tirek_jobs;
