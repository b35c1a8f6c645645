-- Second factors, invitations, and what an administrator does to other people's sign-in. See 20261122-10-access.sql.

-- Whether this session may change how its holder signs in: while no second factor was ever set up, or after a fresh proof.
-- A second session that waits for a set-up which another has finished meanwhile may not.
create function may_change_sign_in(p_now timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from account_session s
    where s.id = session_id() and s.account_id = actor_id()
      and (
        (s.awaited is null and s.proven_at > p_now - interval '10 minutes')
        or (
          s.awaited = 'set-up'
          and not exists (select from account_totp t where t.account_id = s.account_id)
          and not exists (select from account_passkey k where k.account_id = s.account_id)
        )
      )
  )
$$;

-- A new password of one's own, from a full session; all other sessions end.
create function change_own_password(p_salt bytea, p_memory_kib integer, p_passes integer, p_verifier bytea, p_now timestamptz)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_change_sign_in(p_now) then return false; end if;
  update account_password p set salt = p_salt, memory_kib = p_memory_kib, passes = p_passes, verifier = p_verifier, set_at = p_now
  where p.account_id = actor_id();
  delete from account_session s where s.account_id = actor_id() and s.id <> session_id();
  return true;
end $$;

-- What the holder is shown of her own second factors, in a full session only.
create function own_second_factors() returns table (totp_added_at timestamptz, recovery_codes_left integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select t.added_at from account_totp t where t.account_id = actor_id() and fully_signed_in()),
    (select count(*)::integer from account_recovery_code c where c.account_id = actor_id() and c.used_at is null and fully_signed_in())
$$;

