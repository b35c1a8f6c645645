-- Signing in.
--
-- What proves who somebody is lies in tables on which the program's own login holds no right at all. The program hands in
-- what was typed, already derived or hashed, and hears yes or no; a mistake in a query, or an injected one, finds nothing to
-- copy. Two values do come out, and neither is of use alone: the salt of a password, and the secret of an authenticator app
-- sealed with AES-256-GCM under a key that is not in the database. The functions that open the doors run as the owner with a
-- pinned search_path, take the actor and the session from the transaction (tirek.actor_id, tirek.session_id) and not from
-- their caller, and take the time from the program's one clock.

-- The argon2id output never leaves the program; its sha-256 is the verifier, so that comparing bytes tells nothing by time.
create table account_password (
  account_id uuid primary key references account,
  salt bytea not null,
  memory_kib integer not null,
  passes integer not null,
  verifier bytea not null,
  set_at timestamptz not null,
  constraint account_password_salt_length check (octet_length(salt) = 16),
  constraint account_password_verifier_length check (octet_length(verifier) = 32)
);

-- `last_step`: the 30-second step of the last code taken; a code of that step or an earlier one is never taken again.
create table account_totp (
  account_id uuid primary key references account,
  sealed_secret bytea not null,
  last_step bigint not null,
  added_at timestamptz not null
);
create table account_totp_draft (
  account_id uuid primary key references account,
  sealed_secret bytea not null,
  made_at timestamptz not null
);

create table account_recovery_code (
  account_id uuid not null references account,
  code_hash bytea not null,
  used_at timestamptz,
  constraint account_recovery_code_pkey primary key (account_id, code_hash)
);

create table account_passkey (
  id uuid primary key,
  account_id uuid not null references account,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  added_at timestamptz not null,
  last_used_at timestamptz,
  constraint account_passkey_credential_unique unique (credential_id)
);
create index account_passkey_account on account_passkey (account_id);

-- Whoever holds the token of a passkey ceremony may answer it once. `session_id` null: sign-in without a name.
create table passkey_challenge (
  challenge_hash bytea primary key,
  purpose text not null,
  session_id uuid,
  expires_at timestamptz not null,
  constraint passkey_challenge_purpose_known check (purpose in ('sign-in', 'second-factor', 'unlock', 'set-up'))
);

-- A session that has ended has no row. `awaited` says what must come before it opens anything.
create table account_session (
  id uuid primary key,
  account_id uuid not null references account,
  token_hash bytea not null,
  awaited text,
  device text not null,
  started_at timestamptz not null,
  last_used_at timestamptz not null,
  proven_at timestamptz not null,
  expires_at timestamptz not null,
  constraint account_session_token_unique unique (token_hash),
  constraint account_session_awaited_known check (awaited in ('second-factor', 'set-up', 'unlock'))
);
create index account_session_account on account_session (account_id);

-- One open invitation for an account at most; used or replaced, its row is gone.
create table account_invitation (
  account_id uuid primary key references account,
  token_hash bytea not null,
  expires_at timestamptz not null,
  constraint account_invitation_token_unique unique (token_hash)
);

-- Failures are counted for a name (known or not) and for an address, both as keyed hashes: no address is kept, and no
-- password that somebody typed into the wrong field.
create table sign_in_failure (
  subject bytea primary key,
  failures integer not null,
  lock_outs integer not null,
  last_failure_at timestamptz not null,
  locked_until timestamptz
);

alter table account add column last_sign_in_on date;
alter table account add constraint account_programme_unique unique (id, programme_id);
alter table role_assignment
  add constraint role_assignment_same_programme foreign key (account_id, programme_id) references account (id, programme_id),
  add constraint role_assignment_programme_wide check (
    region_code is null
    or role not in ('national-coordinator', 'analyst', 'data-protection-officer', 'technical-administrator')
  );
create unique index role_assignment_once on role_assignment (account_id, role, coalesce(region_code, '')) where ends_at is null;

