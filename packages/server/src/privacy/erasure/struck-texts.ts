import type { Identity } from '@tirek/domain/people';
import { strikeFromConsent, strikeNames } from '@tirek/domain/privacy/erasure';
import { openWords, sealWords } from '../../cases/index.ts';
import { openParticulars, sealParticulars } from '../../consents/index.ts';
import { openStepWords, sealStepWords } from '../../pathways/proposals/index.ts';
import { openSafetyWords, sealSafetyWords } from '../../pathways/safety/index.ts';
import { type KeyFor, openIdentity, type WrappedKey } from '../../people/index.ts';
import { openWrappedReferralWords, sealReferralWords } from '../../referrals/index.ts';
import { openNote, sealNote } from '../../support/index.ts';
import type { NamingText, StruckText } from './queries.ts';

interface Place {
  readonly personId: string;
  readonly id: string;
  readonly key: WrappedKey;
}

/** What was written about others of her family in which somebody is named, sealed anew without her. */
export function struckTexts(texts: readonly NamingText[], keyFor: KeyFor): StruckText[] {
  const identities = texts.flatMap(({ place, version, ...row }): Identity[] =>
    place === 'identity' && version !== null ? [openIdentity({ ...row, version }, keyFor)] : [],
  );
  return texts.flatMap(({ place, id, personId, keyVersion, wrapped, sealed }) => {
    if (place === 'identity') return [];
    const of = { personId, id, key: { keyVersion, wrapped } };
    const anew = STRIKING[place](sealed, of, { identities, keyFor });
    return anew ? [{ id, sealed: anew }] : [];
  });
}

/** How each kind of text is opened, struck and sealed again; null where she is not named. */
const STRIKING: Record<
  Exclude<NamingText['place'], 'identity'>,
  (
    sealed: Buffer,
    of: Place,
    striking: { readonly identities: readonly Identity[]; readonly keyFor: KeyFor },
  ) => Buffer | null
> = {
  consent(sealed, of, { identities, keyFor }) {
    const struck = strikeFromConsent(openParticulars(sealed, of, keyFor), identities);
    return struck && sealParticulars(struck, of, keyFor);
  },
  case(sealed, of, { identities, keyFor }) {
    const struck = strikeEach(openWords(sealed, of, keyFor), identities);
    return struck && sealWords(struck, of, keyFor);
  },
  safety(sealed, of, { identities, keyFor }) {
    const struck = strikeEach(openSafetyWords(sealed, of, keyFor), identities);
    return struck && sealSafetyWords(struck, of, keyFor);
  },
  step(sealed, of, { identities, keyFor }) {
    const struck = strikeEach(openStepWords(sealed, of, keyFor), identities);
    return struck && sealStepWords(struck, of, keyFor);
  },
  support(sealed, of, { identities, keyFor }) {
    const struck = strikeEach({ note: openNote(sealed, of, keyFor) }, identities);
    return struck && sealNote(struck.note, of, keyFor);
  },
  referral(sealed, of, { identities, keyFor }) {
    const struck = strikeEach(openWrappedReferralWords(sealed, of, keyFor), identities);
    return struck && sealReferralWords(struck, of, keyFor);
  },
};

/** Words in several parts without her; null where none of them names her. */
function strikeEach<Words extends Readonly<Record<string, string>>>(
  words: Words,
  identities: readonly Identity[],
): Words | null {
  const struck = Object.fromEntries(
    Object.entries(words).map(([part, text]) => [part, strikeNames(text, identities)]),
  ) as Words;
  return Object.keys(words).some((part) => struck[part] !== words[part]) ? struck : null;
}
