import type { Identity } from '@tirek/domain/people';
import { strikeFromConsent, strikeNames } from '@tirek/domain/privacy/erasure';
import { openWords, sealWords } from '../../cases/index.ts';
import { openParticulars, sealParticulars } from '../../consents/index.ts';
import { type KeyFor, openIdentity } from '../../people/index.ts';
import type { NamingText, StruckText } from './queries.ts';

/** The consents and the words about the case of her family in which somebody is named, sealed anew without her. */
export function struckTexts(texts: readonly NamingText[], keyFor: KeyFor): StruckText[] {
  const identities = texts.flatMap(({ place, version, ...row }): Identity[] =>
    place === 'identity' && version !== null ? [openIdentity({ ...row, version }, keyFor)] : [],
  );
  return texts.flatMap(({ place, id, personId, keyVersion, wrapped, sealed }) => {
    if (place === 'identity') return [];
    const of = { personId, id, key: { keyVersion, wrapped } };
    if (place === 'consent') {
      const struck = strikeFromConsent(openParticulars(sealed, of, keyFor), identities);
      return struck ? [{ id, sealed: sealParticulars(struck, of, keyFor) }] : [];
    }
    const words = openWords(sealed, of, keyFor);
    const struck = {
      text: strikeNames(words.text, identities),
      body: strikeNames(words.body, identities),
    };
    const isNamed = struck.text !== words.text || struck.body !== words.body;
    return isNamed ? [{ id, sealed: sealWords(struck, of, keyFor) }] : [];
  });
}
