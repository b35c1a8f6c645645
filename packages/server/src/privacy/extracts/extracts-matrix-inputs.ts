import type { extractsContract } from '@tirek/domain/privacy/extracts';
import {
  type privacySettingsContract,
  USUAL_PRIVACY_SETTINGS,
} from '@tirek/domain/privacy/settings';
import { worked } from '../../cases/cases-matrix-inputs.ts';
import { standing } from '../../people/people-matrix-inputs.ts';
import type { Position } from '../../test/matrix/positions.ts';
import type { MatrixInputs, MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';

/** A list put there by the owner; `madeBy` null where there is no account to have made it. @returns its id. */
async function made(
  { app, programmeId, newId }: MatrixWorld,
  {
    madeBy,
    personId,
    needsSecond,
  }: { madeBy: string | null; personId: string; needsSecond: boolean },
): Promise<string> {
  const id = newId();
  if (madeBy === null) return id;
  await rowsAsOwner(
    app.database,
    `insert into extract (id, programme_id, purpose, columns, reason, language, people, no_consent, erased, needs_second,
       fingerprint, made_by, made_at, expires_at)
     values ($1, $2, 'service', '{sex}', 'x', 'kk', 1, 0, 0, $3, sha256('x'), $4, $5::timestamptz, $5::timestamptz + interval '1 day')`,
    [id, programmeId, needsSecond, madeBy, app.clock.now()],
  );
  await rowsAsOwner(
    app.database,
    'insert into extract_person (extract_id, programme_id, person_id) values ($1, $2, $3)',
    [id, programmeId, personId],
  );
  await rowsAsOwner(
    app.database,
    `insert into extract_file (extract_id, programme_id, sealed) values ($1, $2, 'x')`,
    [id, programmeId],
  );
  return id;
}

/** Made by a practitioner whom the position supervises. */
const ofMate = async (world: MatrixWorld, position: Position): Promise<string> => {
  const { mates, ofTeam } = await standing(world, position);
  return await made(world, { madeBy: mates[0], personId: ofTeam.personId, needsSecond: true });
};

export const extractsMatrixInputs: MatrixInputs<
  keyof typeof extractsContract | keyof typeof privacySettingsContract
> = {
  async makeExtract(world, position) {
    const { familyId } = await worked(world, position);
    return {
      ...{ id: world.newId(), families: [familyId], purpose: 'service' as const },
      ...{ columns: ['name' as const], reason: 'Үйге бару кестесі үшін керек.' },
      ...{ language: 'kk' as const, passphrase: 'ABCDE-23456-FGHJK-789MN' },
    };
  },
  listExtracts: () => ({}),
  async decideExtract(world, position) {
    const extractId = await ofMate(world, position);
    return { id: world.newId(), extractId, decision: { kind: 'released' as const } };
  },
  async fetchExtract(world, position) {
    const { familyId: _, personId } = await worked(world, position);
    const madeBy = position.name === 'stranger' ? null : position.accountId;
    return { extractId: await made(world, { madeBy, personId, needsSecond: false }) };
  },
  getPrivacySettings: () => ({}),
  async setPrivacySettings(world, position) {
    const [row] = await rowsAsOwner<{ version: number }>(
      world.app.database,
      'select coalesce(max(version), 0) as version from privacy_settings where programme_id = $1',
      [position.name === 'stranger' ? world.otherProgrammeId : world.programmeId],
    );
    return {
      ...{ id: world.newId(), basedOn: row?.version ?? 0 },
      settings: USUAL_PRIVACY_SETTINGS,
    };
  },
};
