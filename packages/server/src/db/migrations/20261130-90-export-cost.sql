-- What the files of a request cost those who read them, as it was when they were asked for: who decides may read no answers and
-- could not have it computed. Null for requests from before.
alter table wave_export add column cost jsonb;
