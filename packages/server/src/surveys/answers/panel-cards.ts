import { createHmac, timingSafeEqual } from 'node:crypto';
import { CODE_ALPHABET, LOT_LENGTH } from '@tirek/domain/surveys';
import type { SurveyKeys } from '../survey-keys.ts';

/** What `panelId` sent: the pseudonym, and the proof that a card of some lot was there. */
export interface Presented {
  readonly campaignId: string;
  /** 64 hexadecimal digits. */
  readonly panel: string;
}

/** The characters that all cards of a lot share. Made anew from the installation key each time, never stored. */
export function lotSecret(keys: SurveyKeys, lotId: string): string {
  // 48 bytes as one number: the remainder's bias is beyond notice.
  let number = BigInt(`0x${keys.lot(lotId).toString('hex')}`);
  const base = BigInt(CODE_ALPHABET.length);
  let secret = '';
  for (let place = 0; place < LOT_LENGTH; place++) {
    secret += CODE_ALPHABET.charAt(Number(number % base));
    number /= base;
  }
  return secret;
}

/** The lot whose card was there, or null. Says nothing of which card. */
export function findLot(
  keys: SurveyKeys,
  lotIds: readonly string[],
  { campaignId, panel }: Presented,
): string | null {
  const pseudonym = pseudonymOf(panel);
  const proof = Buffer.from(panel.slice(32), 'hex');
  return (
    lotIds.find((lotId) => {
      const expected = createHmac('sha256', lotSecret(keys, lotId))
        .update(`tirek card ${campaignId} ${pseudonym}`)
        .digest()
        .subarray(0, proof.length);
      return timingSafeEqual(expected, proof);
    }) ?? null
  );
}

export const pseudonymOf = (panel: string) => panel.slice(0, 32);
