import * as z from 'zod/mini';
import { Id } from '../../contract.ts';

/** Whom a colleague calls when somebody is in danger. */
export const REGIONAL_CONTACT_KINDS = [
  ...['helpline', 'psychiatric', 'guardianship', 'shelter', 'clinic', 'other'],
] as const;

const InLanguages = z.object({
  kk: z.string().check(z.trim(), z.minLength(1), z.maxLength(160)),
  ru: z.string().check(z.trim(), z.minLength(1), z.maxLength(160)),
  en: z.string().check(z.trim(), z.minLength(1), z.maxLength(160)),
});

export const RegionalContactValue = z.object({
  kind: z.enum(REGIONAL_CONTACT_KINDS),
  /** Null: of the whole programme. */
  region: z.nullable(z.string().check(z.maxLength(20))),
  name: InLanguages,
  phone: z.string().check(z.trim(), z.regex(/^\+?[\d\s()-]{3,24}$/)),
  hours: InLanguages,
});
export type RegionalContactValue = z.infer<typeof RegionalContactValue>;

/** As it stands: its newest version. */
export const RegionalContact = z.object({
  id: Id,
  version: z.int(),
  value: RegionalContactValue,
});
export type RegionalContact = z.infer<typeof RegionalContact>;

/** Whom to call for somebody looked after in a region: the institutions there, then those of the whole programme, no other region's. */
export const contactsFor = (
  region: string | null,
  contacts: readonly RegionalContact[],
): RegionalContact[] => [
  ...contacts.filter(({ value }) => value.region !== null && value.region === region),
  ...contacts.filter(({ value }) => value.region === null),
];

/** The emergency numbers of the country: all services, and the ambulance. They hold everywhere and at every hour. */
export const EMERGENCY_NUMBERS = { all: '112', ambulance: '103' } as const;

/** A number as a link dials it. */
export const dialled = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;
