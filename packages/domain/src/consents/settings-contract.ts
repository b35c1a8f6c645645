import * as z from 'zod/mini';
import { type Contract, endpoint, Id, Nothing } from '../contract.ts';
import { ConsentAgeTable } from './age-table.ts';
import { Operator, Texts } from './operator.ts';
import { PurposeText } from './purpose-text.ts';

/** What a programme says of itself in every consent of a person, and who agrees at which age. */
export const ConsentSettings = z.object({
  operator: Operator,
  /** How long information is kept, as it stands in a sentence: "for five years after the help has ended". */
  keptFor: Texts,
  ages: ConsentAgeTable,
});
export type ConsentSettings = z.infer<typeof ConsentSettings>;

/** A body to which people are passed on; each consent to a referral names one. */
export const ConsentReceiver = z.object({
  id: Id,
  name: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
});
export type ConsentReceiver = z.infer<typeof ConsentReceiver>;

export const consentSettingsContract = {
  /** The settings of today; version 0 and none where nobody has set them, and then nothing can be recorded. */
  getConsentSettings: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/consent-settings',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ version: z.int(), settings: z.nullable(ConsentSettings) }),
    audit: 'none',
  }),

  /** A new version of the settings. `basedOn` is the version that was changed; `changed-meanwhile` when there is a newer one. */
  setConsentSettings: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/consent-settings',
    permission: 'consent.manage',
    input: z.object({ id: Id, basedOn: z.int(), settings: ConsentSettings }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** Every text of every purpose: those of the program first, then the programme's own, the newest of each purpose last. */
  listPurposeTexts: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/consent-purpose-texts',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ texts: z.array(PurposeText) }),
    audit: 'none',
  }),

  /**
   * Adds a programme's own words for a purpose. `consent-version-taken`; `consent-placeholder-unknown` (details:
   * `placeholders`); `consent-fields-missing` (details: `placeholders`) when something that the law wants named is not.
   */
  addPurposeText: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/consent-purpose-texts',
    permission: 'consent.manage',
    input: z.object({
      id: Id,
      version: PurposeText.shape.version,
      purpose: PurposeText.shape.purpose,
      givenToOthers: z.boolean(),
      sentAbroad: z.boolean(),
      published: z.boolean(),
      words: PurposeText.shape.words.check(
        z.refine((words) => Object.keys(words).length > 0, { path: ['words'] }),
      ),
    }),
    output: PurposeText,
    audit: 'write',
  }),

  /** The bodies and the peer providers to whom people may be passed on, by name. */
  listConsentReceivers: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/consent-receivers',
    permission: 'consent.read',
    input: Nothing,
    output: z.object({ receivers: z.array(ConsentReceiver) }),
    audit: 'none',
  }),

  addConsentReceiver: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/consent-receivers',
    permission: 'consent.record',
    input: z.object({ id: Id, name: ConsentReceiver.shape.name }),
    output: ConsentReceiver,
    audit: 'write',
  }),
} as const satisfies Contract;
