-- What the check of a report's own figures saw before it was frozen; older releases have none.
alter table report_release add column certificate jsonb;
