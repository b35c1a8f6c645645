import * as z from 'zod/mini';
import { type Contract, endpoint, Id } from '../contract.ts';
import { LANGUAGES } from '../text/languages.ts';

const Slug = z.string().check(z.regex(/^[a-z]{8}$/));
const Hex64 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * What the respondent's phone asks for. Anybody may; no cookie is read, no address is kept, and nothing is logged that
 * would tell when somebody answered. The types for the phone stand in `wire.ts`.
 */
export const answersContract = {
  /**
   * Takes a finished questionnaire; answered only when it is on disk, and done once for each `id`, however often it is sent.
   * `survey-not-found`, `wave-not-open-yet` (details: `opensOn`), `wave-over`, `consent-version-old`, `form-version-old`,
   * `answers-invalid` (details: `findings` with `form`, `path`, `code`), and by mode `code-missing`, `code-mistyped`,
   * `code-unknown`, `code-used`, `card-unknown`, `card-already-answered`.
   */
  submitAnswers: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/surveys/:slug/answers',
    permission: 'anyone',
    input: z.object({
      slug: Slug,
      id: Id,
      language: z.enum(LANGUAGES),
      consent: z.object({
        version: z.string().check(z.maxLength(64)),
        language: z.enum(LANGUAGES),
      }),
      // The form engine checks what stands inside.
      answers: z.record(z.string().check(z.maxLength(32)), z.unknown()),
      forms: z.optional(
        z.record(z.string().check(z.maxLength(32)), z.string().check(z.maxLength(32))),
      ),
      code: z.optional(z.string().check(z.maxLength(100))),
      panel: z.optional(Hex64),
    }),
    output: z.object({ done: z.literal(true) }),
    audit: 'silent',
    // A village or a whole mobile network may stand behind one address: twenty a second, and no more.
    perMinute: 1200,
    maxBytes: 128 * 1024,
  }),

  /** Keeps a sealed draft for 30 days, or replaces it. Only sent after consent. `wave-over` when nobody can answer any more. */
  putDraft: endpoint({
    kind: 'session',
    method: 'PUT',
    path: '/api/surveys/:slug/drafts/:key',
    permission: 'anyone',
    input: z.object({
      slug: Slug,
      key: Hex64,
      sealed: z
        .string()
        .check(
          z.regex(/^[A-Za-z0-9_-]+$/),
          z.minLength(39),
          z.maxLength(Math.ceil((65536 * 4) / 3)),
        ),
    }),
    output: z.object({ keptUntil: z.string() }),
    audit: 'silent',
    perMinute: 300,
    maxBytes: 96 * 1024,
  }),

  /** Gives a sealed draft to whoever knows its key. `not-found` when there is none or its 30 days are over. */
  getDraft: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/surveys/:slug/drafts/:key',
    permission: 'anyone',
    input: z.object({ slug: Slug, key: Hex64 }),
    output: z.object({ sealed: z.string() }),
    audit: 'silent',
    perMinute: 120,
  }),

  /** Drops a draft, which need not exist. */
  dropDraft: endpoint({
    kind: 'session',
    method: 'DELETE',
    path: '/api/surveys/:slug/drafts/:key',
    permission: 'anyone',
    input: z.object({ slug: Slug, key: Hex64 }),
    output: z.object({ done: z.literal(true) }),
    audit: 'silent',
    perMinute: 300,
  }),

  /**
   * Panel mode: erases what this pseudonym has answered in every wave of the campaign, also what still waits to be
   * stored. Answers the same whether there was anything, so that nobody learns by trying who has answered.
   * `campaign-without-cards` in the other modes, `card-unknown` without a card of this campaign.
   */
  withdrawAnswers: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/surveys/:slug/withdrawals',
    permission: 'anyone',
    input: z.object({ slug: Slug, panel: Hex64 }),
    output: z.object({ done: z.literal(true) }),
    audit: 'silent',
    perMinute: 60,
  }),
} as const satisfies Contract;
