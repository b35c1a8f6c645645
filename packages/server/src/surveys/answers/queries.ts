import type { CampaignSettings, WaveStatus } from '@tirek/domain/surveys';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Database, Tx } from '../../db/database.ts';
import type { Arrival } from './answer-writer.ts';

/** What became of one submission, see `accept_answers`. */
export type Outcome =
  | 'done'
  | 'repeated'
  | 'closed'
  | 'not-yet'
  | 'over'
  | 'code-unknown'
  | 'code-used'
  | 'card-used'
  | 'lot-full';

/** The answers of one wave that go to the disk together. */
export interface SealedArrivals {
  readonly waveId: string;
  readonly answers: number;
  readonly sealed: Buffer;
}

/**
 * Stores what arrived together in one transaction, which is on disk when this returns; all of it or, when any outcome
 * is not `done`, nothing. The hottest statement of the program: prepared once on each connection, one round trip.
 */
export async function acceptAnswers(
  pool: pg.Pool,
  given: {
    readonly receivedOn: string;
    readonly arrivals: readonly Arrival[];
    readonly sealed: readonly SealedArrivals[];
  },
): Promise<Outcome[]> {
  const { arrivals, sealed } = given;
  const { rows } = await pool.query<{ outcomes: Outcome[] }>({
    name: 'accept-answers',
    text: 'select accept_answers($1, $2, $3, $4, $5, $6, $7, $8) as outcomes',
    values: [
      given.receivedOn,
      arrivals.map((one) => one.waveId),
      arrivals.map((one) => one.receipt),
      arrivals.map((one) => one.use),
      arrivals.map((one) => one.lot),
      sealed.map((one) => one.waveId),
      sealed.map((one) => one.answers),
      sealed.map((one) => one.sealed),
    ],
  });
  return rows[0]!.outcomes;
}

/** A published wave with what its respondents need, as whoever has its address may see it. */
export interface PublishedWave {
  readonly waveId: string;
  readonly campaignId: string;
  readonly programmeId: string;
  readonly slug: string;
  readonly status: WaveStatus;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly settings: CampaignSettings;
  /** Lots of cards, panel mode. */
  readonly lotIds: readonly string[];
}

/** The wave of an address, or of a campaign's address the newest wave that has begun; null when there is none. */
export async function findPublishedWave(
  tx: Tx,
  slug: string,
  today: string,
): Promise<PublishedWave | null> {
  const wave = await tx
    .selectFrom('surveyWave as wave')
    .innerJoin('surveyCampaign as campaign', 'campaign.id', 'wave.campaignId')
    .select([
      'wave.id as waveId',
      'wave.campaignId',
      'wave.programmeId',
      'wave.slug',
      'wave.status',
      'wave.opensOn',
      'wave.closesOn',
      'campaign.settings',
    ])
    .where((where) => where.or([where('wave.slug', '=', slug), where('campaign.slug', '=', slug)]))
    // The one that can be answered comes first, else the newest.
    .orderBy(
      (order) =>
        order.and([
          order('wave.status', 'in', ['open', 'reopened']),
          order('wave.opensOn', '<=', today),
          order('wave.closesOn', '>=', today),
        ]),
      'desc',
    )
    .orderBy('wave.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!wave) return null;
  const lots = await tx
    .selectFrom('surveyCardLot')
    .select('id')
    .where('campaignId', '=', wave.campaignId)
    .execute();
  return {
    ...wave,
    status: wave.status as WaveStatus,
    settings: wave.settings as CampaignSettings,
    lotIds: lots.map((lot) => lot.id),
  };
}

/** Names of some regions by language, by code. */
export async function listRegionNames(
  tx: Tx,
  programmeId: string,
  codes: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  if (codes.length === 0) return new Map();
  const rows = await tx
    .selectFrom('region')
    .select(['code', 'name'])
    .where('programmeId', '=', programmeId)
    .where('code', 'in', codes)
    .execute();
  return new Map(rows.map(({ code, name }) => [code, name as Record<string, string>]));
}

export interface DraftPlace {
  readonly waveId: string;
  /** Keyed hash of the key that the phone derived. */
  readonly keyHash: string;
}

/** Keeps or replaces a draft. False when the wave already holds `most` others. */
export async function putDraft(
  tx: Tx,
  place: DraftPlace,
  draft: { readonly sealed: Buffer; readonly keptUntil: string; readonly most: number },
): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select put_survey_draft(${place.waveId}, ${place.keyHash}, ${draft.sealed}, ${draft.keptUntil}, ${draft.most}) as kept`.execute(
    tx,
  );
  return rows[0]?.kept === true;
}

/** The sealed draft, or null when there is none or its days are over. */
export async function findDraft(tx: Tx, place: DraftPlace, today: string): Promise<Buffer | null> {
  const { rows } = await sql<{ sealed: Buffer | null }>`
    select get_survey_draft(${place.waveId}, ${place.keyHash}, ${today}) as sealed`.execute(tx);
  return rows[0]?.sealed ?? null;
}

export async function dropDraft(tx: Tx, place: DraftPlace): Promise<void> {
  await sql`select drop_survey_draft(${place.waveId}, ${place.keyHash})`.execute(tx);
}

/** Erases a panel member's answers in all waves of a campaign, stored and waiting. */
export async function withdrawPanelAnswers(
  tx: Tx,
  given: { readonly campaignId: string; readonly panelHash: string; readonly today: string },
): Promise<void> {
  await sql`select withdraw_panel_answers(${given.campaignId}, ${given.panelHash}, ${given.today})`.execute(
    tx,
  );
}

export interface WaitingWave {
  readonly waveId: string;
  readonly answers: number;
  readonly usedCodes: number;
  /** Day of the oldest waiting answer. */
  readonly oldestOn: string;
  readonly status: WaveStatus;
  readonly opensOn: string;
  readonly closesOn: string;
}

/** Waves with answers that wait. */
export async function listWaiting({ jobs }: Database): Promise<WaitingWave[]> {
  const { rows } = await sql<WaitingWave>`
    select waiting.wave_id, waiting.answers, waiting.used_codes, waiting.oldest_on,
      wave.status, wave.opens_on, wave.closes_on
    from waiting_answers() waiting join survey_wave wave on wave.id = waiting.wave_id`.execute(
    jobs,
  );
  return rows;
}

/** Claims the moving of a wave's answers for this transaction; false while another program does it. */
export async function isMovingWave(tx: Tx, waveId: string): Promise<boolean> {
  const { rows } = await sql<{ claimed: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('move answers ' || ${waveId}, 0)) as claimed`.execute(
    tx,
  );
  return rows[0]?.claimed === true;
}

