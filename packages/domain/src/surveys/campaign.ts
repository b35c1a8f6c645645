import * as z from 'zod/mini';
import { Operator, Texts } from '../consents/index.ts';
import { DateOnly, Id, Instant } from '../contract.ts';
import { LANGUAGES } from '../text/languages.ts';

/** How a wave's answers relate to people; `LinkageMode` in `wire.ts` tells what each means. */
export const Linkage = z.enum(['open', 'one-time', 'panel', 'linked']);

/** An instrument of a campaign, in exactly this version. */
export const FormChoice = z.object({
  code: z.string().check(z.minLength(1), z.maxLength(32)),
  version: z.string().check(z.minLength(1), z.maxLength(32)),
});
export type FormChoice = z.infer<typeof FormChoice>;

/** Somebody to call. `region` is the code of a region, or null when it helps everywhere. */
export const HelpEntry = z.object({
  region: z.nullable(z.string().check(z.minLength(1), z.maxLength(32))),
  name: Texts,
  phone: z.string().check(z.minLength(3), z.maxLength(40)),
  hours: Texts,
});
export type HelpEntry = z.infer<typeof HelpEntry>;

/** Everything a coordinator decides about a campaign. Frozen when it is published. */
export const CampaignSettings = z.object({
  /** What the respondent reads above the questions. Neutral: a neighbour may see it. */
  title: Texts,
  /** Why it is asked, for the consent. */
  purpose: Texts,
  /** Who may answer, for the consent. */
  audience: Texts,
  linkage: Linkage,
  /** In the order they are asked; a code once. */
  forms: z.array(FormChoice).check(z.minLength(1), z.maxLength(20)),
  languages: z.array(z.enum(LANGUAGES)).check(z.minLength(1), z.maxLength(3)),
  /** One of the versions that `listConsentTexts` gives. */
  consentVersion: z.string().check(z.minLength(1), z.maxLength(64)),
  operator: Operator,
  help: z.array(HelpEntry).check(z.maxLength(100)),
  /** How long the answers are kept after a wave has closed, in months. */
  retentionMonths: z.int().check(z.minimum(1), z.maximum(180)),
  /** Neutral page of another site that the quick exit opens. */
  quickExit: z.string().check(z.regex(/^https:\/\/[^\s]{3,200}$/)),
});
export type CampaignSettings = z.infer<typeof CampaignSettings>;

/**
 * Why a campaign cannot be published. A `warning` does not stop it (a draft translation in a demo);
 * everything else does.
 */
export const Obstacle = z.object({
  kind: z.enum([
    'form-unknown',
    'form-repeated',
    'form-without-text',
    'language-missing',
    'language-draft',
    /** A question whose answer may mean danger, in a form that does not say which answer does. */
    'safety-item',
    /** Somebody has to stay with whoever answers it. */
    'form-attended',
    /** It asks about danger, and there is nobody to call in this language. */
    'safety-help-missing',
    'consent-unknown',
    'consent-language-missing',
    'consent-linkage-differs',
    'linkage-not-available',
    'help-missing',
  ]),
  severity: z.enum(['error', 'warning']),
  /** Code of the instrument, where one is meant. */
  form: z.nullable(z.string()),
  /** linkId of the item, where one is meant. */
  item: z.nullable(z.string()),
  language: z.nullable(z.enum(LANGUAGES)),
});
export type Obstacle = z.infer<typeof Obstacle>;

/**
 * Where a wave stands today, from its status and its dates.
 * - `draft`: being prepared; nobody can answer.
 * - `not-yet`: opened, and its first day has not come.
 * - `accepting`: people can answer.
 * - `over`: its last day has passed and nobody has closed it.
 * - `closed`.
 */
export const WavePhase = z.enum(['draft', 'not-yet', 'accepting', 'over', 'closed']);
export type WavePhase = z.infer<typeof WavePhase>;

export const WaveStatus = z.enum(['draft', 'open', 'closed', 'reopened']);
export type WaveStatus = z.infer<typeof WaveStatus>;

export const WaveEvent = z.object({
  id: Id,
  kind: z.enum(['created', 'dates-changed', 'opened', 'closed', 'reopened', 'imported']),
  reason: z.nullable(z.string()),
  /** Display name of the account, or null for a job of the program. */
  by: z.nullable(z.string()),
  at: Instant,
});
export type WaveEvent = z.infer<typeof WaveEvent>;