-- Authenticator app.
create function put_totp_draft(p_sealed bytea, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_change_sign_in(p_now) then return false; end if;
  insert into account_totp_draft as d (account_id, sealed_secret, made_at) values (actor_id(), p_sealed, p_now)
  on conflict (account_id) do update set sealed_secret = p_sealed, made_at = p_now;
  return true;
end $$;

create function own_totp(p_is_draft boolean, p_now timestamptz) returns bytea
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when p_is_draft
    then (select d.sealed_secret from account_totp_draft d where d.account_id = actor_id() and d.made_at > p_now - interval '30 minutes')
    else (select t.sealed_secret from account_totp t where t.account_id = actor_id())
  end
$$;

create function confirm_totp_draft(p_step bigint, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  draft account_totp_draft;
begin
  perform from account a where a.id = actor_id() for update;
  if not may_change_sign_in(p_now) then return false; end if;
  delete from account_totp_draft d where d.account_id = actor_id() returning * into draft;
  if not found then return false; end if;
  insert into account_totp (account_id, sealed_secret, last_step, added_at)
  values (actor_id(), draft.sealed_secret, p_step, p_now)
  on conflict (account_id) do update set sealed_secret = draft.sealed_secret, last_step = p_step, added_at = p_now;
  return true;
end $$;

create function use_totp_step(p_step bigint) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account_totp t set last_step = p_step where t.account_id = actor_id() and t.last_step < p_step;
  return found;
end $$;

-- Taking a factor away leaves another; after `last-second-factor` the program rolls back.
create function remove_factor(p_passkey uuid, p_now timestamptz) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_change_sign_in(p_now) then return 'proof-needed'; end if;
  perform from account a where a.id = actor_id() for update;
  if p_passkey is null then
    delete from account_totp t where t.account_id = actor_id();
  else
    delete from account_passkey k where k.id = p_passkey and k.account_id = actor_id();
  end if;
  if not found then return 'not-found'; end if;
  if exists (select from account_totp t where t.account_id = actor_id())
    or exists (select from account_passkey k where k.account_id = actor_id()) then return 'removed'; end if;
  return 'last-second-factor';
end $$;

-- Recovery codes.
create function put_recovery_codes(p_hashes bytea[], p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_change_sign_in(p_now) then return false; end if;
  delete from account_recovery_code c where c.account_id = actor_id();
  insert into account_recovery_code (account_id, code_hash) select actor_id(), hash from unnest(p_hashes) as given (hash);
  return true;
end $$;

create function use_recovery_code(p_hash bytea, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account_recovery_code c set used_at = p_now
  where c.account_id = actor_id() and c.code_hash = p_hash and c.used_at is null;
  return found;
end $$;

-- Passkeys. A challenge is answered once, for its purpose, in the session it was made in.
create function put_passkey_challenge(p_hash bytea, p_purpose text, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  own account_session;
begin
  select * into own from account_session s where s.id = session_id() and s.account_id = actor_id();
  if not (case p_purpose
    when 'sign-in' then true
    when 'second-factor' then own.awaited is not distinct from 'second-factor'
    when 'unlock' then own.id is not null and coalesce(own.awaited, 'unlock') = 'unlock'
    when 'set-up' then may_change_sign_in(p_now)
  end) then return false; end if;
  delete from passkey_challenge c where c.challenge_hash in (
    select old.challenge_hash from passkey_challenge old where old.expires_at <= p_now limit 100 for update skip locked
  );
  insert into passkey_challenge (challenge_hash, purpose, session_id, expires_at)
  values (p_hash, p_purpose, case when p_purpose <> 'sign-in' then own.id end, p_now + interval '5 minutes');
  return true;
end $$;

create function take_passkey_challenge(p_hash bytea, p_purpose text, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from passkey_challenge c
  where c.challenge_hash = p_hash and c.purpose = p_purpose and c.expires_at > p_now
    and c.session_id is not distinct from (case when p_purpose <> 'sign-in' then session_id() end);
  return found;
end $$;

create function find_passkey(p_credential bytea)
  returns table (id uuid, account_id uuid, programme_id uuid, public_key bytea, counter bigint, recovery_codes_left integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.id, a.id, a.programme_id, k.public_key, k.counter,
    (select count(*)::integer from account_recovery_code c where c.account_id = a.id and c.used_at is null)
  from account_passkey k join account a on a.id = k.account_id
  where k.credential_id = p_credential and a.closed_at is null
$$;

create function own_passkey_credentials() returns table (credential_id bytea, transports text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.credential_id, k.transports from account_passkey k where k.account_id = actor_id() order by k.added_at, k.id
$$;

-- Counters only rise, save for authenticators that do not count and always say 0.
create function use_passkey(p_id uuid, p_counter bigint, p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account_passkey k set counter = p_counter, last_used_at = p_now
  where k.id = p_id and (k.counter < p_counter or (k.counter = 0 and p_counter = 0));
  return found;
end $$;

create function add_passkey(p_id uuid, p_credential bytea, p_public_key bytea, p_counter bigint, p_transports text[], p_label text,
    p_now timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from account a where a.id = actor_id() for update;
  if not may_change_sign_in(p_now) then return false; end if;
  insert into account_passkey (id, account_id, credential_id, public_key, counter, transports, label, added_at)
  values (p_id, actor_id(), p_credential, p_public_key, p_counter, p_transports, p_label, p_now);
  return true;
end $$;

-- Invitations.
create function find_invitation(p_token_hash bytea, p_now timestamptz)
  returns table (sign_in_name text, display_name text, language text, programme_name jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.sign_in_name, a.display_name, a.language, g.name
  from account_invitation i
  join account a on a.id = i.account_id and a.closed_at is null
  join programme g on g.id = a.programme_id
  where i.token_hash = p_token_hash and i.expires_at > p_now
$$;

-- Uses the invitation up and sets the password. Of two that come at once the second finds it gone.
create function take_invitation(p_token_hash bytea, p_salt bytea, p_memory_kib integer, p_passes integer, p_verifier bytea,
    p_language text, p_now timestamptz) returns table (account_id uuid, programme_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  invited uuid;
begin
  delete from account_invitation i using account a
  where i.token_hash = p_token_hash and i.expires_at > p_now and a.id = i.account_id and a.closed_at is null
  returning i.account_id into invited;
  if not found then return; end if;
  insert into account_password as p (account_id, salt, memory_kib, passes, verifier, set_at)
  values (invited, p_salt, p_memory_kib, p_passes, p_verifier, p_now);
  update account set language = p_language where id = invited;
  return query select a.id, a.programme_id from account a where a.id = invited;
end $$;

-- What an administrator does to another account of the programme, or the owner of the database from the command line.
create function is_owner() returns boolean language sql stable set search_path = public, pg_temp
  as $$ select pg_has_role(session_user, (select relowner from pg_class where oid = 'account'::regclass), 'usage') $$;

create function manages(p_account uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select is_owner() or (
    p_account <> actor_id() and may('account.manage')
    and exists (select from account a where a.id = p_account and a.programme_id = actor_programme())
  )
$$;

-- The last administrator may lose what he signs in with to the owner only: a lost telephone must not lock a programme out.
create function take_sign_in_away(p_account uuid, p_name bytea) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if manages(p_account) is not true then return false; end if;
  delete from account_session s where s.account_id = p_account;
  delete from account_invitation i where i.account_id = p_account;
  delete from account_password p where p.account_id = p_account;
  delete from account_totp t where t.account_id = p_account;
  delete from account_totp_draft d where d.account_id = p_account;
  delete from account_recovery_code c where c.account_id = p_account;
  delete from account_passkey k where k.account_id = p_account;
  delete from sign_in_failure f where f.subject = p_name;
  if not is_owner() then perform require_administrator_left(actor_programme()); end if;
  return true;
end $$;

create function invite(p_account uuid, p_token_hash bytea, p_expires_at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if manages(p_account) is not true then return false; end if;
  insert into account_invitation as i (account_id, token_hash, expires_at) values (p_account, p_token_hash, p_expires_at)
  on conflict (account_id) do update set token_hash = p_token_hash, expires_at = p_expires_at;
  return true;
end $$;

create function lock_outs(p_subjects bytea[], p_now timestamptz) returns table (subject bytea, locked_until timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.subject, f.locked_until from sign_in_failure f
  where f.subject = any(p_subjects) and f.locked_until > p_now and ((select may('account.read')) or (select is_owner()))
$$;

-- How the accounts of the programme sign in: states and counts.
create function accounts_sign_in_state(p_now timestamptz)
  returns table (account_id uuid, has_password boolean, has_totp boolean, passkeys integer, recovery_codes_left integer,
    invitation_expires_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, p.account_id is not null, t.account_id is not null,
    (select count(*)::integer from account_passkey k where k.account_id = a.id),
    (select count(*)::integer from account_recovery_code c where c.account_id = a.id and c.used_at is null),
    (select i.expires_at from account_invitation i where i.account_id = a.id and i.expires_at > p_now)
  from account a
  left join account_password p on p.account_id = a.id
  left join account_totp t on t.account_id = a.id
  where a.programme_id = actor_programme() and ((select may('account.read')) or (select is_owner()))
$$;

revoke all on function may_change_sign_in, own_second_factors, change_own_password, put_totp_draft, own_totp, confirm_totp_draft, use_totp_step,
  remove_factor, put_recovery_codes, use_recovery_code, put_passkey_challenge, take_passkey_challenge, find_passkey,
  own_passkey_credentials, use_passkey, add_passkey, find_invitation, take_invitation, manages,
  take_sign_in_away, invite, lock_outs, accounts_sign_in_state from public;
grant execute on function may_change_sign_in, own_second_factors, change_own_password, put_totp_draft, own_totp, confirm_totp_draft, use_totp_step,
  remove_factor, put_recovery_codes, use_recovery_code, put_passkey_challenge, take_passkey_challenge, find_passkey,
  own_passkey_credentials, use_passkey, add_passkey, find_invitation, take_invitation, take_sign_in_away, invite,
  lock_outs, accounts_sign_in_state to tirek_app;
