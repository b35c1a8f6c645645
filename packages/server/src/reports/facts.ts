import type { Score } from '@tirek/domain/instruments';
import { Problem } from '@tirek/domain/problem';
import type { EarlierWave, ResponseFlow, WaveFacts, WaveResponse } from '@tirek/domain/reports';
import { CampaignSettings } from '@tirek/domain/surveys';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../db/database.ts';
import { textSharer } from './share-texts.ts';
import { loadThemeFacts } from './themes/facts.ts';

/**
 * Everything a report of one wave is made from.
 * @throws Problem `not-found` when the wave is not of the actor's programme; `wave-not-closed` while it takes answers;
 * `answers-on-their-way` in the seconds after it was closed, until the last ones are shuffled in.
 */
export async function loadWaveFacts(
  tx: Tx,
  waveId: string,
  count: Count = countForReader,
): Promise<WaveFacts> {
  const wave = await tx
    .selectFrom('surveyWave')
    .innerJoin('surveyCampaign', 'surveyCampaign.id', 'surveyWave.campaignId')
    .innerJoin('programme', 'programme.id', 'surveyWave.programmeId')
    .select([
      'surveyWave.id',
      'surveyWave.status',
      'surveyWave.opensOn',
      'surveyWave.closesOn',
      'surveyWave.number',
      'surveyWave.campaignId',
      'programme.isDemo',
      'surveyCampaign.settings',
    ])
    .where('surveyWave.id', '=', waveId)
    // Whoever may see the wave but not its answers gets no report of nothing.
    .where(sql<boolean>`((select may('report.read')) or (select is_owner()))`)
    .executeTakeFirst();
  if (!wave) throw new Problem('not-found', { waveId });
  if (wave.status !== 'closed') throw new Problem('wave-not-closed', { waveId });
  const settings = z.parse(CampaignSettings, wave.settings);
  const { issued, waiting } = await count(tx, waveId);
  if (waiting > 0) throw new Problem('answers-on-their-way', { answers: waiting });
  const responses = await loadResponses(tx, waveId);
  const waves = settings.linkage === 'panel' ? await listEarlierWaves(tx, wave, responses) : [];
  const before = waves.at(-1);
  const themes = await loadThemeFacts(tx, waveId);
  return {
    ...(before && { before }),
    ...(waves.length > 1 && { waves }),
    ...(themes && { themes }),
    wave: {
      id: wave.id,
      title: settings.title,
      opensOn: wave.opensOn,
      closesOn: wave.closesOn,
      languages: settings.languages,
      forms: settings.forms,
      isSynthetic: wave.isDemo,
    },
    flow: {
      ...NO_TRACE,
      invited: settings.linkage === 'one-time' ? issued || null : null,
      completed: responses.length,
    },
    responses,
  };
}

/** Answers that are fetched at a time. */
const FETCHED = 500;

/** Read some at a time, so that what the database sends is there once for a few answers only, and not for all of them. */
async function loadResponses(tx: Tx, waveId: string): Promise<WaveResponse[]> {
  const share = textSharer();
  const responses: WaveResponse[] = [];
  await sql`declare answers_of_wave no scroll cursor for
    select id, language, received_on, answers, scores from survey_response
    where wave_id = ${waveId} order by id`.execute(tx);
  for (;;) {
    const { rows } =
      await sql<StoredResponse>`fetch ${sql.lit(FETCHED)} from answers_of_wave`.execute(tx);
    for (const row of rows) {
      share(row);
      responses.push({ ...row, scores: scoresOf(row.scores) });
    }
    if (rows.length < FETCHED) break;
  }
  await sql`close answers_of_wave`.execute(tx);
  return responses;
}

type StoredResponse = Omit<WaveResponse, 'scores'> & { readonly scores: unknown };

function scoresOf(stored: unknown): WaveResponse['scores'] {
  return Object.entries(stored as Record<string, Score[]>).flatMap(([form, scores]) =>
    scores.map((score) => ({ ...score, form })),
  );
}

/**
 * The closed waves before this one in a panel, the first one first, each person's scores of then at the place of her response
 * of now. The mark that joins them stays in the database. None for the first wave.
 */
