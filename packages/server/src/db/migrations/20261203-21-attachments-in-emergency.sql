-- Photographs and papers of a family's case are read, and only read, where a record was opened in an emergency. Content and
-- withdrawal are seen where their row is.
create policy attachment_in_emergency on attachment for select to tirek_app
  using ((select may('case.read')) and family_id = any (array(select families_in_emergency())));

-- As before, and where the family is open in an emergency.
create or replace function attachment_authors(p_family uuid) returns table (account_id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct author.id, author.display_name
  from attachment kept join account author on author.id = kept.kept_by
  where kept.family_id = p_family and (select may('case.read'))
    and p_family in (select families_in_reach() union all select families_in_emergency())
$$;
