-- A report of a panel tells change. The pseudonym that joins two waves stays where it is: what comes out is
-- what somebody had scored then, at the response of now. Both waves must be closed, and of one campaign.
create function earlier_scores(p_wave uuid, p_earlier uuid) returns table (response_id uuid, scores jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select now.id, earlier.scores
  from survey_wave wave
  join survey_wave before on before.id = p_earlier and before.campaign_id = wave.campaign_id
  join survey_response now on now.wave_id = wave.id
  join survey_response earlier on earlier.wave_id = before.id and earlier.panel_hash = now.panel_hash
  where wave.id = p_wave and wave.status = 'closed' and before.status = 'closed'
    and (is_owner() or (wave.programme_id = actor_programme() and may('report.read')))
$$;

revoke all on function earlier_scores(uuid, uuid) from public;
grant execute on function earlier_scores(uuid, uuid) to tirek_app;
