import type { SignedInActor } from '@tirek/domain/access';
import { Pathway, type PathwayVersion } from '@tirek/domain/pathways';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../db/database.ts';

interface VersionRow {
  readonly id: string;
  readonly version: number;
  readonly pathway: unknown;
  readonly isOwn: boolean;
  readonly writer: string | null;
  readonly writtenAt: string;
  readonly isTested: boolean;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
}

/** Every version of the programme's pathway, the newest first. */
export async function listVersions(tx: Tx, actor: SignedInActor): Promise<PathwayVersion[]> {
  return (await versionRows(tx, actor, 'all')).map(versionOf);
}

/** The version that was published last; null where none ever was. */
export async function findPublished(tx: Tx, actor: SignedInActor): Promise<PathwayVersion | null> {
  const published = await versionRows(tx, actor, 'published');
  const [newest] = published.toSorted((a, b) =>
    (a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1,
  );
  return newest ? versionOf(newest) : null;
}

async function versionRows(
  tx: Tx,
  actor: SignedInActor,
  which: 'all' | 'published',
): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    with named as materialized (select account_id, display_name from pathway_authors())
    select known.id, known.version, known.pathway, known.written_by = ${actor.accountId}::uuid as is_own,
      writer.display_name as writer, known.written_at, tried.id is not null as is_tested,
      publisher.display_name as publisher, published.marked_at as published_at
    from pathway_version known
    left join pathway_mark tried on tried.version_id = known.id and tried.mark = 'tested'
    left join pathway_mark published on published.version_id = known.id and published.mark = 'published'
    left join named writer on writer.account_id = known.written_by
    left join named publisher on publisher.account_id = published.marked_by
    where known.programme_id = ${actor.programmeId}
      and (published.id is not null or (${which} = 'all' and (select may('pathway.edit'))))
    order by known.version desc`.execute(tx);
  return rows;
}

const versionOf = (row: VersionRow): PathwayVersion => ({
  ...{ id: row.id, version: row.version, isOwn: row.isOwn },
  pathway: z.parse(Pathway, row.pathway),
  state: row.publishedAt ? 'published' : row.isTested ? 'tested' : 'draft',
  written: { at: row.writtenAt, by: row.writer ?? '' },
  published: row.publishedAt ? { at: row.publishedAt, by: row.publisher ?? '' } : null,
});

export async function insertVersion(
  tx: Tx,
  actor: SignedInActor,
  row: {
    readonly id: string;
    readonly version: number;
    readonly pathway: Pathway;
    readonly now: string;
  },
): Promise<void> {
  await tx
    .insertInto('pathwayVersion')
    .values({
      ...{ id: row.id, version: row.version, pathway: JSON.stringify(row.pathway) },
      ...{ programmeId: actor.programmeId, writtenBy: actor.accountId, writtenAt: row.now },
    })
    .execute();
}

export async function insertMark(
  tx: Tx,
  actor: SignedInActor,
  row: {
    readonly id: string;
    readonly versionId: string;
    readonly mark: 'tested' | 'published';
    readonly now: string;
  },
): Promise<void> {
  await tx
    .insertInto('pathwayMark')
    .values({
      ...{ id: row.id, versionId: row.versionId, mark: row.mark },
      ...{ programmeId: actor.programmeId, markedBy: actor.accountId, markedAt: row.now },
    })
    .execute();
}
