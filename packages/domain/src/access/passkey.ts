import * as z from 'zod/mini';
import { DateOnly, Id } from '../contract.ts';

/**
 * What the browser's WebAuthn takes, as JSON: hand it to `startRegistration({ optionsJSON })` or
 * `startAuthentication({ optionsJSON })` of `@simplewebauthn/browser` as it is.
 */
export const PasskeyOptions = z.looseObject({ challenge: z.string() });
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

const Base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.maxLength(8192));
const credential = {
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.optional(z.nullable(z.string())),
  clientExtensionResults: z.looseObject({}),
};

/** What `startRegistration` gave back. */
export const PasskeyRegistration = z.object({
  ...credential,
  response: z.looseObject({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z.optional(z.array(z.string().check(z.maxLength(32))).check(z.maxLength(10))),
  }),
});
export type PasskeyRegistration = z.infer<typeof PasskeyRegistration>;

/** What `startAuthentication` gave back. */
export const PasskeyAssertion = z.object({
  ...credential,
  response: z.looseObject({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: z.optional(z.nullable(Base64Url)),
  }),
});
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>;

/** A passkey in the holder's own list. */
export const Passkey = z.object({
  id: Id,
  label: z.string(),
  addedOn: DateOnly,
  lastUsedOn: z.nullable(DateOnly),
});
export type Passkey = z.infer<typeof Passkey>;
