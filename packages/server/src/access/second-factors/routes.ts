import type { accessContract, SetUpAnswer } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers, Request } from '../../http/handler.ts';
import { completeSession } from '../sign-in/begin-session.ts';
import { getOwnSession, type OwnSession } from '../sign-in/queries.ts';
import { requireMaySetUp } from '../sign-in/session-holder.ts';
import { judgeRegistration, startRegistration } from './passkeys.ts';
import {
  addPasskey,
  confirmTotpDraft,
  findOwnTotp,
  listPasskeys,
  mayChangeSignIn,
  putRecoveryCodes,
  putTotpDraft,
  readOwnFactors,
  removeFactor,
} from './queries.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { openSecret, sealSecret } from './sealed-secret.ts';
import { base32, matchingStep, newTotpSecret, totpUri } from './totp.ts';

type SecondFactorHandlers = Pick<
  Handlers<typeof accessContract>,
  | 'listSecondFactors'
  | 'startTotp'
  | 'confirmTotp'
  | 'startPasskey'
  | 'confirmPasskey'
  | 'removePasskey'
  | 'removeTotp'
  | 'renewRecoveryCodes'
>;

/** How the account is called on its holder's phone, where others may see it: no word of what the programme does. */
const ISSUER = 'Tirek';

const dayOf = (instant: string): string => instant.slice(0, 10);

/** One's own second factors: the first is set up in a half session, every later change wants a fresh proof. */
export const secondFactorHandlers: SecondFactorHandlers = {
  async listSecondFactors({ tx, actor }) {
    const { totpAddedAt, recoveryCodesLeft } = await readOwnFactors(tx);
    const passkeys = await listPasskeys(tx, accountOf(actor));
    return {
      totp: totpAddedAt ? { addedOn: dayOf(totpAddedAt) } : null,
      passkeys: passkeys.map(({ addedAt, lastUsedAt, ...passkey }) => ({
        ...passkey,
        addedOn: dayOf(addedAt),
        lastUsedOn: lastUsedAt && dayOf(lastUsedAt),
      })),
      recoveryCodesLeft,
    };
  },

  async startTotp(request) {
    const { tx, now, about, keyFor } = request;
    const accountId = await requireMayChange(request);
    about([accountId]);
    const secret = newTotpSecret();
    await putTotpDraft(tx, sealSecret(secret, accountId, keyFor), now);
    const { signInName } = await getOwnSession(tx);
    return { secret: base32(secret), uri: totpUri(secret, { issuer: ISSUER, name: signInName }) };
  },

  async confirmTotp(request) {
    const { tx, input, now, about, keyFor } = request;
    const accountId = await requireMayChange(request);
    about([accountId]);
    const sealed = await findOwnTotp(tx, 'draft', now);
    const step = sealed && matchingStep(openSecret(sealed, accountId, keyFor), input.code, now);
    if (step === null) {
      about([], { outcome: 'refused' });
      return { kind: 'refused' };
    }
    const before = await getOwnSession(tx);
    if (!(await confirmTotpDraft(tx, step, now))) throw new Problem('proof-needed');
    return await factorAdded(request, accountId, before);
  },

  async startPasskey(request) {
    const accountId = await requireMayChange(request);
    const own = await getOwnSession(request.tx);
    const programmeName = own.programmeName[own.language] ?? ISSUER;
    return {
      options: await startRegistration(request, { ...own, id: accountId, programmeName }),
    };
  },

  async confirmPasskey(request) {
    const { tx, input, now, newId, about } = request;
    const accountId = await requireMayChange(request);
    about([accountId]);
    const passkey = await judgeRegistration(request, input.registration);
    if (!passkey) {
      about([], { outcome: 'refused' });
      return { kind: 'refused' };
    }
    const before = await getOwnSession(tx);
    const isAdded = await addPasskey(
      tx,
      {
        id: newId(),
        credentialId: Buffer.from(passkey.id, 'base64url'),
        publicKey: Buffer.from(passkey.publicKey),
        counter: passkey.counter,
        transports: input.registration.response.transports ?? [],
        label: input.label,
      },
      now,
    );
    if (!isAdded) throw new Problem('proof-needed');
    return await factorAdded(request, accountId, before);
  },

  removePasskey: (request) => remove(request, request.input.passkeyId),
  removeTotp: (request) => remove(request, null),

  async renewRecoveryCodes(request) {
    const accountId = await requireMayChange(request);
    request.about([accountId]);
    return { recoveryCodes: await giveRecoveryCodes(request, accountId) };
  },
};

/** @throws Problem `proof-needed`, or `second-factor-needed` in a half session that must give its second factor first. */
async function requireMayChange({ tx, actor, now }: Request<unknown>): Promise<string> {
  const { accountId } = requireMaySetUp(actor);
  if (!(await mayChangeSignIn(tx, now))) throw new Problem('proof-needed');
  return accountId;
}

/** The first factor completes the sign-in and brings the recovery codes. */
async function factorAdded(
  request: Request<unknown>,
  accountId: string,
  before: OwnSession,
): Promise<SetUpAnswer> {
  const { actor, about } = request;
  about([], { outcome: 'set-up' });
  if (actor.kind === 'account' && !actor.isFullySignedIn) await completeSession(request);
  const isFirst = !before.hasTotp && before.passkeys === 0;
  const recoveryCodes = isFirst ? await giveRecoveryCodes(request, accountId) : [];
  return { kind: 'set-up', recoveryCodes };
}

async function giveRecoveryCodes(
  { tx, now, keyFor }: Request<unknown>,
  accountId: string,
): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => hashRecoveryCode(code, accountId, keyFor));
  if (!(await putRecoveryCodes(tx, hashes, now))) throw new Problem('proof-needed');
  return codes;
}

async function remove(request: Request<unknown>, passkeyId: string | null) {
  const { tx, actor, now, about } = request;
  const { accountId } = accountOf(actor);
  about(passkeyId ? [accountId, passkeyId] : [accountId]);
  const outcome = await removeFactor(tx, passkeyId, now);
  if (outcome !== 'removed') throw new Problem(outcome);
  return {};
}
