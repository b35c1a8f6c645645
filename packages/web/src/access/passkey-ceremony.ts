import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import type { PasskeyAssertion, PasskeyOptions, PasskeyRegistration } from '@tirek/domain/access';

/** What came of asking the device: its answer, or that the person turned it down or let it pass. */
export type Ceremony<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'given-up' }
  | { readonly kind: 'already-registered' };

export const hasPasskeys = () => browserSupportsWebAuthn();

/** Asks the device to sign in with one of its passkeys. */
export function askPasskey(options: PasskeyOptions): Promise<Ceremony<PasskeyAssertion>> {
  return ceremony(() =>
    startAuthentication({
      optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
    }),
  ) as Promise<Ceremony<PasskeyAssertion>>;
}

/** Asks the device to make a new passkey. */
export function makePasskey(options: PasskeyOptions): Promise<Ceremony<PasskeyRegistration>> {
  return ceremony(() =>
    startRegistration({
      optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
    }),
  ) as Promise<Ceremony<PasskeyRegistration>>;
}

async function ceremony(run: () => Promise<unknown>): Promise<Ceremony<unknown>> {
  try {
    return { kind: 'answered', answer: await run() };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'InvalidStateError') return { kind: 'already-registered' };
    // Browsers say NotAllowedError for a refusal, a time-out and a missing key alike, so that a page cannot tell.
    if (name === 'NotAllowedError' || name === 'AbortError') return { kind: 'given-up' };
    throw error;
  }
}
