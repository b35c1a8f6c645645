import type { filesContract } from '@tirek/domain/files';
import { worked } from '../cases/cases-matrix-inputs.ts';
import { derivedKey } from '../http/derived-key.ts';
import { sealBytes } from '../people/index.ts';
import type { Position } from '../test/matrix/positions.ts';
import type { MatrixInputs, MatrixWorld } from '../test/matrix/world.ts';
import { rowsAsOwner } from '../test/queries.ts';
import { TEST_KEY } from '../test/throw-away-database.ts';
import { photograph } from './test/pictures.ts';

const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);

async function keyOf({ app }: MatrixWorld, personId: string) {
  const [key] = await rowsAsOwner<{ keyVersion: number; wrapped: Buffer }>(
    app.database,
    'select key_version as "keyVersion", wrapped from person_data_key where person_id = $1',
    [personId],
  );
  if (!key) throw new Error('a person of the matrix has no data key');
  return { ...key, personId };
}

/** Something attached to a family's case, put there by the owner. @returns its id. */
async function attached(world: MatrixWorld, position: Position): Promise<string> {
  const { app, programmeId, newId } = world;
  const { familyId, personId } = await worked(world, position);
  const id = newId();
  const key = await keyOf(world, personId);
  await rowsAsOwner(
    app.database,
    `insert into attachment (id, programme_id, family_id, sealed_for, paper, media_type, bytes, kept_by, kept_at, kept_on)
     select $1, $2, family.id, $4, 'form', 'image/jpeg', 2000, family.made_by, $5::timestamptz,
       ($5::timestamptz at time zone 'UTC')::date
     from family where family.id = $3`,
    [id, programmeId, familyId, personId, app.clock.now()],
  );
  const sealed = sealBytes(photograph(), { ...key, label: `attachment ${id}` }, keyFor);
  await rowsAsOwner(
    app.database,
    'insert into attachment_content (attachment_id, sealed) values ($1, $2)',
    [id, sealed],
  );
  return id;
}

export const filesMatrixInputs: MatrixInputs<keyof typeof filesContract> = {
  async sendPiece(world, position) {
    const { familyId } = await worked(world, position);
    const { newId } = world;
    const ids = { id: newId(), familyId, attachmentId: newId(), personId: null };
    return { ...ids, place: 0, content: photograph().toString('base64') };
  },
  async keepAttachment(world, position) {
    const { app, programmeId, newId } = world;
    const { familyId, personId } = await worked(world, position);
    const attachmentId = newId();
    if (position.accountId !== null && position.name !== 'stranger') {
      const to = { ...(await keyOf(world, personId)), label: `attachment ${attachmentId} piece 0` };
      await rowsAsOwner(
        app.database,
        `insert into attachment_piece (attachment_id, place, programme_id, family_id, sealed_for, sealed, sent_by, sent_at, sent_on)
         values ($1, 0, $2, $3, $4, $5, $6, $7::timestamptz, ($7::timestamptz at time zone 'UTC')::date)`,
        [
          ...[attachmentId, programmeId, familyId, personId, sealBytes(photograph(), to, keyFor)],
          ...[position.accountId, app.clock.now()],
        ],
      );
    }
    const ids = { id: newId(), familyId, attachmentId, personId: null, subjectId: null };
    return { ...ids, paper: 'form' as const, pieces: 1 };
  },
  async listAttachments(world, position) {
    await attached(world, position);
    const { familyId } = await worked(world, position);
    return { familyId };
  },
  async getAttachment(world, position) {
    return { attachmentId: await attached(world, position) };
  },
  async withdrawAttachment(world, position) {
    const attachmentId = await attached(world, position);
    return { id: world.newId(), attachmentId, reason: 'unreadable' as const };
  },
};
