-- Names of colleagues beside a request for exact answers: whoever may see the requests may know who asks and who agreed.
create function wave_export_names(p_export uuid) returns table (requested_by_name text, decided_by_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select asker.display_name, decider.display_name
  from wave_export request
  join account asker on asker.id = request.requested_by
  left join wave_export_decision decision on decision.export_id = request.id
  left join account decider on decider.id = decision.decided_by
  where request.id = p_export and request.programme_id = actor_programme() and may('export.read')
$$;

revoke all on function wave_export_names(uuid) from public;
grant execute on function wave_export_names(uuid) to tirek_app;
