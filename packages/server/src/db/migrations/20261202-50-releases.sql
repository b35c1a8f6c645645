-- Reports of two waves of a panel are held against each other before the second is released: whoever reads both could
-- subtract one from the other. Which response of the one wave and which of the other are one woman's is told to the program
-- for that, in pairs of random ids; the pseudonym that joins them stays where it is. Both waves must be closed, and of one
-- campaign.
create function responses_in_both(p_wave uuid, p_other uuid) returns table (response_id uuid, other_response_id uuid)
language sql stable security definer set search_path = public, pg_temp rows 1000 as $$
  select now.id, other.id
  from survey_wave wave
  join survey_wave beside on beside.id = p_other and beside.campaign_id = wave.campaign_id
  join survey_response now on now.wave_id = wave.id
  join survey_response other on other.wave_id = beside.id and other.panel_hash = now.panel_hash
  where wave.id = p_wave and wave.status = 'closed' and beside.status = 'closed'
    and (is_owner() or (wave.programme_id = actor_programme() and may('report.read')))
$$;

revoke all on function responses_in_both(uuid, uuid) from public;
grant execute on function responses_in_both(uuid, uuid) to tirek_app;

-- Who approves may read no wave, and has to know which releases tell of the same panel.
create function waves_beside(p_wave uuid) returns table (wave_id uuid, is_same_panel boolean)
language sql stable security definer set search_path = public, pg_temp rows 20 as $$
  select other.id,
    other.campaign_id = own.campaign_id and campaign.settings ->> 'linkage' = 'panel'
  from survey_wave own
  join survey_campaign campaign on campaign.id = own.campaign_id
  join survey_wave other on other.programme_id = own.programme_id and other.id <> own.id
  where own.id = p_wave
    and (is_owner() or (own.programme_id = actor_programme() and (may('release.prepare') or may('release.approve'))))
$$;

revoke all on function waves_beside(uuid) from public;
grant execute on function waves_beside(uuid) to tirek_app;

-- What was approved after a release was prepared, it was not held against. Of those that wait since before, everything is
-- taken as approved after them, so that they are prepared anew.
alter table report_release add column last_number integer not null default 0;
comment on column report_release.last_number is 'Number of the newest approved release when it was prepared, 0: none.';
