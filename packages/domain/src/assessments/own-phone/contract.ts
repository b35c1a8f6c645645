import * as z from 'zod/mini';
import { LINK_KEY } from '../../access/index.ts';
import { type Contract, endpoint, Id, Instant, Nothing } from '../../contract.ts';
import { LANGUAGES } from '../../text/languages.ts';
import { PhoneAsking } from './phone-asking.ts';

const Language = z.enum(LANGUAGES);
/** With the person as she is called; null where nobody wrote a name. */
const NamedAsking = z.object({ asking: PhoneAsking, name: z.nullable(z.string()) });

export const ownPhoneContract = {
  /** The links that somebody within reach was given, the newest first. */
  listPhoneAskings: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/phone-askings',
    permission: 'assessment.read',
    input: z.object({ personId: Id }),
    output: z.object({ askings: z.array(PhoneAsking) }),
    audit: 'read',
  }),

  /** Those of the families that the asker holds that are open or ended within a week, the newest first. */
  listPhoneAskingsToday: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/phone-askings',
    permission: 'assessment.record',
    input: Nothing,
    output: z.object({ people: z.array(NamedAsking) }),
    audit: 'read',
  }),

  /**
   * Prepares a questionnaire for somebody whose family the asker holds. The link and the code are told once: the code is read out to her
   * and goes no other way.
   */
  preparePhoneAsking: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/phone-askings',
    permission: 'assessment.record',
    input: z.object({
      id: Id,
      personId: Id,
      formCode: z.string().check(z.maxLength(32)),
      /** In which the page begins; she may change it there. */
      language: Language,
    }),
    output: z.object({ url: z.string(), code: z.string(), expiresAt: Instant }),
    audit: 'write',
    isSecret: true,
  }),

  /** Ends a link at once; one that was answered stays answered: `changed-meanwhile`. */
  takeBackPhoneAsking: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/phone-askings/:askingId/taken-back',
    permission: 'assessment.record',
    input: z.object({ id: Id, askingId: Id }),
    output: Nothing,
    audit: 'write',
  }),
} as const satisfies Contract;

/** Why a link opens nothing, as the respondent's page names it. */
export const LINK_REFUSALS = [
  ...(['link-unknown', 'link-wrong-code', 'link-locked', 'link-expired', 'link-used'] as const),
  'link-taken-back' as const,
];
export type LinkRefusal = (typeof LINK_REFUSALS)[number];
const refused = {
  code: z.enum(LINK_REFUSALS),
  details: z.object({ left: z.int() }),
};
/** A `SurveyModel`: what any survey's page is given, which no validator reads on a phone. */
const Model = z.custom<object>((value) => typeof value === 'object' && value !== null);
const Answered = z.record(z.string().check(z.maxLength(64)), z.json());
const Given = z.record(z.string().check(z.maxLength(64)), Language);

/** For whoever was given a link: every call carries both its token and the code that was told by another way. */
export const phoneLinkContract = {
  /** The questions in a language. */
  openPhoneLink: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/phone-link/open',
    permission: 'anyone',
    input: z.object({ ...LINK_KEY, language: Language }),
    output: z.discriminatedUnion('done', [
      z.object({ done: z.literal(true), model: Model }),
      z.object({ done: z.literal(false), ...refused }),
    ]),
    audit: 'read',
    perMinute: 120,
    maxBytes: 4 * 1024,
  }),

  /** The answers, as the page sends them; the same `id` is the same answers, however often they are sent. */
  sendPhoneAnswers: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/phone-link/answers',
    permission: 'anyone',
    input: z.object({
      ...LINK_KEY,
      id: Id,
      language: Language,
      consent: z.object({ version: z.string().check(z.maxLength(32)), language: Language }),
      /** By form code, and within it by question. */
      answers: z.record(z.string().check(z.maxLength(32)), Answered),
      forms: z.optional(
        z.record(z.string().check(z.maxLength(32)), z.string().check(z.maxLength(32))),
      ),
      /** The language in which each question was answered last, as far as it is not `language`. */
      languages: Given,
      /** When the last answer was given, by the phone's clock. */
      answeredAt: z.string().check(z.maxLength(40)),
    }),
    output: z.discriminatedUnion('done', [
      z.object({ done: z.literal(true) }),
      z.object({ done: z.literal(false), ...refused }),
    ]),
    audit: 'write',
    perMinute: 120,
    maxBytes: 128 * 1024,
  }),
} as const satisfies Contract;
