import { Problem } from '@tirek/domain/problem';
import { wavePhase } from '@tirek/domain/surveys';
import type { Database } from '../../db/database.ts';
import { inRequest } from '../../db/request-transaction.ts';
import { programmeDay } from '../../programmes/index.ts';
import type { AnswerTaking } from './answer-taking.ts';
import type { LiveSurvey } from './live-surveys.ts';
import { type DraftPlace, dropDraft, findDraft, putDraft } from './queries.ts';

const KEPT_DAYS = 30;
/** In one wave. Far more than a programme needs, and still a bound on what a flood can fill. */
const MOST_DRAFTS = 20_000;
const MOST_BYTES = 65_536;
const DAY = 86_400_000;
const RESPONDENT = { kind: 'respondent' } as const;

interface Named {
  readonly slug: string;
  /** 64 hexadecimal digits: 256 bits, which nobody guesses. */
  readonly key: string;
}

/** Keeps what a phone has encrypted; only another phone with the resume code can read it. */
export async function keepDraft(
  database: Database,
  taking: AnswerTaking,
  given: Named & { readonly sealed: string; readonly now: string },
): Promise<{ keptUntil: string }> {
  const { now } = given;
  const survey = await surveyOf(taking, given.slug, now);
  const today = programmeDay(now);
  if (wavePhase(survey, today) !== 'accepting')
    throw new Problem('wave-over', { closesOn: survey.closesOn });
  const sealed = Buffer.from(given.sealed, 'base64url');
  if (sealed.length > MOST_BYTES) throw new Problem('payload-too-large');
  const keptUntil = programmeDay(new Date(Date.parse(now) + KEPT_DAYS * DAY).toISOString());
  const isKept = await inRequest(database, RESPONDENT, (tx) =>
    putDraft(tx, placeOf(taking, survey, given.key), { sealed, keptUntil, most: MOST_DRAFTS }),
  );
  if (!isKept) throw new Problem('unavailable');
  return { keptUntil };
}

/** @throws Problem `not-found`. */
export async function getCarriedDraft(
  database: Database,
  taking: AnswerTaking,
  given: Named & { readonly now: string },
): Promise<{ sealed: string }> {
  const survey = await surveyOf(taking, given.slug, given.now);
  const place = placeOf(taking, survey, given.key);
  const sealed = await inRequest(database, RESPONDENT, (tx) =>
    findDraft(tx, place, programmeDay(given.now)),
  );
  if (!sealed) throw new Problem('not-found');
  return { sealed: sealed.toString('base64url') };
}

export async function dropCarriedDraft(
  database: Database,
  taking: AnswerTaking,
  given: Named & { readonly now: string },
): Promise<{ done: true }> {
  const survey = await surveyOf(taking, given.slug, given.now);
  await inRequest(database, RESPONDENT, (tx) => dropDraft(tx, placeOf(taking, survey, given.key)));
  return { done: true };
}

async function surveyOf(taking: AnswerTaking, slug: string, now: string): Promise<LiveSurvey> {
  const survey = await taking.surveys.find(slug, now);
  if (!survey) throw new Problem('survey-not-found');
  return survey;
}

const placeOf = ({ keys }: AnswerTaking, { waveId }: LiveSurvey, key: string): DraftPlace => ({
  waveId,
  keyHash: keys.draft(waveId, key),
});
