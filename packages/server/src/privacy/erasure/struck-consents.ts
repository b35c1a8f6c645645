import type { Identity } from '@tirek/domain/people';
import { strikeFromConsent } from '@tirek/domain/privacy/erasure';
import { openParticulars, sealParticulars } from '../../consents/index.ts';
import { type KeyFor, openIdentity } from '../../people/index.ts';
import type { NamingText, StruckConsent } from './queries.ts';

/** The consents of her family in which somebody is named, sealed anew without her. */
export function struckConsents(texts: readonly NamingText[], keyFor: KeyFor): StruckConsent[] {
  const identities = texts.flatMap(({ place, version, ...row }): Identity[] =>
    place === 'identity' && version !== null ? [openIdentity({ ...row, version }, keyFor)] : [],
  );
  return texts.flatMap(({ place, id, personId, keyVersion, wrapped, sealed }) => {
    if (place !== 'consent') return [];
    const of = { personId, id, key: { keyVersion, wrapped } };
    const struck = strikeFromConsent(openParticulars(sealed, of, keyFor), identities);
    return struck ? [{ id, sealed: sealParticulars(struck, of, keyFor) }] : [];
  });
}
