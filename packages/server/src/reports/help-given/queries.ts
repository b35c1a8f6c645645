import type { SignedInActor } from '@tirek/domain/access';
import type { Sex } from '@tirek/domain/people';
import {
  type CountedPerson,
  gotBetween,
  groupOf,
  HelpFigures,
  type MadeFigures,
} from '@tirek/domain/reports/help-given';
import type { CareRule, SupportRecords } from '@tirek/domain/support';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';

/** The newest numbers of the actor's programme; null while there are none, or nothing of them may be told. */
export async function findFigures(tx: Tx, actor: SignedInActor): Promise<HelpFigures | null> {
  const row = await tx
    .selectFrom('helpFigures')
    .select('figures')
    .where('programmeId', '=', actor.programmeId)
    .orderBy('asOf', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.figures ? z.parse(HelpFigures, row.figures) : null;
}

/** Programmes whose numbers of a month are not made, and in which no family waits to be planned. */
export async function listToCount(
  tx: Tx,
  { asOf, today }: { readonly asOf: string; readonly today: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select programme.id from programme
    where not exists (select from help_figures made
        where made.programme_id = programme.id and made.as_of = ${asOf}::date)
      and is_planned(programme.id, ${today}::date)
    order by programme.id`.execute(tx);
  return rows.map(({ id }) => id);
}

type Row = SupportRecords & {
  readonly family: string;
  readonly region: string;
  readonly sex: Sex;
  readonly bornYear: number | null;
  readonly isClinical: boolean;
};

/** Everybody of a programme as she is counted, without those of whom the year of birth or the sex is not known. */
export async function listCountedPeople(
  tx: Tx,
  { from, to, rule }: { readonly from: string; readonly to: string; readonly rule: CareRule },
): Promise<CountedPerson[]> {
  // Of each record those columns that the rules read.
  const { rows } = await sql<Row>`
    select family_id as family, region_code as region, sex, born_year as "bornYear", courses, sessions, ends, aid,
      is_clinical as "isClinical"
    from help_to_count(${from}::date, ${to}::date)`.execute(tx);
  return rows.flatMap(({ family, region, sex, bornYear, isClinical, ...records }) => {
    const group = groupOf({ sex, bornYear }, Number(to.slice(0, 4)));
    if (group === null) return [];
    return [
      { family, region, group, isClinical, ...gotBetween(records, { from, to, bornYear, rule }) },
    ];
  });
}

/** What was told in the year before, with its true counts. */
export async function listHelpReleases(tx: Tx, programmeId: string): Promise<unknown[]> {
  const rows = await tx
    .selectFrom('helpFigures')
    .select('releases')
    .where('programmeId', '=', programmeId)
    .where('releases', 'is not', null)
    .orderBy('asOf', 'desc')
    .limit(12)
    .execute();
  return rows.map(({ releases }) => releases);
}

/** Keeps what was made; the first of several processes counts. */
export async function insertFigures(
  tx: Tx,
  {
    programmeId,
    asOf,
    made,
    now,
  }: {
    readonly programmeId: string;
    readonly asOf: string;
    readonly made: MadeFigures;
    readonly now: string;
  },
): Promise<void> {
  await tx
    .insertInto('helpFigures')
    .values({
      ...{ programmeId, asOf, madeAt: now },
      figures: made.kind === 'told' ? JSON.stringify(made.figures) : null,
      releases: made.kind === 'told' ? JSON.stringify(made.releases) : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
