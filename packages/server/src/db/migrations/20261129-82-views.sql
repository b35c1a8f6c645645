-- Who viewed what. A person's own practitioner and supervisor may read what the log tells of her, to answer her when she asks;
-- nobody but the data protection officer reads the log across people.
create function views_of_person(p_person uuid, p_before bigint, p_limit integer)
  returns table (number bigint, at timestamptz, display_name text, action text, effect text, why text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select entry.id, entry.at, account.display_name, entry.action, entry.effect,
    case when entry.action = 'openPerson' then entry.facts ->> 'why' end
  from audit_entry entry left join account on account.id = entry.actor_id
  where (select may('person.read')) and p_person = any (array(select people_in_reach()))
    and entry.about @> array[p_person] and entry.programme_id = actor_programme()
    -- What was asked about her in secret, for a court or an office, is not told here.
    and entry.action not in ('placeLegalHold', 'liftLegalHold', 'listLegalHolds')
    and (p_before is null or entry.id < p_before)
  order by entry.id desc
  limit least(p_limit, 500)
$$;

-- Which of these looks were at somebody who bears a family name of the account: keyed hashes are compared, no name is told.
create function namesakes(p_accounts uuid[], p_tokens bigint[], p_people uuid[])
  returns table (account_id uuid, person_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct asked.account_id, held.person_id
  from unnest(p_accounts, p_tokens) as asked (account_id, token)
  join name_token held on held.programme_id = actor_programme() and held.token = asked.token
  where (select may('audit.read')) and held.person_id = any (p_people)
$$;

revoke all on function views_of_person(uuid, bigint, integer), namesakes(uuid[], bigint[], uuid[]) from public;
grant execute on function views_of_person(uuid, bigint, integer), namesakes(uuid[], bigint[], uuid[]) to tirek_app;
