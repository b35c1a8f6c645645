-- Who is told, in neutral words, that somebody wants a human to look again at what was proposed for her (decision 96): whoever holds a
-- family of hers and the supervisors over them, but for whom the next decision is not, and for whoever has just asked.
create function step_reviewers(p_person uuid) returns table (account_id uuid)
  language sql stable security definer rows 5 set search_path = public, pg_temp as $$
  with holders as (
    select held.account_id from family_member member
    join caseload held on held.family_id = member.family_id and held.until_at is null
    where (select may('step.decide')) and p_person = any (array(select people_in_reach()))
      and member.person_id in (select records_of(array[p_person])) and member.until_on is null)
  select known.id from account known
  where (known.id in (select holders.account_id from holders)
      or known.id in (select team.supervisor_id from supervision team
        join holders on holders.account_id = team.practitioner_id where team.until_at is null))
    and known.closed_at is null and account_may(known.id, 'step.decide')
    and known.id <> actor_id() and known.id is distinct from step_not_by(p_person)
$$;
revoke all on function step_reviewers(uuid) from public;
grant execute on function step_reviewers(uuid) to tirek_app;
