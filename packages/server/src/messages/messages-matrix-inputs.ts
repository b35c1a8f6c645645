import type { messagesContract } from '@tirek/domain/messages';
import { derivedKey } from '../http/derived-key.ts';
import type { MatrixInputs, MatrixWorld } from '../test/matrix/world.ts';
import { rowsAsOwner } from '../test/queries.ts';
import { TEST_KEY } from '../test/throw-away-database.ts';
import { sealAddress } from './sealed-address.ts';

/** An address of the position that asks, or one that is not there. */
async function ownAddress(
  { app, newId }: MatrixWorld,
  { accountId }: { readonly accountId: string | null },
  { isProved }: { readonly isProved: boolean } = { isProved: false },
) {
  const addressId = newId();
  const now = app.clock.now();
  if (accountId !== null) {
    const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);
    const sealed = sealAddress('kairat@tirek.test', addressId, keyFor);
    await rowsAsOwner(
      app.database,
      `insert into account_address (id, programme_id, account_id, channel, sealed, added_at, proved_at, ended_at)
       select $1, programme_id, id, 'email', $3, $4, $5, null from account where id = $2`,
      [addressId, accountId, sealed, now, isProved ? now : null],
    );
  }
  return { id: newId(), addressId };
}

/** Input for every endpoint of `messages`. Nothing leaves: the channels of the matrix lead nowhere. */
export const messagesMatrixInputs: MatrixInputs<keyof typeof messagesContract> = {
  getOwnReach: () => ({}),
  addAddress: ({ newId }) => ({ id: newId(), channel: 'email', address: 'kairat@tirek.test' }),
  addPushDevice: ({ newId }) => ({
    ...{ id: newId(), endpoint: 'https://fcm.googleapis.com/fcm/send/a', device: 'Firefox' },
    p256dh:
      'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  }),
  sendCode: (world, position) => ownAddress(world, position),
  async proveAddress(world, position) {
    const { addressId } = await ownAddress(world, position);
    return { addressId, code: '000000' };
  },
  removeAddress: (world, position) => ownAddress(world, position),
  async sendTest(world, position) {
    const { id } = await ownAddress(world, position, { isProved: true });
    return { id };
  },
  seeMessages: () => ({}),
  getMessageChannels: () => ({}),
  getMessageHealth: () => ({}),
};
