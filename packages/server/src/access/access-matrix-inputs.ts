import type { accessContract } from '@tirek/domain/access';
import type { MatrixInputs, MatrixWorld } from '../test/matrix/world.ts';
import { insertPosition, insertTestSession, rowsAsOwner } from '../test/queries.ts';

const NO_ASSERTION = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key' as const,
  clientExtensionResults: {},
};
const NO_PASSWORD = 'nobody has this password';

/** A colleague to be changed, made anew for every call. */
async function colleague({ app, programmeId, newId }: MatrixWorld, role: 'trainer' | null = null) {
  const accountId = newId();
  await insertPosition(app.database, {
    accountId,
    programmeId,
    signInName: `colleague-${accountId}`,
    assignments: role ? [{ role, region: null }] : [],
  });
  return { id: newId(), accountId };
}

/** Input for every endpoint of `access`. Wrong passwords and codes are valid input: being heard is what is asked here. */
export const accessMatrixInputs: MatrixInputs<keyof typeof accessContract> = {
  readSession: () => ({}),
  signInWithPassword: ({ newId }) => ({ signInName: newId(), password: NO_PASSWORD }),
  signInWithTotp: () => ({ code: '000000' }),
  signInWithRecoveryCode: () => ({ code: '0000-0000-0000-0000' }),
  startPasskeySignIn: () => ({}),
  signInWithPasskey: () => ({
    assertion: {
      ...NO_ASSERTION,
      response: { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' },
    },
  }),
  openInvitation: () => ({ token: 'A'.repeat(43) }),
  acceptInvitation: () => ({ token: 'A'.repeat(43), password: NO_PASSWORD, language: 'kk' }),
  signOut: () => ({}),
  lockSession: () => ({}),
  unlockWithPassword: () => ({ password: NO_PASSWORD }),
  startPasskeyUnlock: () => ({}),
  unlockWithPasskey: () => ({
    assertion: {
      ...NO_ASSERTION,
      response: { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' },
    },
  }),
  listSessions: () => ({}),
  async endSession({ app, newId }, { accountId }) {
    if (accountId === null) return { sessionId: newId() };
    await insertTestSession(app.database, accountId, app.clock.now());
    const [session] = await rowsAsOwner<{ id: string }>(
      app.database,
      'select id from account_session where account_id = $1 order by random() limit 1',
      [accountId],
    );
    return { sessionId: session?.id ?? newId() };
  },
  endOtherSessions: () => ({}),
  changePassword: () => ({ oldPassword: NO_PASSWORD, newPassword: 'тас су жел от 47' }),
  changeLanguage: () => ({ language: 'kk' }),
  listSecondFactors: () => ({}),
  startTotp: () => ({}),
  confirmTotp: () => ({ code: '000000' }),
  startPasskey: () => ({}),
  confirmPasskey: () => ({
    registration: {
      ...NO_ASSERTION,
      response: { clientDataJSON: 'AA', attestationObject: 'AA' },
    },
    label: 'phone',
  }),
  async removePasskey({ app, newId }, { accountId }) {
    const passkeyId = newId();
    if (accountId === null) return { passkeyId };
    // Two, since the last one stays.
    for (const id of [passkeyId, newId()]) {
      await rowsAsOwner(
        app.database,
        `insert into account_passkey (id, account_id, credential_id, public_key, counter, transports, label, added_at)
         values ($1, $2, $3, $3, 0, '{}', 'key', now())`,
        [id, accountId, Buffer.from(id)],
      );
    }
    return { passkeyId };
  },
  async removeTotp(world, position) {
    const { app } = world;
    if (position.accountId === null) return {};
    await accessMatrixInputs.removePasskey(world, position);
    await rowsAsOwner(
      app.database,
      `insert into account_totp (account_id, sealed_secret, last_step, added_at) values ($1, '\\x00', 0, now())
       on conflict do nothing`,
      [position.accountId],
    );
    return {};
  },
  renewRecoveryCodes: () => ({}),
  listAccounts: () => ({}),
  createAccount: ({ newId }) => ({
    id: newId(),
    signInName: `new-${newId()}`,
    displayName: 'Жаңа',
    language: 'kk',
    assignments: [{ role: 'trainer', region: null }],
  }),
  async renameAccount(world) {
    const input = await colleague(world);
    const previousDisplayName = `colleague-${input.accountId}`;
    return { ...input, displayName: 'Басқа', previousDisplayName };
  },
  resetAccess: (world) => colleague(world),
  closeAccount: (world) => colleague(world, 'trainer'),
  async reopenAccount(world) {
    const input = await colleague(world);
    await rowsAsOwner(world.app.database, 'update account set closed_at = now() where id = $1', [
      input.accountId,
    ]);
    return input;
  },
  addAssignment: async (world) => ({
    ...(await colleague(world)),
    assignment: { role: 'practitioner', region: 'KZ-27' },
  }),
  async endAssignment(world) {
    const { id, accountId } = await colleague(world, 'trainer');
    const [held] = await rowsAsOwner<{ id: string }>(
      world.app.database,
      'select id from role_assignment where account_id = $1',
      [accountId],
    );
    return { id, assignmentId: held?.id ?? '' };
  },
};
