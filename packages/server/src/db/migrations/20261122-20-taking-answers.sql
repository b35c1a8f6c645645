-- The only ways into and out of what waits and what is spent. Each runs as the owner of the tables, so that the
-- login of requests can neither read a code hash nor a waiting answer.

-- Takes what arrived together: all of it or nothing. The outcome of each submission, by its place:
-- done, repeated (was done before), closed, not-yet, over, code-unknown, code-used, card-used, lot-full.
-- When all are done, they are stored and the commit that follows makes them last; when one is not, nothing is
-- stored and the caller asks again without it. p_uses is the hash of a code or of a pseudonym and null where anybody
-- may answer; p_lots names the lot of a pseudonym's card. The sealed rows hold the answers of all, by wave.
create function accept_answers(
  p_today date, p_waves uuid[], p_receipts uuid[], p_uses uuid[], p_lots uuid[],
  p_sealed_waves uuid[], p_sealed_answers integer[], p_sealed bytea[]
) returns text[] language plpgsql security definer set search_path = public, pg_temp as $$
declare
  outcomes text[];
begin
  begin
    with inserted as (
      insert into survey_receipt (id_hash, wave_id, received_on)
      select receipt, wave, p_today from unnest(p_receipts, p_waves) as given (receipt, wave) order by receipt
      on conflict do nothing
      returning id_hash
    )
    select array_agg(
        case
          when inserted.id_hash is null then 'repeated'
          when wave.id is null or wave.status not in ('open', 'reopened') then 'closed'
          when p_today < wave.opens_on then 'not-yet'
          when p_today > wave.closes_on then 'over'
          else 'done'
        end order by given.place)
      into outcomes
      from unnest(p_waves, p_receipts) with ordinality as given (wave_id, receipt, place)
      left join inserted on inserted.id_hash = given.receipt
      left join survey_wave wave on wave.id = given.wave_id;

    if array_length(array_remove(p_uses, null), 1) > 0 then
      outcomes := spend_uses(p_waves, p_uses, p_lots, outcomes);
    end if;

    if outcomes <> array_fill('done'::text, array[array_length(p_waves, 1)]) then
      raise exception 'not all done' using errcode = 'TK001';
    end if;
  exception when sqlstate 'TK001' then
    return outcomes;
  end;

  insert into survey_arrival (wave_id, received_on, answers, sealed)
  select wave, p_today, answers, sealed
  from unnest(p_sealed_waves, p_sealed_answers, p_sealed) as given (wave, answers, sealed);

  -- One row a pseudonymous answer, told of the wave and not of the answer; none where people are not linked at all.
  insert into audit_entry (programme_id, actor_kind, action, effect, about)
  select wave.programme_id, 'respondent', 'submitAnswers', 'write', array[wave.id]
  from unnest(p_waves, p_lots) as given (wave_id, lot)
  join survey_wave wave on wave.id = given.wave_id
  where given.lot is not null;
  return outcomes;
end $$;

-- Marks codes and pseudonyms as used and corrects the outcomes of those that cannot be. Waits for whoever else spends the same.
create function spend_uses(p_waves uuid[], p_uses uuid[], p_lots uuid[], p_outcomes text[])
returns text[] language plpgsql as $$
declare
  outcomes text[];
begin
  -- In the order of the hashes, so that two servers never wait for each other in a circle.
  perform from survey_code code
    join unnest(p_waves, p_uses) as given (wave_id, use) on code.wave_id = given.wave_id and code.code_hash = given.use
    order by code.code_hash for update of code;
  with spent as (
    update survey_code code set state = 2
    from unnest(p_waves, p_uses, p_lots, p_outcomes) as given (wave_id, use, lot, outcome)
    where code.wave_id = given.wave_id and code.code_hash = given.use and code.state = 0
      and given.lot is null and given.outcome = 'done'
    returning code.wave_id, code.code_hash
  ), answered as (
    insert into survey_panel_use (wave_id, use_hash, lot_id)
    select wave_id, use, lot
    from unnest(p_waves, p_uses, p_lots, p_outcomes) as given (wave_id, use, lot, outcome)
    where lot is not null and outcome = 'done' order by use
    on conflict do nothing
    returning wave_id, use_hash
  )
  select array_agg(
      case
        when given.outcome <> 'done' or given.use is null then given.outcome
        when given.lot is not null then
          case
            when answered.use_hash is null then 'card-used'
            when (select count(*) from survey_panel_use used where used.wave_id = given.wave_id and used.lot_id = given.lot)
              >= (select cards from survey_card_lot where id = given.lot) then 'lot-full'
            else 'done'
          end
        when spent.code_hash is not null then 'done'
        when code.code_hash is not null then 'code-used'
        else 'code-unknown'
      end order by given.place)
    into outcomes
    from unnest(p_waves, p_uses, p_lots, p_outcomes) with ordinality as given (wave_id, use, lot, outcome, place)
    left join spent on spent.wave_id = given.wave_id and spent.code_hash = given.use
    left join answered on answered.wave_id = given.wave_id and answered.use_hash = given.use
    left join survey_code code on code.wave_id = given.wave_id and code.code_hash = given.use and given.lot is null;
  return outcomes;
end $$;