async function listEarlierWaves(
  tx: Tx,
  wave: { id: string; campaignId: string; number: number },
  responses: readonly WaveResponse[],
): Promise<EarlierWave[]> {
  const earlier = await tx
    .selectFrom('surveyWave')
    .select((row) => [
      'id',
      'closesOn',
      row
        .selectFrom('surveyResponse')
        .select((inner) => inner.fn.countAll<number>().as('answers'))
        .whereRef('surveyResponse.waveId', '=', 'surveyWave.id')
        .as('answers'),
    ])
    .where('campaignId', '=', wave.campaignId)
    .where('number', '<', wave.number)
    .where('status', '=', 'closed')
    .orderBy('number')
    .execute();
  const waves: EarlierWave[] = [];
  for (const { id, closesOn, answers } of earlier) {
    const { rows } = await sql<{ responseId: string; scores: unknown }>`
      select response_id, scores from earlier_scores(${wave.id}, ${id})`.execute(tx);
    const scores = new Map(rows.map((row) => [row.responseId, scoresOf(row.scores)]));
    waves.push({
      closesOn,
      responses: answers ?? 0,
      scores: responses.map((response) => scores.get(response.id) ?? null),
    });
  }
  return waves;
}

/** Only printed codes leave a trace of who was asked; who opened the page is never counted. */
const NO_TRACE: ResponseFlow = { invited: null, opened: null, consented: null, completed: null };

/** Codes that were printed, and answers that are not yet shuffled in. */
type Count = (tx: Tx, waveId: string) => Promise<{ issued: number; waiting: number }>;

/** Through the function that counts for people who may read no code. */
async function countForReader(tx: Tx, waveId: string): ReturnType<Count> {
  const { rows } = await sql<{ codesIssued: number; waiting: number }>`
    select codes_issued, waiting from wave_counts(${waveId})`.execute(tx);
  return { issued: rows[0]?.codesIssued ?? 0, waiting: rows[0]?.waiting ?? 0 };
}

/** For the command line, which works as the owner of the tables. */
export async function countAsOwner(tx: Tx, waveId: string): ReturnType<Count> {
  const codes = await tx
    .selectFrom('surveyCode')
    .select((row) => row.fn.countAll<number>().as('issued'))
    .where('waveId', '=', waveId)
    .executeTakeFirstOrThrow();
  const arrivals = await tx
    .selectFrom('surveyArrival')
    .select((row) => row.fn.sum<number | null>('answers').as('waiting'))
    .where('waveId', '=', waveId)
    .executeTakeFirstOrThrow();
  return { issued: codes.issued, waiting: arrivals.waiting ?? 0 };
}

/** A closed wave that a report can be made of. */
export interface ReportableWave {
  readonly id: string;
  readonly programmeId: string;
  readonly number: number;
  readonly title: CampaignSettings['title'];
  readonly opensOn: string;
  readonly closesOn: string;
  readonly answers: number;
}

/** Every closed wave of every programme, newest first; only for the owner of the tables. */
export async function listReportableWaves(tx: Tx): Promise<ReportableWave[]> {
  const rows = await tx
    .selectFrom('surveyWave')
    .innerJoin('surveyCampaign', 'surveyCampaign.id', 'surveyWave.campaignId')
    .select((row) => [
      'surveyWave.id',
      'surveyWave.programmeId',
      'surveyWave.number',
      'surveyWave.opensOn',
      'surveyWave.closesOn',
      'surveyCampaign.settings',
      row
        .selectFrom('surveyResponse')
        .select((inner) => inner.fn.countAll<number>().as('answers'))
        .whereRef('surveyResponse.waveId', '=', 'surveyWave.id')
        .as('answers'),
    ])
    .where('surveyWave.status', '=', 'closed')
    .orderBy('surveyWave.closesOn', 'desc')
    .execute();
  return rows.map(({ settings, answers, ...wave }) => ({
    ...wave,
    title: z.parse(CampaignSettings, settings).title,
    answers: answers ?? 0,
  }));
}
