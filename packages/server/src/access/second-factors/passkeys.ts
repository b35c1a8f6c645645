import { createHash } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyAssertion, PasskeyOptions, PasskeyRegistration } from '@tirek/domain/access';
import type { Tx } from '../../db/database.ts';
import {
  type ChallengePurpose,
  type FoundPasskey,
  findPasskey,
  listOwnCredentials,
  putChallenge,
  takeChallenge,
  usePasskey,
} from './queries.ts';

interface Ceremony {
  readonly tx: Tx;
  readonly now: string;
  readonly origin: string;
}

type RegistrationJSON = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type AssertionJSON = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

/** EdDSA, ES256 and RS256 (COSE): what every authenticator speaks. Said outright, since asking Node for newer ones prints warnings. */
const ALGORITHMS = [-8, -7, -257];

/** The domain a passkey belongs to. Browsers refuse addresses made of numbers; `localhost` is fine. */
const relyingParty = (origin: string): string => new URL(origin).hostname;

const hashOf = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();

/** What the browser needs to make a passkey for the account, whose own passkeys it must not make twice. */
export async function startRegistration(
  { tx, now, origin }: Ceremony,
  account: { id: string; signInName: string; displayName: string; programmeName: string },
): Promise<PasskeyOptions> {
  const options = await generateRegistrationOptions({
    rpName: account.programmeName,
    rpID: relyingParty(origin),
    userName: account.signInName,
    userDisplayName: account.displayName,
    userID: Uint8Array.from(Buffer.from(account.id)),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: await listOwnCredentials(tx),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  await putChallenge(tx, { hash: hashOf(options.challenge), purpose: 'set-up' }, now);
  // Some authenticators decide when a passkey is made whether it can open what lies on a device as well.
  return { ...options, extensions: { ...options.extensions, prf: {} } };
}

export type Registered = NonNullable<
  VerifiedRegistrationResponse['registrationInfo']
>['credential'];

/** The new passkey, or null when the answer is not to our challenge, from another site, or forged. */
export async function judgeRegistration(
  { tx, now, origin }: Ceremony,
  registration: PasskeyRegistration,
): Promise<Registered | null> {
  const challenge = challengeOf(registration);
  if (!(await takeChallenge(tx, { hash: hashOf(challenge), purpose: 'set-up' }, now))) return null;
  return await orRefused(async () => {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: registration as RegistrationJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty(origin),
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return registrationInfo?.credential ?? null;
  });
}

/** What the browser needs to answer with a passkey: any of this site for `sign-in`, else one of the account's own. */
export async function startAssertion(
  { tx, now, origin }: Ceremony,
  purpose: Exclude<ChallengePurpose, 'set-up'>,
): Promise<PasskeyOptions> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(origin),
    userVerification: purpose === 'second-factor' ? 'preferred' : 'required',
    allowCredentials: purpose === 'sign-in' ? [] : await listOwnCredentials(tx),
  });
  await putChallenge(tx, { hash: hashOf(options.challenge), purpose }, now);
  return { ...options };
}

/**
 * The passkey that answered, its counter moved on, or null.
 * Where it stands alone (`sign-in`, `unlock`) the device must have verified its user; as second step it follows a password.
 */
export async function judgeAssertion(
  { tx, now, origin }: Ceremony,
  assertion: PasskeyAssertion,
  purpose: Exclude<ChallengePurpose, 'set-up'>,
): Promise<FoundPasskey | null> {
  const passkey = await findPasskey(tx, Buffer.from(assertion.id, 'base64url'));
  const challenge = challengeOf(assertion);
  const isOurs = await takeChallenge(tx, { hash: hashOf(challenge), purpose }, now);
  if (!passkey || !isOurs) return null;
  const counter = await orRefused(async () => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: assertion as AssertionJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty(origin),
      requireUserVerification: purpose !== 'second-factor',
      credential: {
        id: assertion.id,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: passkey.counter,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  });
  if (counter === null) return null;
  return (await usePasskey(tx, { id: passkey.id, counter }, now)) ? passkey : null;
}

/** The challenge an answer claims to be for; empty when it is no such answer at all. */
function challengeOf({ response }: { response: { clientDataJSON: string } }): string {
  try {
    const told = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString());
    return typeof told?.challenge === 'string' ? told.challenge : '';
  } catch {
    return '';
  }
}

/** The library throws for whatever does not fit: another origin, a wrong signature, a malformed answer. */
async function orRefused<T>(judge: () => Promise<T | null>): Promise<T | null> {
  try {
    return await judge();
  } catch {
    return null;
  }
}
