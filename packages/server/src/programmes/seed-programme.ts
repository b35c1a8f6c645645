import type { Region } from '@tirek/domain/programmes';
import { createFirstAdministrator, type Invited, type NewPerson } from '../access/index.ts';
import type { Database } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import { ensureProgramme, ensureRegions } from './queries.ts';
import kazakhstan from './regions-kazakhstan.json' with { type: 'json' };

/** The regions of Kazakhstan: the 20 since 8 June 2022 and the 17 before them. */
export const REGIONS_OF_KAZAKHSTAN: readonly Region[] = kazakhstan.regions;

export interface NewProgramme {
  /** Short and lower-case, such as `kz`; it tells programmes apart on the command line. */
  readonly code: string;
  /** By language; a neutral name, it stands on every page. */
  readonly name: Readonly<Record<string, string>>;
  /** Those of Kazakhstan unless told. */
  readonly regions?: readonly Region[];
}

/** Makes a programme with its regions, or completes the one that bears the code. @returns its id. */
export async function seedProgramme(
  database: Database,
  { code, name, regions = REGIONS_OF_KAZAKHSTAN }: NewProgramme,
  newId: () => string,
): Promise<string> {
  return await asOwner(database, async (tx) => {
    const programmeId = await ensureProgramme(tx, { id: newId(), code, name });
    await ensureRegions(tx, programmeId, regions);
    return programmeId;
  });
}

/** First start of an installation: a programme, its regions, and an invitation link for its first technical administrator. */
export async function foundProgramme(
  database: Database,
  programme: NewProgramme & { readonly administrator: NewPerson },
  world: { readonly origin: string; readonly now: string; readonly newId: () => string },
): Promise<Invited & { readonly programmeId: string }> {
  const programmeId = await seedProgramme(database, programme, world.newId);
  const invited = await createFirstAdministrator(
    database,
    { programmeId, ...programme.administrator },
    world,
  );
  return { programmeId, ...invited };
}
