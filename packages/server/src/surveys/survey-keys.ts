import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

export type KeyFor = (purpose: string) => Buffer;

/**
 * The keyed hashes under which things of a survey are stored: 128 bits of HMAC-SHA256, written as 32 hexadecimal digits,
 * which a uuid column takes. Each purpose has a key of its own, so that two columns never join.
 */
export interface SurveyKeys {
  /** A submission's id. */
  receipt(submissionId: string): string;
  /** A one-time code, without hyphens. */
  code(waveId: string, code: string): string;
  /** A panel member's pseudonym as it stands with her answers: the same in all waves of a campaign. */
  panel(campaignId: string, pseudonym: string): string;
  /** The same pseudonym in the list of those who have answered a wave; does not join with `panel`. */
  panelUse(waveId: string, pseudonym: string): string;
  /** The key of a sealed draft. */
  draft(waveId: string, key: string): string;
  /** 48 bytes from which the secret of a lot of cards is made. */
  lot(lotId: string): Buffer;
  /** AES key of waiting answers. */
  readonly arrivals: KeyObject;
}

export function surveyKeys(keyFor: KeyFor): SurveyKeys {
  const hasher = (purpose: string) => {
    // Handed over as bytes, a key is taken in anew for every hash, which costs four times the hash itself.
    const key = createSecretKey(keyFor(purpose));
    return (...parts: string[]) =>
      createHmac('sha256', key).update(parts.join(' ')).digest('hex').slice(0, 32);
  };
  const lots = createSecretKey(keyFor('survey card lots'));
  return {
    receipt: hasher('survey receipts'),
    code: hasher('survey codes'),
    panel: hasher('survey panel answers'),
    panelUse: hasher('survey panel uses'),
    draft: hasher('survey drafts'),
    lot: (lotId) => createHmac('sha384', lots).update(lotId).digest(),
    arrivals: createSecretKey(keyFor('survey arrivals')),
  };
}
