import {
  newChallenge,
  newPasskeySalt,
  type Opener,
  type PasskeyQuestion,
} from '../offline/locks.ts';
import { askPasskey } from './passkey-ceremony.ts';

/** What came of asking a passkey to open what lies on the device: `unable` when it is of a kind that only signs in. */
export type PasskeyOpening =
  | { readonly kind: 'answered'; readonly opener: Opener }
  | { readonly kind: 'given-up' | 'unable' };

/** What the browser's WebAuthn needs besides; the values are bytes, which JSON of a server could not bring. */
interface Given {
  readonly prf?: { readonly results?: { readonly first?: ArrayBuffer } };
}

/** Asks the device, without any server, for what one of these passkeys answers to its salt (WebAuthn PRF). */
export async function openWithPasskey(
  questions: readonly PasskeyQuestion[],
): Promise<PasskeyOpening> {
  const challenge = toBase64Url(newChallenge());
  const asked = await askPasskey({
    challenge,
    allowCredentials: questions.map(({ credentialId: id }) => ({ id, type: 'public-key' })),
    userVerification: 'required',
    extensions: {
      prf: {
        evalByCredential: Object.fromEntries(
          questions.map(({ credentialId, salt }) => [credentialId, { first: salt }]),
        ),
      },
    },
  });
  if (asked.kind !== 'answered') return { kind: 'given-up' };
  const { id: credentialId, clientExtensionResults } = asked.answer;
  const output = (clientExtensionResults as Given).prf?.results?.first;
  const salt = questions.find((question) => question.credentialId === credentialId)?.salt;
  if (!output || !salt) return { kind: 'unable' };
  const opener = { kind: 'passkey', credentialId, salt, output: new Uint8Array(output) } as const;
  return { kind: 'answered', opener };
}

/** Asks whichever of the account's own passkeys is at hand, with a salt that nothing was sealed under yet. */
export function chooseNewPasskey(credentialIds: readonly string[]): Promise<PasskeyOpening> {
  const salt = newPasskeySalt();
  return openWithPasskey(credentialIds.map((credentialId) => ({ credentialId, salt })));
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
