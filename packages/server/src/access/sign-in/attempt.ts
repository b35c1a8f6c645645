import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { countAttempt, refundAttempt } from './queries.ts';

/** What an attempt is counted under: keyed hashes, so that neither a name nor an address is kept. */
export interface AttemptSubjects {
  /** Null for a passkey without a name. */
  readonly name: Buffer | null;
  readonly address: Buffer;
}

export interface LockedOut {
  readonly kind: 'locked-out';
  readonly secondsLeft: number;
}

/** An attempt that is being heard: it counts as a failure until somebody says that it was right. */
export interface Attempt {
  readonly kind: 'heard';
  /** The answer if it was wrong. */
  readonly failed: LockedOut | { readonly kind: 'refused' };
  /** `complete` when the person is fully signed in: then the name starts afresh. */
  wasRight(stage: 'step' | 'complete'): Promise<void>;
}

interface Asking {
  readonly tx: Tx;
  readonly now: string;
  readonly address: string;
  readonly keyFor: (purpose: string) => Buffer;
}

/**
 * Counts an attempt to sign in, to unlock or to give an old password, before it is judged.
 * @param name the sign-in name, known or not; null where none was given.
 * @throws Problem `too-many-requests` while another attempt for the same name is being judged.
 */
export async function beginAttempt(
  { tx, now, address, keyFor }: Asking,
  name: string | null,
): Promise<Attempt | LockedOut> {
  const subjects: AttemptSubjects = {
    name: name === null ? null : nameSubject(name, keyFor),
    address: hashed(`address ${networkOf(address)}`, keyFor),
  };
  const counted = await countAttempt(tx, subjects, now);
  if (counted.lockedSeconds < 0) throw new Problem('too-many-requests', { seconds: 1 });
  if (counted.lockedSeconds > 0) return { kind: 'locked-out', secondsLeft: counted.lockedSeconds };
  return {
    kind: 'heard',
    failed:
      counted.failedSeconds > 0
        ? { kind: 'locked-out', secondsLeft: counted.failedSeconds }
        : { kind: 'refused' },
    wasRight: (stage) => refundAttempt(tx, subjects, { isComplete: stage === 'complete' }),
  };
}

/** Under what failures for a name are counted. */
export const nameSubject = (name: string, keyFor: Asking['keyFor']): Buffer =>
  hashed(`name ${name}`, keyFor);

const hashed = (text: string, keyFor: Asking['keyFor']): Buffer =>
  createHmac('sha256', keyFor('sign-in failures')).update(text).digest();

/** One household or office of IPv6 has a whole /64 to choose addresses from. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('::') as [string, string?];
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const gap = plain.includes('::') ? Array(8 - before.length - after.length).fill('0') : [];
  return [...before, ...gap, ...after]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}
