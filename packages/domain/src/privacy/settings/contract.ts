import * as z from 'zod/mini';
import { endpoint, Id, Nothing } from '../../contract.ts';

/** The fewest months of silence after which a file may be put away; the database holds it too. */
export const FEWEST_INACTIVE_MONTHS = 6;

/** What a programme sets for the data of its people. Each may be stricter than the usual and never looser. */
export const PrivacySettings = z.object({
  /** A list with more people than this leaves only with a second person's word. */
  extractPeople: z.int().check(z.minimum(1), z.maximum(25)),
  /** After so many days a list that was taken out is deleted here. */
  extractDays: z.int().check(z.minimum(1), z.maximum(3)),
  /** After so many months the purpose of a family's file is confirmed again. */
  renewalMonths: z.int().check(z.minimum(1), z.maximum(12)),
  /** A file in which nothing happens for so many months is put away. */
  inactiveMonths: z.int().check(z.minimum(FEWEST_INACTIVE_MONTHS), z.maximum(24)),
});
export type PrivacySettings = z.infer<typeof PrivacySettings>;

/** What holds where a programme has set nothing: the loosest there is. */
export const USUAL_PRIVACY_SETTINGS: PrivacySettings = {
  extractPeople: 25,
  extractDays: 3,
  renewalMonths: 12,
  inactiveMonths: 24,
};

export const privacySettingsContract = {
  /** What holds in the programme; version 0 and the usual where nobody set anything. */
  getPrivacySettings: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/privacy-settings',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ version: z.int(), settings: PrivacySettings }),
    audit: 'none',
  }),

  /** A new version of the settings, based on the one that was changed. */
  setPrivacySettings: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/privacy-settings',
    permission: 'privacy.settings',
    input: z.object({ id: Id, basedOn: z.int(), settings: PrivacySettings }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),
};
