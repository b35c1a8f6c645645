import * as z from 'zod/mini';
import { ageRange } from '../consents/index.ts';
import {
  type Birth,
  birthRange,
  birthYear,
  COMMON_LANGUAGES,
  calledName,
  fullName,
  type Identity,
} from '../people/index.ts';
import type { Language } from '../text/index.ts';
import {
  DISCLOSED_ITEMS,
  type DisclosedItem,
  type Referral,
  type ReferralWords,
} from './referral.ts';
import { referralTexts } from './referral-texts.ts';

/** What goes out, each item as the receiver reads it, and nothing beside. What is not known is not in it. */
export const Disclosed = z.object({
  name: z.optional(z.string()),
  born: z.optional(z.int()),
  age: z.optional(z.int()),
  speaks: z.optional(z.string()),
  phone: z.optional(z.string()),
  need: z.string(),
  note: z.optional(z.string()),
});
export type Disclosed = z.infer<typeof Disclosed>;

/** The minimum data set: of all that is known, the items that were chosen. */
export function disclosedOf(
  referral: Pick<Referral, 'items' | 'speaks'> & { readonly words: ReferralWords },
  identity: Identity,
  today: string,
): Disclosed {
  const { birth, phones } = identity;
  const known: Readonly<Record<DisclosedItem, string | number | undefined>> = {
    name: fullName(calledName(identity)),
    born: birth ? birthYear(birth) : undefined,
    age: birth ? ageOf(birth, today) : undefined,
    speaks: referral.speaks,
    phone: phones[0],
    need: referral.words.need,
    note: referral.words.note === '' ? undefined : referral.words.note,
  };
  return z.parse(
    Disclosed,
    Object.fromEntries(
      DISCLOSED_ITEMS.flatMap((item) =>
        referral.items.includes(item) && known[item] !== undefined ? [[item, known[item]]] : [],
      ),
    ),
  );
}

/** The younger of the ages that are possible: a receiver who helps children must not turn one away. */
const ageOf = (birth: Birth, today: string): number => ageRange(birthRange(birth), today).atLeast;

/** The same word for word: what stands on the preview, on the receiver's page and in the letter. */
export function tellDisclosed(
  disclosed: Disclosed,
  language: Language,
): { readonly item: DisclosedItem; readonly name: string; readonly value: string }[] {
  const t = referralTexts(language);
  return DISCLOSED_ITEMS.flatMap((item) => {
    const value = disclosed[item];
    if (value === undefined) return [];
    const told = item === 'speaks' ? languageName(String(value), language) : String(value);
    return [{ item, name: t(`item.${item}`), value: told }];
  });
}

/** Its code where nobody has named it. */
function languageName(code: string, language: Language): string {
  const known = COMMON_LANGUAGES.find((each) => each === code);
  return known ? referralTexts(language)(`speaks.${known}`) : code;
}
