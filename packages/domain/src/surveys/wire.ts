import type { Answers, FormBundle } from '../instruments/engine.ts';
import type { Language } from '../text/languages.ts';

/**
 * What passes between the respondent's phone and the server. Types only: the phone carries no validator,
 * the server checks every field again.
 */

/**
 * How a wave's answers relate to people.
 * - `open`: anybody with the address; no network address and no browser name is kept.
 * - `one-time`: a printed code opens it once; code and answers cannot be joined.
 * - `panel`: a card and a PIN of her own join her waves, without staff seeing who.
 * - `linked`: answers belong to a person's file; no wave's, but those of a link that a person was given.
 */
export type LinkageMode = 'open' | 'one-time' | 'panel' | 'linked';

/** The words a respondent agrees to, before anything is stored. */
export interface ConsentText {
  /** For example `survey-2026-1`; a change of words is a new version. */
  readonly version: string;
  readonly title: string;
  /** What is asked, why, who sees it, for how long, that it is voluntary, how to withdraw, that any question may be skipped. */
  readonly points: ReadonlyArray<{ readonly heading: string; readonly text: string }>;
  readonly agree: string;
  readonly decline: string;
}

export interface HelpContact {
  /** The region it serves, in words; absent when it helps everywhere. */
  readonly region?: string;
  readonly name: string;
  readonly phone: string;
  readonly hours: string;
}

/** Everything the page needs in one language. Sent inside the page and, for another language, from `GET /s/:slug/survey.json?language=`. */
export interface SurveyModel {
  readonly slug: string;
  readonly language: Language;
  /** Languages in which every instrument of the wave is offered. */
  readonly languages: readonly Language[];
  readonly title: string;
  readonly linkage: LinkageMode;
  /** True when a translation is a draft, which only a demo shows, with a watermark. */
  readonly isDraft: boolean;
  readonly consent: ConsentText;
  readonly help: readonly HelpContact[];
  /** Numbers of the country for all services and for the ambulance; only where the survey asks about danger. */
  readonly emergency?: { readonly all: string; readonly ambulance: string };
  /** In the order they are asked. */
  readonly forms: readonly FormBundle[];
  /** Neutral page that the quick exit opens; of another origin, opened by replacing this one. */
  readonly quickExit: string;
  /** Panel mode: what `panelId` of `surveys/phone` needs as `campaign`; absent otherwise. */
  readonly panel?: string;
}

/** A finished questionnaire, `POST /api/surveys/:slug/answers`. Sent again and again until it is answered; done once. */
export interface Submission {
  /** UUIDv4 made on the phone; tells no time. */
  readonly id: string;
  readonly language: Language;
  readonly consent: { readonly version: string; readonly language: Language };
  /** By form code; normalised by the engine's `complete`. */
  readonly answers: Readonly<Record<string, Answers>>;
  /** By form code the version that was answered; a page that was kept offline for long is told apart by it. */
  readonly forms?: Readonly<Record<string, string>>;
  /** One-time mode: the code as typed or scanned; `readCode` of `surveys/phone` finds slips before it is sent. */
  readonly code?: string;
  /** Linked mode: the token of the link; `code` is then the six digits that were told by another way. */
  readonly token?: string;
  /** Linked mode: the language of each question that was answered in another than `language`. */
  readonly languages?: Readonly<Record<string, Language>>;
  /** Linked mode: when the last answer was given, by the phone's clock. */
  readonly answeredAt?: string;
  /** Panel mode: 64 hexadecimal digits that `panelId` of `surveys/phone` computes from card and PIN. */
  readonly panel?: string;
}

/** An unfinished questionnaire that she wants to carry to another device: `PUT /api/surveys/:slug/drafts/:key`. */
export interface SealedDraft {
  /** 64 hexadecimal digits derived from the resume code; the code itself never leaves the phone. */
  readonly key: string;
  /** AES-GCM under another key derived from the resume code: base64url of nonce and ciphertext, at most 64 KiB. */
  readonly sealed: string;
}