create function session_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('tirek.session_id', true), '')::uuid $$;
create function fully_signed_in() returns boolean language sql stable parallel safe
  as $$ select current_setting('tirek.fully_signed_in', true) = 'yes' $$;

-- What a page must show of its own holder comes from own_session(), so no policy opens one's own account, and what belongs to
-- every member of a programme opens to full sessions only. Nobody changes his own account or gives himself a role.
drop policy account_self on account;
drop policy assignment_self on role_assignment;
drop policy region_of_programme on region;
drop policy account_change on account;
drop policy assignment_manage on role_assignment;
create policy region_of_programme on region for select to tirek_app
  using (programme_id = (select actor_programme()) and (select fully_signed_in()));
create policy account_change on account for update to tirek_app
  using (programme_id = (select actor_programme()) and id <> (select actor_id()) and (select may('account.manage')));
create policy assignment_manage on role_assignment for insert to tirek_app
  with check (programme_id = (select actor_programme()) and account_id <> (select actor_id()) and (select may('account.manage')));

alter table account_password enable row level security;
alter table account_totp enable row level security;
alter table account_totp_draft enable row level security;
alter table account_recovery_code enable row level security;
alter table account_passkey enable row level security;
alter table passkey_challenge enable row level security;
alter table account_session enable row level security;
alter table account_invitation enable row level security;
alter table sign_in_failure enable row level security;

create policy session_own on account_session for select to tirek_app
  using (account_id = (select actor_id()) and (select fully_signed_in()));
create policy session_end_own on account_session for delete to tirek_app
  using (account_id = (select actor_id()) and (select fully_signed_in()));
grant select (id, account_id, awaited, device, started_at, last_used_at, expires_at), delete on account_session to tirek_app;

create policy passkey_own on account_passkey for select to tirek_app
  using (account_id = (select actor_id()) and (select fully_signed_in()));
grant select (id, account_id, label, added_at, last_used_at) on account_passkey to tirek_app;

-- Attempts under a name that nobody has belong to no programme; whoever watches the log sees that they happened.
create policy audit_read_attempts on audit_entry for select to tirek_app using (
  programme_id is null and actor_kind = 'visitor' and (select may('audit.read'))
  and action in ('signInWithPassword', 'signInWithPasskey', 'acceptInvitation')
);

-- A programme keeps one technical administrator who can really sign in. Two who put each other out at once wait here.
create function require_administrator_left(p_programme uuid) returns void
  language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('administrators ' || p_programme, 0));
  if not exists (
    select from role_assignment held
    join account on account.id = held.account_id and account.closed_at is null
    join account_password on account_password.account_id = held.account_id
    where held.programme_id = p_programme and held.role = 'technical-administrator' and held.ends_at is null
  ) then
    raise exception 'the last technical administrator stays'
      using errcode = 'restrict_violation', constraint = 'role_assignment_administrator_left';
  end if;
end $$;
create function keep_an_administrator() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.role = 'technical-administrator' and old.ends_at is null and new.ends_at is not null then
    perform require_administrator_left(old.programme_id);
  end if;
  return null;
end $$;
create trigger role_assignment_administrator_left after update of ends_at on role_assignment
  for each row execute function keep_an_administrator();

-- Who holds this token. One round trip a request; last use is noted at most once a minute, so that reading stays reading.
create function identify_session(p_token_hash bytea, p_now timestamptz)
  returns table (session_id uuid, account_id uuid, programme_id uuid, awaited text, assignments jsonb)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  found_session account_session;
begin
  select * into found_session from account_session s
  where s.token_hash = p_token_hash and s.expires_at > p_now and s.last_used_at > p_now - interval '30 minutes';
  if not found then return; end if;
  if found_session.last_used_at < p_now - interval '1 minute' then
    update account_session s set last_used_at = p_now where s.id = found_session.id and s.last_used_at < p_now;
  end if;
  return query
    select found_session.id, a.id, a.programme_id, found_session.awaited, coalesce((
      select jsonb_agg(jsonb_build_object('role', held.role, 'region', held.region_code) order by held.starts_at, held.role, held.region_code)
      from role_assignment held where held.account_id = a.id and held.ends_at is null), '[]')
    from account a where a.id = found_session.account_id and a.closed_at is null;
