import type { SignedInActor } from '@tirek/domain/access';
import {
  AdolescenceForecast,
  type CountedChild,
  type Forecast,
} from '@tirek/domain/reports/adolescence';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';

/** The newest forecast of the actor's programme; null while there is none, or nothing of it may be told. */
export async function findForecast(
  tx: Tx,
  actor: SignedInActor,
): Promise<AdolescenceForecast | null> {
  const row = await tx
    .selectFrom('adolescenceForecast')
    .select('forecast')
    .where('programmeId', '=', actor.programmeId)
    .orderBy('asOf', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.forecast ? z.parse(AdolescenceForecast, row.forecast) : null;
}

/** Programmes whose forecast of a month is not made, and in which no family waits to be planned. */
export async function listToForecast(
  tx: Tx,
  { asOf, today }: { readonly asOf: string; readonly today: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select programme.id from programme
    where not exists (select from adolescence_forecast made
        where made.programme_id = programme.id and made.as_of = ${asOf}::date)
      and is_planned(programme.id, ${today}::date)
    order by programme.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Children by family, region and year of birth, without those who said no to being counted. */
export async function listCountedChildren(
  tx: Tx,
  { fromYear, today }: { readonly fromYear: number; readonly today: string },
): Promise<CountedChild[]> {
  const { rows } = await sql<CountedChild>`
    select family_id as family, region_code as region, born_year as "bornYear"
    from children_to_forecast(${fromYear}::integer, ${today}::date)`.execute(tx);
  return rows;
}

/** What was told in the year before, with its true counts. */
export async function listForecastReleases(tx: Tx, programmeId: string): Promise<unknown[]> {
  const rows = await tx
    .selectFrom('adolescenceForecast')
    .select('release')
    .where('programmeId', '=', programmeId)
    .where('release', 'is not', null)
    .orderBy('asOf', 'desc')
    .limit(12)
    .execute();
  return rows.map(({ release }) => release);
}

/** Keeps what was made; the first of several processes counts. */
export async function insertForecast(
  tx: Tx,
  {
    programmeId,
    asOf,
    made,
    now,
  }: {
    readonly programmeId: string;
    readonly asOf: string;
    readonly made: Forecast;
    readonly now: string;
  },
): Promise<void> {
  await tx
    .insertInto('adolescenceForecast')
    .values({
      ...{ programmeId, asOf, madeAt: now },
      forecast: made.kind === 'told' ? JSON.stringify(made.forecast) : null,
      release: made.kind === 'told' ? JSON.stringify(made.release) : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
