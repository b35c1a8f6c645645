import type { SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import { printCode, type surveysContract, type Wave, type WaveEvent } from '@tirek/domain/surveys';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { lotSecret } from '../answers/panel-cards.ts';
import { surveyKeys } from '../survey-keys.ts';
import { requireCampaign } from './campaign-handlers.ts';
import { progressFor } from './live-progress.ts';
import {
  findCampaign,
  findProgress,
  findWave,
  insertCardLot,
  insertCodes,
  insertWave,
  type LockedWave,
  listWaves,
  recordWaveEvent,
  type WaveDates,
} from './queries.ts';
import { randomCards, randomCodes, randomSlug } from './random-names.ts';

type WaveHandlers = Pick<
  Handlers<typeof surveysContract>,
  | 'addWave'
  | 'changeWaveDates'
  | 'openWave'
  | 'closeWave'
  | 'reopenWave'
  | 'issueCodes'
  | 'issueCards'
  | 'getWaveProgress'
>;

export const waveHandlers: WaveHandlers = {
  async addWave({ tx, actor, input, now, newId, about }) {
    const account = accountOf(actor);
    requireInOrder(input);
    await requireCampaign(tx, input.campaignId);
    await insertWave(tx, account, { ...input, slug: randomSlug() });
    about([input.campaignId, input.id]);
    const change = { ...input, id: newId(), waveId: input.id, reason: null, now } as const;
    return await changed(tx, account, { ...change, kind: 'created', status: 'draft' });
  },

  async changeWaveDates({ tx, actor, input, now, about }) {
    requireInOrder(input);
    const wave = await requireWave(tx, input.waveId);
    if (wave.status === 'closed') throw new Problem('wave-closed');
    about([wave.id]);
    const change = { ...input, reason: input.reason ?? null, now } as const;
    return await changed(tx, accountOf(actor), {
      ...change,
      kind: 'dates-changed',
      status: wave.status,
    });
  },

  async openWave({ tx, actor, input, now, about }) {
    const wave = await requireWave(tx, input.waveId);
    if (wave.status !== 'draft') throw new Problem('wave-not-draft');
    const campaign = await findCampaign(tx, wave.campaignId);
    if (campaign?.status !== 'published') throw new Problem('campaign-not-published');
    about([wave.id]);
    const change = { ...datesOf(wave), ...input, reason: null, now } as const;
    return await changed(tx, accountOf(actor), { ...change, kind: 'opened', status: 'open' });
  },

  async closeWave({ tx, actor, input, now, about }) {
    const wave = await requireWave(tx, input.waveId);
    if (wave.status !== 'open' && wave.status !== 'reopened') throw new Problem('wave-not-open');
    about([wave.id]);
    const change = { ...datesOf(wave), ...input, now } as const;
    return await changed(tx, accountOf(actor), { ...change, kind: 'closed', status: 'closed' });
  },

  async reopenWave({ tx, actor, input, now, about }) {
    const wave = await requireWave(tx, input.waveId);
    if (wave.isImported) throw new Problem('wave-imported');
    if (wave.status !== 'closed') throw new Problem('wave-not-closed');
    const dates = { opensOn: wave.opensOn, closesOn: input.closesOn };
    requireInOrder(dates);
    about([wave.id]);
    const change = { ...input, ...dates, now } as const;
    return await changed(tx, accountOf(actor), { ...change, kind: 'reopened', status: 'reopened' });
  },

  async issueCodes({ tx, input, keyFor, about }) {
    const wave = await requireWave(tx, input.waveId);
    const campaign = await findCampaign(tx, wave.campaignId);
    if (campaign?.settings.linkage !== 'one-time') throw new Problem('wave-without-codes');
    if (wave.status === 'closed') throw new Problem('wave-closed');
    const keys = surveyKeys(keyFor);
    const codes = randomCodes(input.count);
    await insertCodes(
      tx,
      wave.id,
      codes.map((code) => keys.code(wave.id, code)),
    );
    about([wave.id], { codes: codes.length });
    return { codes: codes.map(printCode), path: `/s/${wave.slug}` };
  },

  async issueCards({ tx, actor, input, now, keyFor, about }) {
    const campaign = await requireCampaign(tx, input.campaignId);
    if (campaign.settings.linkage !== 'panel') throw new Problem('campaign-without-cards');
    if (campaign.status !== 'published') throw new Problem('campaign-not-published');
    const { id, campaignId, count } = input;
    await insertCardLot(tx, accountOf(actor), {
      id,
      campaignId,
      cards: count,
      issuedOn: programmeDay(now),
    });
    about([campaignId, id], { cards: count });
    const cards = randomCards(count, lotSecret(surveyKeys(keyFor), id));
    return { cards, path: `/s/${campaign.slug}` };
  },

  async getWaveProgress({ tx, actor, input }) {
    const wave = (await listWaves(tx, { waveId: input.waveId }, ''))[0];
    const found = await findProgress(tx, input.waveId);
    const campaign = wave ? await findCampaign(tx, wave.campaignId) : null;
    if (!found || !campaign) throw new Problem('not-found');
    const { codesIssued, codesUsed, ...progress } = found;
    const hasCodes = campaign.settings.linkage === 'one-time';
    const codes = hasCodes ? { issued: codesIssued, used: codesUsed } : null;
    return progressFor(actor, { ...progress, codes });
  },
};

async function requireWave(tx: Tx, id: string): Promise<LockedWave> {
  const wave = await findWave(tx, id);
  if (!wave) throw new Problem('not-found');
  return wave;
}

function requireInOrder({ opensOn, closesOn }: WaveDates): void {
  if (opensOn > closesOn) throw new Problem('wave-dates-reversed');
}

const datesOf = ({ opensOn, closesOn }: WaveDates): WaveDates => ({ opensOn, closesOn });

async function changed(
  tx: Tx,
  account: SignedInActor,
  event: Parameters<typeof recordWaveEvent>[2] & { kind: WaveEvent['kind'] },
): Promise<Wave> {
  await recordWaveEvent(tx, account, event);
  const [wave] = await listWaves(tx, { waveId: event.waveId }, programmeDay(event.now));
  if (!wave) throw new Problem('not-found');
  return wave;
}
