import type { Database, Tx } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import { derivedKey } from '../http/derived-key.ts';
import { holdVaultKeyVersion } from '../people/index.ts';
import { putAway } from '../privacy/retention/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { callAs, castActor } from './call-as.ts';
import { castId, madeUpId } from './cast.ts';
import { helpRowsOf } from './made-up/help.ts';
import { type HeldFamily, rowsOf } from './made-up/rows.ts';
import { OTHER_HOLDERS, otherSupervisor, seedOtherColleagues } from './other-colleagues.ts';
import { insertRows, keepFileDays, listRegistered } from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';
import { STORIES, wholeProgramme } from './whole-programme.ts';

const DAY = 86_400_000;

/** Colleagues of the other regions with all their families: written at once, sealed as the program seals. */
export async function seedWholeProgramme(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  const { installationKey, newId, clock } = options;
  const now = clock().toISOString();
  const [story] = STORIES;
  const [somebody] = Object.keys(story?.people ?? {});
  const first = madeUpId(`person ${story?.key} ${somebody}`);
  if ((await listRegistered(database, [first])).has(first)) return;
  await seedOtherColleagues(database, { programmeId, installationKey, now });
  for (const { id: practitionerId } of OTHER_HOLDERS) {
    await callAs(
      { database, actor: castActor('kairat', programmeId) },
      options,
      'assignSupervision',
      {
        id: madeUpId(`supervision ${practitionerId}`),
        supervisorId: otherSupervisor,
        practitionerId,
      },
    );
  }
  const today = programmeDay(now);
  const families = wholeProgramme(today);
  await asOwner(database, async (tx) => {
    const keyVersion = await holdVaultKeyVersion(tx);
    const tables = rowsOf(families, {
      ...{ programmeId, newId, keyVersion, settingsVersion: 1, today },
      keyFor: (purpose) => derivedKey(installationKey, purpose),
    });
    const helped = families.filter(({ holder }) => holder !== castId('saule'));
    const help = helpRowsOf(helped, { programmeId, today });
    for (const table of [...tables, ...help]) await insertRows(tx, table);
    await seedFiles(tx, families, { programmeId, newId, now });
  });
}

/** Files whose purpose waits for Gulmira's word, one of them overdue, and the one that lies put away. */
async function seedFiles(
  tx: Tx,
  families: readonly HeldFamily[],
  { programmeId, newId, now }: { programmeId: string; newId: () => string; now: string },
): Promise<void> {
  const ago = (days: number) => new Date(Date.parse(now) - days * DAY).toISOString();
  const silent = families.find(({ isSilent }) => isSilent)?.family.id;
  if (!silent) throw new Error('No file of the made-up programme is silent.');
  await keepFileDays(tx, [
    { familyId: madeUpId('family ended well'), activeAt: ago(322), confirmedAt: ago(352) },
    { familyId: madeUpId('family back to her studies'), activeAt: now, confirmedAt: ago(372) },
    { familyId: silent, activeAt: ago(1100), confirmedAt: ago(200) },
  ]);
  await putAway(tx, { programmeId, familyId: silent, because: 'inactive' }, { newId, now });
}