end $$;

-- Counts an attempt before it is judged, so that attempts made at the same moment in several processes find no free guess.
-- `locked_seconds` above 0: not heard. -1: another attempt for this name is being judged right now. Otherwise
-- `failed_seconds` says for how long the door closes if this attempt fails.
create function begin_attempt(p_name bytea, p_address bytea, p_now timestamptz)
  returns table (locked_seconds integer, failed_seconds integer)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  latest timestamptz;
begin
  if p_name is not null and not pg_try_advisory_xact_lock(('x' || encode(substr(p_name, 1, 8), 'hex'))::bit(64)::bigint) then
    return query select -1, 0;
    return;
  end if;
  select max(f.locked_until) into latest from sign_in_failure f
  where f.subject in (p_name, p_address) and f.locked_until > p_now;
  if latest is not null then
    return query select ceil(extract(epoch from latest - p_now))::integer, 0;
    return;
  end if;
  -- Old counts go; one that somebody else is using just now is left for the next time, so that nobody waits for it here.
  delete from sign_in_failure f where f.subject in (
    select old.subject from sign_in_failure old
    where old.last_failure_at < p_now - interval '2 days' and old.subject is distinct from p_name and old.subject <> p_address
    limit 100 for update skip locked
  );
  if p_name is not null then perform count_failure(p_name, 6, interval '1 day', p_now); end if;
  perform count_failure(p_address, 24, interval '15 minutes', p_now);
  select max(f.locked_until) into latest from sign_in_failure f
  where f.subject in (p_name, p_address) and f.locked_until > p_now;
  return query select 0, coalesce(ceil(extract(epoch from latest - p_now)), 0)::integer;
end $$;

-- After `p_limit` failures the door closes for 15 minutes, then 30, 60 and so on up to 8 hours; a quiet day forgets.
create function count_failure(p_subject bytea, p_limit integer, p_window interval, p_now timestamptz) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  counted sign_in_failure;
begin
  insert into sign_in_failure as f (subject, failures, lock_outs, last_failure_at)
  values (p_subject, 1, 0, p_now)
  on conflict (subject) do update set
    failures = case when f.last_failure_at < p_now - p_window then 1 else f.failures + 1 end,
    lock_outs = case when f.last_failure_at < p_now - interval '1 day' then 0 else f.lock_outs end,
    last_failure_at = p_now
  returning * into counted;
  if counted.failures >= p_limit then
    update sign_in_failure f set
      failures = 0,
      lock_outs = counted.lock_outs + 1,
      locked_until = p_now + least(interval '15 minutes' * power(2, least(counted.lock_outs, 5)), interval '8 hours')
    where f.subject = p_subject;
  end if;
end $$;

-- Takes back what begin_attempt counted. `p_is_complete`: somebody is fully signed in, so the name starts afresh; the
-- address does not, else one's own account would buy guesses at others.
create function attempt_was_right(p_name bytea, p_address bytea, p_is_complete boolean) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_is_complete then delete from sign_in_failure f where f.subject = p_name; end if;
  update sign_in_failure f set
    failures = case
      when f.failures > 0 then f.failures - 1
      when f.subject = p_name then 5
      else 23
    end,
    lock_outs = case when f.failures > 0 then f.lock_outs else f.lock_outs - 1 end,
    locked_until = null
  where f.subject in (p_name, p_address);
end $$;

