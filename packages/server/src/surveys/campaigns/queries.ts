import type { SignedInActor } from '@tirek/domain/access';
import {
  type CampaignSettings,
  type CampaignSummary,
  type Wave,
  type WaveEvent,
  type WaveProgress,
  type WaveStatus,
  wavePhase,
} from '@tirek/domain/surveys';
import { LANGUAGES, type Language } from '@tirek/domain/text';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

/** A campaign as it is stored, without what is worked out from it. */
export interface StoredCampaign {
  readonly id: string;
  readonly slug: string;
  readonly status: 'draft' | 'published';
  readonly edition: number;
  readonly settings: CampaignSettings;
  readonly createdAt: string;
  readonly publishedAt: string | null;
}

/** The campaign, or null when there is none that the asker may see. `lock` holds it still until the transaction ends. */
export async function findCampaign(
  tx: Tx,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<StoredCampaign | null> {
  const found = tx
    .selectFrom('surveyCampaign')
    .select(['id', 'slug', 'status', 'edition', 'settings', 'createdAt', 'publishedAt'])
    .where('id', '=', id);
  const row = await (lock ? found.forUpdate() : found).executeTakeFirst();
  return row ? (row as StoredCampaign) : null;
}

export async function insertCampaign(
  tx: Tx,
  actor: SignedInActor,
  campaign: {
    readonly id: string;
    readonly slug: string;
    readonly settings: CampaignSettings;
    readonly now: string;
  },
): Promise<void> {
  await tx
    .insertInto('surveyCampaign')
    .values({
      id: campaign.id,
      programmeId: actor.programmeId,
      slug: campaign.slug,
      settings: JSON.stringify(campaign.settings),
      createdAt: campaign.now,
    })
    .execute();
}

export async function updateSettings(
  tx: Tx,
  id: string,
  settings: CampaignSettings,
): Promise<void> {
  await tx
    .updateTable('surveyCampaign')
    .set((set) => ({ settings: JSON.stringify(settings), edition: set('edition', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function publishCampaign(tx: Tx, id: string, now: string): Promise<void> {
  await tx
    .updateTable('surveyCampaign')
    .set((set) => ({ status: 'published', publishedAt: now, edition: set('edition', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** All campaigns that the asker may see, newest first, with the answers of each wave, stored or waiting. */
export async function listCampaigns(tx: Tx, today: string): Promise<CampaignSummary[]> {
  const campaigns = await tx
    .selectFrom('surveyCampaign')
    .select(['id', 'status', 'settings'])
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
  const { rows: waves } = await sql<
    Omit<CampaignSummary['waves'][number], 'phase'> & { campaignId: string; status: WaveStatus }
  >`
    select wave.id, wave.campaign_id, wave.number, wave.status, wave.opens_on, wave.closes_on, wave.is_imported,
      counts.answers + counts.waiting as answers
    from survey_wave wave, wave_counts(wave.id) counts
    order by wave.number`.execute(tx);
  return campaigns.map(({ id, status, settings }) => {
    const { title, linkage, languages } = settings as CampaignSettings;
    return {
      id,
      status: status as CampaignSummary['status'],
      title,
      linkage,
      languages,
      waves: waves
        .filter((wave) => wave.campaignId === id)
        .map(({ campaignId: _, status: stands, ...wave }) => ({
          ...wave,
          phase: wavePhase({ ...wave, status: stands }, today),
        })),
    };
  });
}

/** Waves of a campaign by number, or the one wave asked for, each with its history. */
export async function listWaves(
  tx: Tx,
  which: { readonly campaignId: string } | { readonly waveId: string },
  today: string,
): Promise<Wave[]> {
  const all = tx
    .selectFrom('surveyWave')
    .select(['id', 'campaignId', 'number', 'slug', 'status', 'opensOn', 'closesOn', 'isImported'])
    .orderBy('number');
  const waves = await ('waveId' in which
    ? all.where('id', '=', which.waveId)
    : all.where('campaignId', '=', which.campaignId)
  ).execute();
  if (waves.length === 0) return [];
  const { rows: events } = await sql<WaveEvent & { waveId: string }>`
    select id, wave_id, kind, reason, at, wave_event_author(by_account) as by
    from survey_wave_event where wave_id = any (${waves.map((wave) => wave.id)}) order by sequence`.execute(
    tx,
  );
  return waves.map((row) => {
    const wave = { ...row, status: row.status as WaveStatus };
    return {
      ...wave,
      path: `/s/${wave.slug}`,
      phase: wavePhase(wave, today),
      events: events
        .filter((event) => event.waveId === wave.id)
        .map(({ waveId: _, ...event }) => event),
    };
  });
}

/** A wave with what its campaign decides about it, held still until the transaction ends; null when it cannot be seen. */
export interface LockedWave {
  readonly id: string;
  readonly campaignId: string;
  readonly slug: string;
  readonly status: WaveStatus;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly isImported: boolean;
}

export async function findWave(tx: Tx, id: string): Promise<LockedWave | null> {
  const row = await tx
    .selectFrom('surveyWave')
    .select(['id', 'campaignId', 'slug', 'status', 'opensOn', 'closesOn', 'isImported'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...row, status: row.status as WaveStatus } : null;
}

export interface WaveDates {
  readonly opensOn: string;
  readonly closesOn: string;
}

/** Adds a wave with the next number. The campaign must be locked. */
export async function insertWave(
  tx: Tx,
  actor: SignedInActor,
  wave: WaveDates & { readonly id: string; readonly campaignId: string; readonly slug: string },
): Promise<void> {
  await tx
    .insertInto('surveyWave')
    .values({
      id: wave.id,
      campaignId: wave.campaignId,
      programmeId: actor.programmeId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from survey_wave where campaign_id = ${wave.campaignId})`,
      slug: wave.slug,
      opensOn: wave.opensOn,
      closesOn: wave.closesOn,
    })
    .execute();
}

/** Changes a wave and keeps the change in its history, in one go. */
export async function recordWaveEvent(
  tx: Tx,
  actor: SignedInActor,
  event: WaveDates & {
    readonly id: string;
    readonly waveId: string;
    readonly kind: WaveEvent['kind'];
    readonly status: WaveStatus;
    readonly reason: string | null;
    readonly now: string;
  },
): Promise<void> {
  const { waveId, opensOn, closesOn, status } = event;
  await tx
    .updateTable('surveyWave')
    .set({ status, opensOn, closesOn })
    .where('id', '=', waveId)
    .execute();
  await tx
    .insertInto('surveyWaveEvent')
    .values({
      id: event.id,
      waveId,
      programmeId: actor.programmeId,
      kind: event.kind,
      opensOn,
      closesOn,
      reason: event.reason,
      byAccount: actor.accountId,
      at: event.now,
    })
    .execute();
}

/** Adds codes by their hashes, sorted by them: the order of the rows tells nothing of the order on the sheets. */
export async function insertCodes(
  tx: Tx,
  waveId: string,
  hashes: readonly string[],
): Promise<void> {
  await sql`
    insert into survey_code (wave_id, code_hash)
    select ${waveId}, hash from unnest(${hashes}::uuid[]) as hash order by hash`.execute(tx);
}

export async function insertCardLot(
  tx: Tx,
  actor: SignedInActor,
  lot: {
    readonly id: string;
    readonly campaignId: string;
    readonly cards: number;
    readonly issuedOn: string;
  },
): Promise<void> {
  await tx
    .insertInto('surveyCardLot')
    .values({ ...lot, programmeId: actor.programmeId })
    .execute();
}

export async function countCards(tx: Tx, campaignId: string): Promise<number> {
  const { cards } = await tx
    .selectFrom('surveyCardLot')
    .select((select) => select.fn.coalesce(select.fn.sum<number>('cards'), sql.lit(0)).as('cards'))
    .where('campaignId', '=', campaignId)
    .executeTakeFirstOrThrow();
  return cards;
}

/** Counts of a wave; null when the asker may not see it. */
export async function findProgress(
  tx: Tx,
  waveId: string,
): Promise<
  (Omit<WaveProgress, 'codes' | 'isRounded'> & { codesIssued: number; codesUsed: number }) | null
> {
  const { rows } = await sql<{
    answers: number;
    waiting: number;
    codesIssued: number;
    codesUsed: number;
    carriedDrafts: number;
  }>`select * from wave_counts(${waveId})`.execute(tx);
  const counts = rows[0];
  if (!counts) return null;
  const { rows: byDay } = await sql<{ receivedOn: string; language: Language; answers: number }>`
    select * from wave_days(${waveId})`.execute(tx);
  return {
    ...counts,
    waveId,
    answers: counts.answers + counts.waiting,
    byDay,
    byLanguage: LANGUAGES.map((language) => ({
      language,
      answers: byDay
        .filter((day) => day.language === language)
        .reduce((sum, day) => sum + day.answers, 0),
    })).filter(({ answers }) => answers > 0),
  };
}