-- Rewrites all used codes of a wave in an order that tells nothing, in one transaction with the answers that are shuffled
-- in: afterwards no used code can be told from another by its row's place or transaction. A single statement takes the
-- rows out, so that a code that is being used at this moment is neither lost nor counted twice.
create function shuffle_used_codes(p_wave uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  hashes uuid[];
begin
  with taken as (delete from survey_code where wave_id = p_wave and state <> 0 returning code_hash)
  select array_agg(code_hash order by gen_random_uuid()) into hashes from taken;
  insert into survey_code (wave_id, code_hash, state)
  select p_wave, hash, 1 from unnest(hashes) as hash;
end $$;

-- What waits, by wave: how many answers, since which day, and how many codes are used, for the decision when to shuffle.
create function waiting_answers() returns table (wave_id uuid, answers bigint, oldest_on date, used_codes bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select waiting.wave_id, waiting.answers, waiting.oldest_on,
    (select count(*) from survey_code code where code.wave_id = waiting.wave_id and code.state <> 0)
  from (
    select wave_id, sum(answers) as answers, min(received_on) as oldest_on from survey_arrival group by wave_id
  ) waiting
$$;

-- Counts of a wave for people who may see no answer.
create function wave_counts(p_wave uuid)
returns table (answers bigint, waiting bigint, codes_issued bigint, codes_used bigint, carried_drafts bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select count(*) from survey_response where wave_id = wave.id),
    (select coalesce(sum(answers), 0) from survey_arrival where wave_id = wave.id),
    (select count(*) from survey_code where wave_id = wave.id),
    (select count(*) from survey_code where wave_id = wave.id and state <> 0),
    (select count(*) from survey_draft where wave_id = wave.id)
  from survey_wave wave
  where wave.id = p_wave and wave.programme_id = actor_programme() and may('campaign.read')
$$;

create function wave_days(p_wave uuid) returns table (received_on date, language text, answers bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select response.received_on, response.language, count(*)
  from survey_response response
  join survey_wave wave on wave.id = response.wave_id
  where wave.id = p_wave and wave.programme_id = actor_programme() and may('campaign.read')
  group by response.received_on, response.language
  order by response.received_on, response.language
$$;

-- Drafts: whoever has the key may put, get and drop one, and nobody can list them.
create function put_survey_draft(p_wave uuid, p_key uuid, p_sealed bytea, p_kept_until date, p_most integer) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from survey_draft where wave_id = p_wave and key_hash = p_key)
    and (select count(*) from survey_draft where wave_id = p_wave) >= p_most then
    return false;
  end if;
  insert into survey_draft (wave_id, key_hash, sealed, kept_until) values (p_wave, p_key, p_sealed, p_kept_until)
  on conflict on constraint survey_draft_pkey do update set sealed = excluded.sealed, kept_until = excluded.kept_until;
  return true;
end $$;
create function get_survey_draft(p_wave uuid, p_key uuid, p_today date) returns bytea
language sql stable security definer set search_path = public, pg_temp as $$
  select sealed from survey_draft where wave_id = p_wave and key_hash = p_key and kept_until >= p_today
$$;
create function drop_survey_draft(p_wave uuid, p_key uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from survey_draft where wave_id = p_wave and key_hash = p_key
$$;

-- A panel member takes her answers back: what is stored goes now, what waits is dropped when its turn comes.
create function withdraw_panel_answers(p_campaign uuid, p_panel uuid, p_today date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into survey_withdrawal (campaign_id, panel_hash, withdrawn_on) values (p_campaign, p_panel, p_today)
  on conflict do nothing;
  delete from survey_response
  where panel_hash = p_panel and wave_id in (select id from survey_wave where campaign_id = p_campaign);
end $$;

-- Forgets what has served its time: old drafts, receipts of waves that have long been closed, answers past their term.
-- Returns how many answers were erased in each wave, for the log.
create function forget_expired_answers(p_now timestamptz, p_today date) returns table (wave_id uuid, programme_id uuid, answers bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from survey_draft where kept_until < p_today;
  delete from survey_receipt receipt using survey_wave wave
  where receipt.wave_id = wave.id and receipt.received_on < p_today - 60
    and (wave.status = 'closed' or wave.closes_on < p_today - 60);
  return query
    with ended as (
      select wave.id, wave.programme_id
      from survey_wave wave
      join survey_campaign campaign on campaign.id = wave.campaign_id
      where wave.status = 'closed'
        and (select max(event.at) from survey_wave_event event
             where event.wave_id = wave.id and event.kind in ('closed', 'imported'))
          + make_interval(months => (campaign.settings ->> 'retentionMonths')::integer) < p_now
    ), erased as (
      delete from survey_response response using ended where response.wave_id = ended.id returning response.wave_id
    )
    select ended.id, ended.programme_id, count(*) from erased join ended on ended.id = erased.wave_id
    group by ended.id, ended.programme_id;
end $$;

revoke all on function
  accept_answers(date, uuid[], uuid[], uuid[], uuid[], uuid[], integer[], bytea[]),
  spend_uses(uuid[], uuid[], uuid[], text[]),
  shuffle_used_codes(uuid), waiting_answers(), wave_counts(uuid), wave_days(uuid),
  put_survey_draft(uuid, uuid, bytea, date, integer), get_survey_draft(uuid, uuid, date), drop_survey_draft(uuid, uuid),
  withdraw_panel_answers(uuid, uuid, date), forget_expired_answers(timestamptz, date)
  from public;
grant execute on function
  accept_answers(date, uuid[], uuid[], uuid[], uuid[], uuid[], integer[], bytea[]),
  wave_counts(uuid), wave_days(uuid),
  put_survey_draft(uuid, uuid, bytea, date, integer), get_survey_draft(uuid, uuid, date), drop_survey_draft(uuid, uuid),
  withdraw_panel_answers(uuid, uuid, date)
  to tirek_app;
grant execute on function shuffle_used_codes(uuid), waiting_answers(), forget_expired_answers(timestamptz, date) to tirek_jobs;
