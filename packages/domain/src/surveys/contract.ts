import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Nothing } from '../contract.ts';
import {
  AskableForm,
  Campaign,
  CampaignSettings,
  CampaignSummary,
  Wave,
  WaveProgress,
} from './campaign.ts';

const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));

/**
 * Campaigns and waves, for the people of the programme. The respondent's own endpoints stand in `answers-contract.ts`.
 * Everything that changes something carries a client-made `id` (UUIDv7); where something is made, it becomes the thing's id.
 */
export const surveysContract = {
  /** All campaigns of the programme, newest first, with their waves. */
  listCampaigns: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/campaigns',
    permission: 'campaign.read',
    input: Nothing,
    output: z.object({ campaigns: z.array(CampaignSummary) }),
    audit: 'none',
  }),

  /** One campaign with settings, obstacles and waves. `not-found` when it is not of this programme. */
  getCampaign: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/campaigns/:campaignId',
    permission: 'campaign.read',
    input: z.object({ campaignId: Id }),
    output: Campaign,
    audit: 'none',
  }),

  /** Makes a draft; `id` becomes the campaign's. Drafts may hold anything that has the right shape. */
  createCampaign: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/campaigns',
    permission: 'campaign.manage',
    input: z.object({ id: Id, settings: CampaignSettings }),
    output: Campaign,
    audit: 'write',
  }),

  /**
   * Replaces the settings of a draft. `campaign-published` once it is published;
   * `changed-meanwhile` (details: `edition`) when `basedOn` is not the newest edition.
   */
  changeCampaign: endpoint({
    kind: 'write',
    method: 'PUT',
    path: '/api/campaigns/:campaignId',
    permission: 'campaign.manage',
    input: z.object({ id: Id, campaignId: Id, basedOn: z.int(), settings: CampaignSettings }),
    output: Campaign,
    audit: 'write',
  }),

  /**
   * Freezes the settings, so that waves can be opened. `campaign-not-publishable` with `obstacles` in its details,
   * each of them as in `Campaign.obstacles`; `safety-item-refused` (details: `form`, `items`) for an instrument
   * that asks about danger, where nobody can be called in some language or somebody has to stay with the person.
   */
  publishCampaign: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/campaigns/:campaignId/publish',
    permission: 'campaign.manage',
    input: z.object({ id: Id, campaignId: Id, basedOn: z.int() }),
    output: Campaign,
    audit: 'write',
  }),

  /** Adds a wave in draft; `id` becomes the wave's. `wave-dates-reversed` when it would end before it begins. */
  addWave: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/campaigns/:campaignId/waves',
    permission: 'campaign.manage',
    input: z.object({ id: Id, campaignId: Id, opensOn: DateOnly, closesOn: DateOnly }),
    output: Wave,
    audit: 'write',
  }),

  /** Changes the days of a wave that is not closed; the change is kept with its reason. `wave-closed` otherwise. */
  changeWaveDates: endpoint({
    kind: 'write',
    method: 'PUT',
    path: '/api/waves/:waveId/dates',
    permission: 'campaign.manage',
    input: z.object({
      id: Id,
      waveId: Id,
      opensOn: DateOnly,
      closesOn: DateOnly,
      reason: z.optional(Reason),
    }),
    output: Wave,
    audit: 'write',
  }),

  /** Opens a draft wave: from its first day on people can answer. `campaign-not-published`, `wave-not-draft`. */
  openWave: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/waves/:waveId/open',
    permission: 'campaign.manage',
    input: z.object({ id: Id, waveId: Id }),
    output: Wave,
    audit: 'write',
  }),

  /** Closes an open wave, whatever its dates say; what waits to be shuffled in is then moved. `wave-not-open`. */
  closeWave: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/waves/:waveId/close',
    permission: 'campaign.manage',
    input: z.object({ id: Id, waveId: Id, reason: Reason }),
    output: Wave,
    audit: 'write',
  }),

  /** Opens a closed wave again until `closesOn`. `wave-not-closed`; `wave-imported` for answers from a file. */
  reopenWave: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/waves/:waveId/reopen',
    permission: 'campaign.manage',
    input: z.object({ id: Id, waveId: Id, reason: Reason, closesOn: DateOnly }),
    output: Wave,
    audit: 'write',
  }),

  /**
   * One-time mode: makes new codes for a wave and tells them this once; only keyed hashes are kept.
   * A repetition is answered `already-done`: print again by issuing new ones. The page draws QR codes of
   * `origin + path + '#' + code` (a fragment never reaches the server's log) and the sheet itself.
   * `wave-without-codes` in the other modes, `wave-closed` for a closed wave.
   */
  issueCodes: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/waves/:waveId/codes',
    permission: 'code.issue',
    input: z.object({ id: Id, waveId: Id, count: z.int().check(z.minimum(1), z.maximum(2000)) }),
    output: z.object({
      /** `XXXX-XXXX-XXXX`, in no meaningful order. */
      codes: z.array(z.string()),
      path: z.string(),
    }),
    audit: 'write',
    isSecret: true,
  }),

  /**
   * Panel mode: makes a lot of cards for all waves of a campaign and tells them this once.
   * A lot has at least 20 cards, since the program can tell to which lot an answer's card belongs, and no more than that.
   * `campaign-without-cards` in the other modes, `campaign-not-published` for a draft.
   */
  issueCards: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/campaigns/:campaignId/cards',
    permission: 'code.issue',
    input: z.object({
      id: Id,
      campaignId: Id,
      count: z.int().check(z.minimum(20), z.maximum(1000)),
    }),
    output: z.object({
      /** `XXXX-XXXX-XXXX-XXXX`, in no meaningful order. */
      cards: z.array(z.string()),
      /** Path that leads to whichever wave is open: `/s/abcdefgh`. */
      path: z.string(),
    }),
    audit: 'write',
    isSecret: true,
  }),

  /** Counts of a wave; they may lag behind by as much as a shuffled batch takes. */
  getWaveProgress: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/waves/:waveId/progress',
    permission: 'campaign.read',
    input: z.object({ waveId: Id }),
    output: WaveProgress,
    audit: 'none',
  }),

  /** The instruments this program has, in every version, with their languages and what stands against asking them. */
  listAskableForms: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/askable-forms',
    permission: 'instrument.read',
    input: Nothing,
    output: z.object({ forms: z.array(AskableForm) }),
    audit: 'none',
  }),
} as const satisfies Contract;
