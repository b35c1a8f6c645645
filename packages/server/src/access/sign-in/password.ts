import { createHash, createHmac, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { normalPassword } from '@tirek/domain/access';

/** How much work a password costs: argon2id with 19 MiB, two passes, one lane (OWASP Password Storage, 2025). */
export interface PasswordCost {
  readonly memoryKib: number;
  readonly passes: number;
}

export const PASSWORD_COST: PasswordCost = { memoryKib: 19 * 1024, passes: 2 };

/** What is stored of a password. */
export interface PasswordRecord extends PasswordCost {
  /** 16 random bytes. */
  readonly salt: Buffer;
  /** sha-256 of the argon2id output. */
  readonly verifier: Buffer;
}

/** `Algorithm.Argon2id`; the package declares it as a const enum, which erased types cannot import. */
const ARGON2ID = 2;
const KEY_PURPOSE = 'passwords';

type KeyFor = (purpose: string) => Buffer;

/**
 * Derives what the database compares. The installation key goes in as argon2's secret, so that a stolen database cannot be
 * guessed at without it; the output itself stays in this process.
 */
export async function deriveVerifier(
  password: string,
  { salt, memoryKib, passes }: PasswordCost & { readonly salt: Buffer },
  keyFor: KeyFor,
): Promise<Buffer> {
  const output = await hashRaw(normalPassword(password), {
    salt,
    memoryCost: memoryKib,
    timeCost: passes,
    parallelism: 1,
    algorithm: ARGON2ID,
    secret: keyFor(KEY_PURPOSE),
  });
  return createHash('sha256').update(output).digest();
}

/** The record of a new password. */
export async function newPasswordRecord(
  password: string,
  keyFor: KeyFor,
  cost: PasswordCost = PASSWORD_COST,
): Promise<PasswordRecord> {
  const salted = { ...cost, salt: randomBytes(16) };
  return { ...salted, verifier: await deriveVerifier(password, salted, keyFor) };
}

/** The salt for a name that nobody has: the same work is done, and always with the same salt, as for a real one. */
export function madeUpSalt(name: string, keyFor: KeyFor): PasswordCost & { readonly salt: Buffer } {
  const salt = createHmac('sha256', keyFor(KEY_PURPOSE)).update(`salt ${name}`).digest();
  return { ...PASSWORD_COST, salt: salt.subarray(0, 16) };
}