export const Wave = z.object({
  id: Id,
  campaignId: Id,
  /** 1, 2, 3, … within the campaign. */
  number: z.int(),
  /** Eight letters that tell nothing. */
  slug: z.string(),
  /** Path of the respondent's page, to be put behind the origin: `/s/abcdefgh`. */
  path: z.string(),
  status: WaveStatus,
  phase: WavePhase,
  /** First and last day of answering, both included, in the programme's time zone. */
  opensOn: DateOnly,
  closesOn: DateOnly,
  /** True when the answers came from a file and not from this program's page. */
  isImported: z.boolean(),
  /** Oldest first. */
  events: z.array(WaveEvent),
});
export type Wave = z.infer<typeof Wave>;

export const Campaign = z.object({
  id: Id,
  status: z.enum(['draft', 'published']),
  /** Path that leads to whichever wave can be answered, for cards and posters that live longer than a wave. */
  path: z.string(),
  /** Grows by one with every change; a change names the edition it is based on. */
  edition: z.int(),
  settings: CampaignSettings,
  createdAt: Instant,
  publishedAt: z.nullable(Instant),
  /** What stands against publishing; empty or warnings only when it can be published. */
  obstacles: z.array(Obstacle),
  waves: z.array(Wave),
  /** Panel mode: cards printed so far, all lots together; else null. */
  cardsIssued: z.nullable(z.int()),
});
export type Campaign = z.infer<typeof Campaign>;

export const CampaignSummary = z.object({
  id: Id,
  status: z.enum(['draft', 'published']),
  title: Texts,
  linkage: Linkage,
  languages: z.array(z.enum(LANGUAGES)),
  waves: z.array(
    z.object({
      id: Id,
      number: z.int(),
      phase: WavePhase,
      opensOn: DateOnly,
      closesOn: DateOnly,
      isImported: z.boolean(),
      /** Answers stored or waiting to be shuffled in; whole groups only for those who neither run the survey nor read them. */
      answers: z.int(),
    }),
  ),
});
export type CampaignSummary = z.infer<typeof CampaignSummary>;

/** How far a wave has come: counts only, never an answer, nothing per person. */
export const WaveProgress = z.object({
  waveId: Id,
  /** All answers that have arrived: stored and waiting. */
  answers: z.int(),
  /** Of these, not yet shuffled in: they wait for company or for the day to end. */
  waiting: z.int(),
  /** Stored answers by day of arrival and language, ordered by day. */
  byDay: z.array(z.object({ receivedOn: DateOnly, language: z.enum(LANGUAGES), answers: z.int() })),
  /** Stored answers by language, in the order kk, ru, en; languages without answers are left out. */
  byLanguage: z.array(z.object({ language: z.enum(LANGUAGES), answers: z.int() })),
  /** One-time mode: codes printed and codes used; else null. */
  codes: z.nullable(z.object({ issued: z.int(), used: z.int() })),
  /** Unfinished questionnaires that respondents have sealed to carry to another device. */
  carriedDrafts: z.int(),
  /** Whole groups only, without days and languages: for those who neither run the survey nor read its answers. */
  isRounded: z.boolean(),
});
export type WaveProgress = z.infer<typeof WaveProgress>;

/** An instrument that a campaign may choose. */
export const AskableForm = z.object({
  code: z.string(),
  version: z.string(),
  /** In the languages it has; a missing language has no key. */
  title: z.partialRecord(z.enum(LANGUAGES), z.string()),
  /** How far each language has come: `complete` for answering, `draft` for a demo only, or `incomplete`. */
  languages: z.array(
    z.object({
      language: z.enum(LANGUAGES),
      state: z.enum(['complete', 'draft', 'incomplete']),
    }),
  ),
  /** False for an instrument whose licensed text this site has not brought. */
  canBeAnswered: z.boolean(),
  /** linkIds of items whose answer may mean danger: a campaign that asks them needs contacts of help in each language. */
  safetyItems: z.array(z.string()),
  /** Asked only by somebody who stays with the person: no campaign asks it. */
  isAttended: z.boolean(),
  /** Questions asked once each; the rows of a roster count once. */
  questions: z.int(),
});
export type AskableForm = z.infer<typeof AskableForm>;
