-- What grew with the register (docs/decisions/0080-size.md): a read that went through every row of a table, and functions of the row
-- policies that were planned anew in every statement.

-- Where somebody lives is asked with every card and every page of hers.
create index residence_of_person on residence (person_id, recorded_at desc);
-- Whether a need, a step or a note is another family's already is asked with every entry that is written.
create index case_entry_of_a_subject on case_entry (subject_id, kind);

-- PostgreSQL plans a function in SQL each time a statement calls it, and one in PL/pgSQL once for a connection. Row policies ask
-- these in every statement, so that planning them was most of what the database did: reading one member took 1.6 ms of the processor
-- and takes 0.15. Each keeps its name, its rights and, word for word but for remarks, the question it asks, whatever that has become
-- by now.
do $$
declare
  asked record;
begin
  for asked in
    select proc.proname as name, proc.proretset as is_set,
      rtrim(regexp_replace(proc.prosrc, '--[^\n]*', '', 'g'), E' \n;') as question,
      pg_get_function_arguments(proc.oid) as arguments, pg_get_function_result(proc.oid) as result
    from pg_proc proc join pg_language written on written.oid = proc.prolang
    where proc.pronamespace = 'public'::regnamespace and written.lanname = 'sql' and proc.prosecdef and proc.provolatile = 's'
      and proc.proname in ('may', 'account_may', 'team_of_actor', 'families_in_reach', 'people_in_reach', 'family_holders',
        'is_own_new_family', 'is_own_new_person', 'is_fresh_search', 'was_just_found', 'is_in_another_family', 'consent_allows',
        'standing_of', 'records_of', 'stand_ins', 'place_of', 'families_in_emergency', 'people_in_emergency', 'emergency_holders',
        'may_answer_question', 'case_state', 'case_key_person', 'may_decide_case',
        'may_record_case_entry', 'case_authors', 'may_record_fact')
      and position(';' in rtrim(regexp_replace(proc.prosrc, '--[^\n]*', '', 'g'), E' \n;')) = 0
  loop
    execute format(
      'create or replace function %I(%s) returns %s language plpgsql stable security definer set search_path = public, pg_temp as %L',
      asked.name, asked.arguments, asked.result,
      format(E'#variable_conflict use_column\nbegin\n  return %s;\nend',
        case when asked.is_set then 'query ' || asked.question else '(' || asked.question || ')' end));
  end loop;
end $$;

-- PostgreSQL supposes that a function gives a thousand rows. For the records of one person, asked for each of two hundred candidates
-- of a search, it therefore read whole tables through: four seconds of the processor for a search among ten thousand people, and a
-- tenth of one now.
alter function records_of(uuid[]) rows 4;
alter function place_of(uuid) rows 1;
alter function team_of_actor() rows 10;
alter function families_in_reach() rows 15;
alter function people_in_reach() rows 60;
alter function family_holders() rows 15;
alter function families_in_emergency() rows 1;
alter function people_in_emergency() rows 5;
alter function emergency_holders() rows 1;
alter function stand_ins(uuid[]) rows 4;
alter function case_authors(uuid) rows 5;
