import * as z from 'zod/mini';
import { RegionCode } from '../access/index.ts';
import { NEED_CATEGORY_IDS } from '../cases/index.ts';
import { DateOnly, Id } from '../contract.ts';
import { LanguageCode } from '../people/index.ts';

/** Who keeps an institution. `informal`: people who help without being one; they stand here under a neutral word, never by name. */
export const PROVIDER_HOLDERS = ['state', 'ngo', 'community', 'informal'] as const;
export type ProviderHolder = (typeof PROVIDER_HOLDERS)[number];

/** What kind of institution it is; what it may give follows from it, see `licence.ts`. */
export const PROVIDER_KINDS = [
  ...['psychological-support-centre', 'family-support-centre', 'clinic', 'mental-health-centre'],
  ...['school', 'child-commission', 'social-services', 'career-centre', 'legal-aid', 'housing'],
  ...['crisis-centre', 'charity', 'self-help', 'other'],
] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** What a service gives: its scope of practice. */
export const ACTIVITIES = [
  ...['information', 'social-work', 'legal-aid', 'material-aid', 'shelter', 'teaching'],
  ...['trade-training', 'peer-support', 'group-work', 'counselling', 'crisis-help'],
  ...['psychotherapy', 'medical-psychology', 'psychiatry', 'medicine', 'disability-support'],
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** Who is reached where. `remote`: by telephone or video, wherever she lives. */
export const REACHES = ['city', 'district', 'village', 'remote'] as const;
export type Reach = (typeof REACHES)[number];

/** The pyramid of the IASC guidelines on mental health and psychosocial support, from the broad base to the top. */
export const LAYERS = [1, 2, 3, 4] as const;

export const CLOSED_REASONS = [
  'ended',
  'moved',
  'no-money',
  'wrong-entry',
  'twice-entered',
] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];

/** How long each text may be; forms hold to it too. */
export const LONGEST = {
  ...{ name: 160, phone: 60, email: 120, address: 240, site: 160, hours: 200, access: 400 },
} as const;
/** The largest numbers that are taken for true. */
export const MOST = { age: 120, places: 100_000, cost: 100_000_000 } as const;

/** A name in the languages in which there is one. */
export const Names = z
  .object({
    kk: z.string().check(z.trim(), z.maxLength(LONGEST.name)),
    ru: z.string().check(z.trim(), z.maxLength(LONGEST.name)),
    en: z.string().check(z.trim(), z.maxLength(LONGEST.name)),
  })
  .check(z.refine((names) => Object.values(names).some((name) => name !== '')));
export type Names = z.infer<typeof Names>;

const line = (longest: number) => z.string().check(z.trim(), z.maxLength(longest));
const some = <Item extends z.core.$ZodType>(item: Item, most: number) =>
  z.array(item).check(
    z.minLength(1),
    z.maxLength(most),
    z.refine((items) => new Set(items).size === items.length),
  );

/** An institution that helps, or a neutral word for those who help without being one. */
export const Provider = z.object({
  name: Names,
  holder: z.enum(PROVIDER_HOLDERS),
  kind: z.enum(PROVIDER_KINDS),
  /** Where it sits; null: for the whole country. */
  region: z.nullable(RegionCode),
  /** Of the institution, never of somebody who works there. */
  contacts: z.object({
    phone: line(LONGEST.phone),
    email: line(LONGEST.email),
    address: line(LONGEST.address),
    site: line(LONGEST.site),
  }),
});
export type Provider = z.infer<typeof Provider>;

export const CURRENCIES = ['KZT'] as const;
/** What it costs whoever comes; null where nobody has asked yet. Nothing: free. */
const Cost = z.nullable(
  z.object({
    amount: z.int().check(z.minimum(0), z.maximum(MOST.cost)),
    currency: z.enum(CURRENCIES),
  }),
);

const Ages = z
  .object({
    from: z.int().check(z.minimum(0), z.maximum(MOST.age)),
    /** The last age that is served; null: no end. */
    to: z.nullable(z.int().check(z.minimum(0), z.maximum(MOST.age))),
  })
  .check(z.refine(({ from, to }) => to === null || from <= to, { path: ['to'] }));

const places = z.nullable(z.int().check(z.minimum(0), z.maximum(MOST.places)));

/** One thing that a provider offers, as it was told last. */
export const Service = z
  .object({
    providerId: Id,
    name: Names,
    /** The need that it answers; the domain of the 5R is that of the category. */
    category: z.enum(NEED_CATEGORY_IDS),
    layer: z.literal(LAYERS),
    activities: some(z.enum(ACTIVITIES), ACTIVITIES.length),
    regions: some(RegionCode, 40),
    reach: some(z.enum(REACHES), REACHES.length),
    languages: some(LanguageCode, 12),
    ages: Ages,
    /** Null: not known. */
    hasWomenStaff: z.nullable(z.boolean()),
    cost: Cost,
    /** How many can be served at a time, and how many places were free when somebody asked last; null: not known. */
    capacity: places,
    placesFree: places,
    hours: line(LONGEST.hours),
    access: line(LONGEST.access),
    /** The day on which somebody asked the provider whether all this is so. */
    verifiedOn: z.nullable(DateOnly),
  })
  .check(
    z.refine(
      ({ capacity, placesFree }) =>
        capacity === null || placesFree === null || placesFree <= capacity,
      { path: ['placesFree'] },
    ),
  );
export type Service = z.infer<typeof Service>;

const standing = {
  id: Id,
  version: z.int(),
  /** Why it is no more; null while it stands. */
  closed: z.nullable(z.enum(CLOSED_REASONS)),
};
export const StandingProvider = z.object({ ...standing, provider: Provider });
export type StandingProvider = z.infer<typeof StandingProvider>;
export const StandingService = z.object({ ...standing, service: Service });
export type StandingService = z.infer<typeof StandingService>;

/** Every entry of a programme as its newest version has it. */
export interface Directory {
  readonly providers: readonly StandingProvider[];
  readonly services: readonly StandingService[];
}

/** Somebody's name in a language, or in the next one in which there is one. */
export const nameIn = (names: Names, language: keyof Names): string =>
  [names[language], names.ru, names.kk, names.en].find((name) => name !== '') ?? '';
