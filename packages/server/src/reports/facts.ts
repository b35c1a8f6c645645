import type { Score } from '@tirek/domain/instruments';
import { Problem } from '@tirek/domain/problem';
import type { ResponseFlow, WaveFacts, WaveResponse } from '@tirek/domain/reports';
import { CampaignSettings } from '@tirek/domain/surveys';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Tx } from '../db/database.ts';

/**
 * Everything a report of one wave is made from.
 * @throws Problem `not-found` when the wave is not of the actor's programme; `wave-not-closed` while it takes answers.
 */
export async function loadWaveFacts(tx: Tx, waveId: string): Promise<WaveFacts> {
  const wave = await tx
    .selectFrom('surveyWave')
    .innerJoin('surveyCampaign', 'surveyCampaign.id', 'surveyWave.campaignId')
    .innerJoin('programme', 'programme.id', 'surveyWave.programmeId')
    .select([
      'surveyWave.id',
      'surveyWave.status',
      'surveyWave.opensOn',
      'surveyWave.closesOn',
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
  const responses = await loadResponses(tx, waveId);
  return {
    wave: {
      id: wave.id,
      title: settings.title,
      opensOn: wave.opensOn,
      closesOn: wave.closesOn,
      languages: settings.languages,
      forms: settings.forms,
      isSynthetic: wave.isDemo,
    },
    flow: await loadFlow(tx, waveId, settings, responses.length),
    responses,
  };
}

async function loadResponses(tx: Tx, waveId: string): Promise<WaveResponse[]> {
  const rows = await tx
    .selectFrom('surveyResponse')
    .select(['id', 'language', 'receivedOn', 'answers', 'scores'])
    .where('waveId', '=', waveId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    language: row.language as WaveResponse['language'],
    receivedOn: row.receivedOn,
    answers: row.answers as WaveResponse['answers'],
    scores: Object.entries(row.scores as Record<string, Score[]>).flatMap(([form, scores]) =>
      scores.map((score) => ({ ...score, form })),
    ),
  }));
}

/** Only printed codes leave a trace of who was asked; who opened the page is never counted. */
async function loadFlow(
  tx: Tx,
  waveId: string,
  settings: CampaignSettings,
  completed: number,
): Promise<ResponseFlow> {
  const nothing = { invited: null, opened: null, consented: null, completed };
  if (settings.linkage !== 'one-time') return nothing;
  const { rows } = await sql<{ codesIssued: number }>`
    select codes_issued from wave_counts(${waveId})`.execute(tx);
  const issued = rows[0]?.codesIssued ?? 0;
  return { ...nothing, invited: issued > 0 ? issued : null };
}
