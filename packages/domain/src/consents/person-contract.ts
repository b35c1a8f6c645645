import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id } from '../contract.ts';
import { LANGUAGES } from '../text/languages.ts';
import { ConsentAgeRule } from './age-table.ts';
import { CONSENT_MODES, CONSENT_PARTIES, ConsentEntry, ConsentParticulars } from './decision.ts';
import { CONSENT_REMAINDERS, CONSENT_STOPS } from './effect-of-withdrawal.ts';
import { PurposeText } from './purpose-text.ts';
import { ConsentPurpose } from './purposes.ts';
import { RECONSENT_REASONS } from './reconsents-due.ts';
import { CONSENT_STATES } from './standing-consents.ts';

const Topic = z.object({ purpose: ConsentPurpose, receiverId: z.nullable(Id) });

export const Standing = z.object({
  ...Topic.shape,
  state: z.enum(CONSENT_STATES),
  until: z.nullable(DateOnly),
  missing: z.readonly(z.array(z.enum(CONSENT_PARTIES))),
});

/** An entry as the person's own specialist reads it. `particulars` is null where there are none, or where they were erased. */
export const ReadableEntry = z.object({
  ...ConsentEntry.shape,
  particulars: z.nullable(ConsentParticulars),
});
export type ReadableEntry = z.infer<typeof ReadableEntry>;

export const PersonConsents = z.object({
  /**
   * Why nothing can be recorded: the programme has not said who it is, her file is put away, or nobody knows how old the person is.
   */
  obstacle: z.nullable(z.enum(['settings-missing', 'put-away', 'birth-missing'])),
  /** Who has to agree today; null where there is an obstacle. */
  rule: z.nullable(
    z.object({
      rule: ConsentAgeRule,
      isCertain: z.boolean(),
      changesOn: z.nullable(DateOnly),
    }),
  ),
  standing: z.array(Standing),
  /** What is to be asked again within a year. */
  due: z.array(
    z.object({
      ...Topic.shape,
      on: DateOnly,
      why: z.enum(RECONSENT_REASONS),
      lapses: z.boolean(),
    }),
  ),
  /** The newest first. */
  entries: z.array(ReadableEntry),
});
export type PersonConsents = z.infer<typeof PersonConsents>;

const WithdrawalEffect = z.object({
  topics: z.readonly(z.array(Topic)),
  stops: z.readonly(z.array(z.enum(CONSENT_STOPS))),
  remains: z.readonly(z.array(z.enum(CONSENT_REMAINDERS))),
});

/** A topic as somebody without names sees it: one party's last word. */
export const ConsentLastWord = z.object({
  personId: Id,
  ...z.omit(ConsentEntry, { id: true, needs: true, recordedAt: true }).shape,
  isWitnessed: z.boolean(),
});
export type ConsentLastWord = z.infer<typeof ConsentLastWord>;

/** So many people at once in the list without names. */
export const CONSENT_STATE_PAGE = 100;

export const personConsentsContract = {
  /** What somebody agreed to, what stands today and what is to be asked again. */
  listConsents: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/consents',
    permission: 'consent.read',
    input: z.object({ personId: Id }),
    output: PersonConsents,
    audit: 'read',
  }),

  /**
   * Takes down what one party decided in one sitting, all of it or nothing. `consent-not-possible` (details: `obstacles`),
   * `consent-settings-missing`, `birth-needed`, `consent-version-unknown` (no such words in that language).
   */
  recordConsent: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/consents',
    permission: 'consent.record',
    input: z.object({
      id: Id,
      personId: Id,
      party: z.enum(CONSENT_PARTIES),
      givenOn: DateOnly,
      mode: z.enum(CONSENT_MODES),
      language: z.enum(LANGUAGES),
      witness: ConsentParticulars.shape.witness,
      guardian: ConsentParticulars.shape.guardian,
      unsafeReason: ConsentParticulars.shape.unsafeReason,
      decisions: z
        .array(
          z.object({
            id: Id,
            ...Topic.shape,
            textVersion: PurposeText.shape.version,
            decision: z.enum(['given', 'declined']),
            /** The first day on which it shall stand no more; null: until the purpose is reached. */
            until: z.nullable(DateOnly),
            withheld: ConsentParticulars.shape.withheld,
          }),
        )
        .check(z.minLength(1), z.maxLength(20)),
    }),
    output: z.object({ standing: z.array(Standing) }),
    audit: 'write',
  }),

  /** What a withdrawal would stop and what would stay. Changes nothing. */
  previewWithdrawal: endpoint({
    kind: 'read',
    method: 'POST',
    path: '/api/people/:personId/consents/withdrawal-preview',
    permission: 'consent.read',
    input: z.object({ personId: Id, party: z.enum(CONSENT_PARTIES), ...Topic.shape }),
    output: WithdrawalEffect,
    audit: 'read',
  }),

  /**
   * Takes a consent back at once. `shown` are the topics that the preview named: `changed-meanwhile` when it would name
   * others now, `consent-not-standing` when there is nothing that this party could take back.
   */
  withdrawConsent: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/consents/withdrawal',
    permission: 'consent.record',
    input: z.object({
      id: Id,
      personId: Id,
      party: z.enum(CONSENT_PARTIES),
      ...Topic.shape,
      mode: z.enum(CONSENT_MODES),
      language: z.enum(LANGUAGES),
      shown: z.array(Topic).check(z.maxLength(200)),
    }),
    output: z.object({ standing: z.array(Standing) }),
    audit: 'write',
  }),

  /** The last word of everybody about everything, without a name, for whoever answers for the protection of data. */
  listConsentStates: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/consent-states',
    permission: 'consent.oversee',
    input: z.object({
      purpose: z.optional(ConsentPurpose),
      /** The last person of the page before. */
      after: z.optional(Id),
    }),
    output: z.object({ words: z.array(ConsentLastWord), next: z.nullable(Id) }),
    audit: 'read',
  }),
} as const satisfies Contract;
