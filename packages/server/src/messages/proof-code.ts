import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The six digits that prove an address, made of the id of the message that carries them: they are stored nowhere, and the job that
 * sends them and the request that checks them find the same.
 */
export function proofCode(messageId: string, keyFor: (purpose: string) => Buffer): string {
  const mark = createHmac('sha256', keyFor('codes of addresses')).update(messageId).digest();
  return String(mark.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

export function isProofCode(
  given: string,
  messageId: string,
  keyFor: (purpose: string) => Buffer,
): boolean {
  const typed = Buffer.from(given.replace(/\D/g, '').padEnd(6).slice(0, 12));
  const right = Buffer.from(proofCode(messageId, keyFor));
  return typed.length === right.length && timingSafeEqual(typed, right);
}
