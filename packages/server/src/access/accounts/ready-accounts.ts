import type { Assignment } from '@tirek/domain/access';
import type { Tx } from '../../db/database.ts';
import { sealSecret } from '../second-factors/sealed-secret.ts';
import { newPasswordRecord, type PasswordCost } from '../sign-in/password.ts';
import { ensureReadyAccount } from './queries.ts';

/** Somebody made-up who can sign in at once. */
export interface ReadyPerson {
  readonly id: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly language: 'kk' | 'ru' | 'en';
  readonly password: string;
  /** 20 bytes for an authenticator app. */
  readonly totpSecret: Buffer;
  readonly assignments: readonly (Assignment & { readonly id: string })[];
}

/**
 * Makes accounts with password and authenticator app in place, for the demo and for tests. Real people never get one so:
 * nobody but themselves may know what they sign in with. Run by the owner; an account that is there stays as it is.
 * @param options.cost lower than usual where nobody is to be kept out.
 */
export async function ensureReadyAccounts(
  tx: Tx,
  people: readonly ReadyPerson[],
  options: {
    readonly programmeId: string;
    readonly now: string;
    readonly keyFor: (purpose: string) => Buffer;
    readonly cost?: PasswordCost;
  },
): Promise<void> {
  const { programmeId, now, keyFor, cost } = options;
  for (const person of people) {
    const password = await newPasswordRecord(person.password, keyFor, cost);
    const sealedSecret = sealSecret(person.totpSecret, person.id, keyFor);
    await ensureReadyAccount(tx, { ...person, programmeId, password, sealedSecret }, now);
  }
}