-- The salt for a name that can sign in, and by what its second step may be done. The program derives with a made-up salt
-- where there is none, and tells nobody the rest before the password was right.
create function sign_in_door(p_sign_in_name text)
  returns table (account_id uuid, programme_id uuid, salt bytea, memory_kib integer, passes integer,
    has_totp boolean, passkeys integer, recovery_codes_left integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.programme_id, p.salt, p.memory_kib, p.passes,
    exists (select from account_totp t where t.account_id = a.id),
    (select count(*)::integer from account_passkey k where k.account_id = a.id),
    (select count(*)::integer from account_recovery_code c where c.account_id = a.id and c.used_at is null)
  from account a join account_password p on p.account_id = a.id
  where a.sign_in_name = p_sign_in_name and a.closed_at is null
$$;

create function password_matches(p_account uuid, p_verifier bytea) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from account_password p where p.account_id = p_account and p.verifier = p_verifier)
$$;

create function change_own_language(p_language text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account set language = p_language where id = actor_id() and fully_signed_in();
  return found;
end $$;

-- What the page of any session may show of its holder, and by what the holder can go on.
create function own_session()
  returns table (sign_in_name text, display_name text, language text, programme_id uuid, programme_code text, programme_name jsonb,
    expires_at timestamptz, has_totp boolean, passkeys integer, recovery_codes_left integer,
    salt bytea, memory_kib integer, passes integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.sign_in_name, a.display_name, a.language, g.id, g.code, g.name, s.expires_at,
    t.account_id is not null,
    (select count(*)::integer from account_passkey k where k.account_id = a.id),
    (select count(*)::integer from account_recovery_code c where c.account_id = a.id and c.used_at is null),
    p.salt, p.memory_kib, p.passes
  from account_session s
  join account a on a.id = s.account_id
  join programme g on g.id = a.programme_id
  left join account_totp t on t.account_id = a.id
  left join account_password p on p.account_id = a.id
  where s.id = session_id() and s.account_id = actor_id()
$$;

-- A session's life: opened, finished by the second step under a new token, locked, proven, ended.
create function open_session(p_id uuid, p_account uuid, p_token_hash bytea, p_awaited text, p_device text,
    p_expires_at timestamptz, p_now timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from account_session s where s.expires_at <= p_now or s.last_used_at <= p_now - interval '30 minutes';
  insert into account_session (id, account_id, token_hash, awaited, device, started_at, last_used_at, proven_at, expires_at)
  values (p_id, p_account, p_token_hash, p_awaited, p_device, p_now, p_now, p_now, p_expires_at);
  if p_awaited is null then update account set last_sign_in_on = (p_now at time zone 'UTC')::date where id = p_account; end if;
end $$;

create function finish_session(p_token_hash bytea, p_expires_at timestamptz, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account_session s
  set token_hash = p_token_hash, awaited = null, last_used_at = p_now, proven_at = p_now, expires_at = p_expires_at
  where s.id = session_id() and s.account_id = actor_id() and s.awaited in ('second-factor', 'set-up');
  if not found then return false; end if;
  -- Whoever else knew the password before there was a second factor is out.
  delete from account_session s where s.account_id = actor_id() and s.awaited = 'set-up';
  update account set last_sign_in_on = (p_now at time zone 'UTC')::date where id = actor_id();
  return true;
end $$;

create function lock_session() returns void language sql security definer set search_path = public, pg_temp as $$
  update account_session s set awaited = 'unlock'
  where s.id = session_id() and s.account_id = actor_id() and s.awaited is null
$$;

create function prove_session(p_now timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
  update account_session s set awaited = null, proven_at = p_now, last_used_at = p_now
  where s.id = session_id() and s.account_id = actor_id() and (s.awaited is null or s.awaited = 'unlock')
$$;

create function end_this_session(p_token_hash bytea) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from account_session s where s.token_hash = p_token_hash
$$;

revoke all on function identify_session, begin_attempt, count_failure, attempt_was_right, sign_in_door, password_matches,
  own_session, open_session, finish_session, lock_session, prove_session, end_this_session, change_own_language,
  require_administrator_left, keep_an_administrator from public;
grant execute on function identify_session, begin_attempt, attempt_was_right, sign_in_door, password_matches,
  own_session, open_session, finish_session, lock_session, prove_session, end_this_session, change_own_language to tirek_app;
