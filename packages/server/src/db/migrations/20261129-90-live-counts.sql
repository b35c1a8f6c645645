-- Exact counts of a wave are for whoever runs the survey or reads its answers. Everybody else who may read campaigns hears
-- whole fives, rounded down, of answers and used codes, as the domain's live-count.ts says, and neither days nor languages:
-- from the database too, so that no query of theirs can watch a single woman come in.
create function sees_exact_counts() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select may('campaign.manage') or may('report.read')
$$;

create or replace function wave_counts(p_wave uuid)
returns table (answers bigint, waiting bigint, codes_issued bigint, codes_used bigint, carried_drafts bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with exact as (
    select
      (select count(*) from survey_response where wave_id = wave.id) as stored,
      (select coalesce(sum(arrival.answers), 0)::bigint from survey_arrival arrival where wave_id = wave.id) as on_their_way,
      (select count(*) from survey_code where wave_id = wave.id) as issued,
      (select count(*) from survey_code where wave_id = wave.id and state <> 0) as used,
      (select count(*) from survey_draft where wave_id = wave.id) as drafts
    from survey_wave wave
    where wave.id = p_wave and wave.programme_id = actor_programme() and may('campaign.read')
  )
  select stored, on_their_way, issued, used, drafts from exact where sees_exact_counts()
  union all
  -- Together, since the sum of two rounded numbers tells more than the rounded sum; of printed codes nobody is told anything.
  select (stored + on_their_way) / 5 * 5, 0, issued, used / 5 * 5, 0 from exact where not sees_exact_counts()
$$;

create or replace function wave_days(p_wave uuid) returns table (received_on date, language text, answers bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select response.received_on, response.language, count(*)
  from survey_response response
  join survey_wave wave on wave.id = response.wave_id
  where wave.id = p_wave and wave.programme_id = actor_programme() and may('campaign.read') and sees_exact_counts()
  group by response.received_on, response.language
  order by response.received_on, response.language
$$;

revoke all on function sees_exact_counts() from public;
