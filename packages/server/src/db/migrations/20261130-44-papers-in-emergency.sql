-- Papers and how somebody lives are read, and only read, where a record was opened in an emergency; each part behind its own wall.
create policy paper_in_emergency on paper for select to tirek_app
  using ((select may('paper.read')) and person_id = any (array(select people_in_emergency())));
create policy circumstance_in_emergency on circumstance for select to tirek_app
  using (section = any (array(select part from unnest(array['arrival', 'schooling', 'health', 'work', 'housing']) as part
      where may(section_verb(part, 'read'))))
    and person_id = any (array(select people_in_emergency())));
