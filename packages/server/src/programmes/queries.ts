import type { Region } from '@tirek/domain/programmes';
import type { Tx } from '../db/database.ts';

/** Whether a programme is the made-up one, which may show what a real one may not. */
export async function isDemoProgramme(tx: Tx, programmeId: string): Promise<boolean> {
  const { isDemo } = await tx
    .selectFrom('programme')
    .select('isDemo')
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow();
  return isDemo;
}

/** The regions that the database lets the asker see: those of her own programme, by code. */
export async function listRegions(tx: Tx): Promise<Region[]> {
  const rows = await tx
    .selectFrom('region')
    .select(['code', 'name', 'validFrom', 'validUntil'])
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ ...row, name: row.name as Record<string, string> }));
}

/** Makes a programme unless its code is taken; @returns the id of the one that bears the code. */
export async function ensureProgramme(
  tx: Tx,
  programme: {
    readonly id: string;
    readonly code: string;
    readonly name: Readonly<Record<string, string>>;
  },
): Promise<string> {
  await tx
    .insertInto('programme')
    .values({ ...programme, name: JSON.stringify(programme.name) })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
  const { id } = await tx
    .selectFrom('programme')
    .select('id')
    .where('code', '=', programme.code)
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds those of the regions that the programme has not yet. */
export async function ensureRegions(
  tx: Tx,
  programmeId: string,
  regions: readonly Region[],
): Promise<void> {
  await tx
    .insertInto('region')
    .values(
      regions.map((region) => ({ programmeId, ...region, name: JSON.stringify(region.name) })),
    )
    .onConflict((conflict) => conflict.columns(['programmeId', 'code']).doNothing())
    .execute();
}

/** Codes of all programmes of the installation. */
export async function listProgrammeCodes(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('programme').select('code').orderBy('code').execute();
  return rows.map((row) => row.code);
}

/** The programme that bears a code, or the only one where no code is given; null when there is none or the choice is open. */
export async function findProgramme(tx: Tx, code: string | null): Promise<string | null> {
  const all = tx.selectFrom('programme').select('id').limit(2);
  const rows = await (code === null ? all : all.where('code', '=', code)).execute();
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
