import type { ConsentParticulars } from '../../consents/index.ts';
import { type Identity, keyWords } from '../../people/index.ts';

/** What stands where a name stood. */
export const STRUCK = '—';
/** Shorter runs of digits are days and numbers of flats. */
const FEWEST_DIGITS = 6;
/** A telephone without the 8 or +7 before it. */
const SUBSCRIBER_DIGITS = 10;
const SHORTEST_STEM = 4;
/** Letters that a case may add to a stem. */
const CASE_ENDING = 5;
/** The ending that the key of a family name or a patronymic is without, and a case behind it: Оразба, Оразбаевамен. */
const NAME_ENDING = /^[aeiou]*(?:[oei]v|in|izi|uli)[a-z]{0,6}$/;

/**
 * Takes what names somebody out of what is told of others: where a witness or a guardian in the consents of her family is she,
 * and where words about them mention her. A text names her when it holds one of her given names in any spelling; then each
 * word of it that is part of any of her names is struck, so that a family name she shares with her children stays with them.
 * Her telephones and numbers of documents are struck wherever they stand.
 *
 * @returns null when nothing names her.
 */
export function strikeFromConsent(
  particulars: ConsentParticulars,
  identities: readonly Identity[],
): ConsentParticulars | null {
  const strike = (text: string) => strikeNames(text, identities);
  const { witness, guardian, withheld, unsafeReason } = particulars;
  const isGuardian = guardian !== null && strike(guardian.name) !== guardian.name;
  const isWitness = witness !== null && strike(witness) !== witness;
  const struck: ConsentParticulars = {
    // Whoever is named here is nobody else: no part of her name may be left over.
    witness: isWitness ? STRUCK : witness,
    guardian: isGuardian
      ? { relation: guardian.relation, name: STRUCK, document: null }
      : guardian && { ...guardian, document: guardian.document && strike(guardian.document) },
    withheld: withheld.map(({ what, why }) => ({ what: strike(what), why: strike(why) })),
    unsafeReason: unsafeReason && strike(unsafeReason),
  };
  return JSON.stringify(struck) === JSON.stringify(particulars) ? null : struck;
}

/** A text without what names somebody; the text itself where it does not. */
export function strikeNames(text: string, identities: readonly Identity[]): string {
  const names = identities.flatMap((identity) => identity.names);
  const given = names.flatMap((name) => keyWords(name.given));
  const all = [
    ...given,
    ...names.flatMap((name) => [...keyWords(name.family), ...keyWords(name.patronymic)]),
  ];
  const isNamed = keyWords(text).some((word) => isFormOf(word, given));
  const words = isNamed
    ? text.replace(WORD, (word) =>
        keyWords(word).some((key) => isFormOf(key, all)) ? STRUCK : word,
      )
    : text;
  const numbers = identities.flatMap(({ phones, documents }) => [
    ...phones.map((phone) => phone.replace(/\D/g, '').slice(-SUBSCRIBER_DIGITS)),
    ...documents.map(({ number }) => number),
  ]);
  return numbers.reduce(withoutNumber, words);
}

/** A word in any case: Мадине and Мәдинаның are forms of Мадина. A short name must stand as it is. */
const isFormOf = (key: string, names: readonly string[]): boolean =>
  names.some((name) => {
    const stem = name.replace(/[aeiou]+$/, '');
    const isLong = stem.length >= SHORTEST_STEM;
    if (key === name || !isLong || !key.startsWith(stem)) return key === name;
    const added = key.slice(stem.length);
    return added.length <= CASE_ENDING || NAME_ENDING.test(added);
  });

const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{Pd}'’ʼʻ`´]*/gu;

/** Numbers are written with any signs between their digits and letters. */
function withoutNumber(text: string, number: string): string {
  const signs = [...number.matchAll(/[\p{L}\p{N}]/gu)].map(([sign]) => sign);
  if (signs.length < FEWEST_DIGITS) return text;
  const pattern = new RegExp(`(\\+?[78][\\s(]*)?${signs.join('[\\s()./-]*')}`, 'giu');
  return text.replace(pattern, STRUCK);
}
