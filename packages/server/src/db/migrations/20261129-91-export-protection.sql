-- How well people must hide in the files that somebody asks for (k-anonymity, l-diversity). What was asked for before was exact.
alter table wave_export
  add column k smallint not null default 1,
  add column l smallint not null default 1,
  add constraint wave_export_k_known check (k in (1, 3, 5, 10)),
  add constraint wave_export_l_within_k check (l between 1 and 2 and l <= k);
-- From now on whoever asks says so.
alter table wave_export alter column k drop default, alter column l drop default;