/** Takes rows out of the waiting place, any of them, until they hold `most` answers or nothing is left. */
export async function takeWaiting(
  tx: Tx,
  waveId: string,
  most: number,
): Promise<{ receivedOn: string; sealed: Buffer }[]> {
  const { rows } = await sql<{ receivedOn: string; sealed: Buffer }>`
    with ranked as (
      select ctid, sum(answers) over (order by chance) - answers as before
      from (select ctid, answers, gen_random_uuid() as chance from survey_arrival where wave_id = ${waveId}) arrival
    )
    delete from survey_arrival where ctid = any (array(select ctid from ranked where before < ${most}))
    returning received_on, sealed`.execute(tx);
  return rows;
}

/**
 * Stores answers in the order given, but those of panel members who have withdrawn meanwhile.
 * @param rows JSON texts, see `withPlace`.
 */
export async function insertShuffled(
  tx: Tx,
  waveId: string,
  rows: readonly string[],
): Promise<void> {
  await sql`
    insert into survey_response
      (wave_id, id, language, consent_version, consent_language, received_on, answers, scores, form_versions, panel_hash)
    select ${waveId}, one.id, one.language, one.consent_version, one.consent_language, one.received_on,
      one.answers, one.scores, one.form_versions, one.panel_hash
    from jsonb_to_recordset(${`[${rows.join(',')}]`}::jsonb)
      as one (id uuid, language text, consent_version text, consent_language text, received_on date,
        answers jsonb, scores jsonb, form_versions jsonb, panel_hash uuid)
    where one.panel_hash is null or not exists (
      select from survey_withdrawal withdrawal
      join survey_wave wave on wave.campaign_id = withdrawal.campaign_id
      where wave.id = ${waveId} and withdrawal.panel_hash = one.panel_hash)`.execute(tx);
}

/** Makes the used codes of a wave alike, see `shuffle_used_codes`. */
export async function shuffleUsedCodes(tx: Tx, waveId: string): Promise<void> {
  await sql`select shuffle_used_codes(${waveId})`.execute(tx);
}

/** Erases what has served its time; tells of each wave how many answers went. */
export async function forgetExpired(
  tx: Tx,
  { now, today }: { readonly now: string; readonly today: string },
): Promise<{ waveId: string; programmeId: string; answers: number }[]> {
  const { rows } = await sql<{ waveId: string; programmeId: string; answers: number }>`
    select wave_id, programme_id, answers from forget_expired_answers(${now}, ${today})`.execute(
    tx,
  );
  return rows;
}
