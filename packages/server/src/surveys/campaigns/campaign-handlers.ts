import type { SignedInActor } from '@tirek/domain/access';
import { Problem } from '@tirek/domain/problem';
import {
  askableForm,
  type Campaign,
  isPublishable,
  type Obstacle,
  obstaclesOf,
  type surveysContract,
} from '@tirek/domain/surveys';
import { listConsents } from '../../consents/index.ts';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import { isDemoProgramme, programmeDay } from '../../programmes/index.ts';
import type { FormCatalogue } from '../forms.ts';
import { summariesFor } from './live-progress.ts';
import {
  countCards,
  findCampaign,
  insertCampaign,
  listCampaigns,
  listWaves,
  publishCampaign,
  type StoredCampaign,
  updateSettings,
} from './queries.ts';
import { randomSlug } from './random-names.ts';

type CampaignHandlers = Pick<
  Handlers<typeof surveysContract>,
  | 'listCampaigns'
  | 'getCampaign'
  | 'createCampaign'
  | 'changeCampaign'
  | 'publishCampaign'
  | 'listAskableForms'
>;

export function campaignHandlers(forms: FormCatalogue): CampaignHandlers {
  return {
    async listCampaigns({ tx, actor, now }) {
      return { campaigns: summariesFor(actor, await listCampaigns(tx, programmeDay(now))) };
    },

    async getCampaign({ tx, actor, input, now }) {
      return await getCampaign(tx, accountOf(actor), { id: input.campaignId, now, forms });
    },

    async createCampaign({ tx, actor, input, now, about }) {
      const account = accountOf(actor);
      const { id, settings } = input;
      await insertCampaign(tx, account, { id, slug: randomSlug(), settings, now });
      about([id]);
      return await getCampaign(tx, account, { id, now, forms });
    },

    async changeCampaign({ tx, actor, input, now, about }) {
      const { campaignId: id, basedOn, settings } = input;
      requireDraft(await requireCampaign(tx, id), basedOn);
      await updateSettings(tx, id, settings);
      about([id]);
      return await getCampaign(tx, accountOf(actor), { id, now, forms });
    },

    async publishCampaign({ tx, actor, input, now, about }) {
      const account = accountOf(actor);
      const { campaignId: id, basedOn } = input;
      const campaign = await requireCampaign(tx, id);
      requireDraft(campaign, basedOn);
      requireNoObstacle(await findObstacles(tx, account, { campaign, forms }));
      await publishCampaign(tx, id, now);
      about([id], { edition: campaign.edition });
      return await getCampaign(tx, account, { id, now, forms });
    },

    async listAskableForms() {
      return { forms: forms.all.map(askableForm) };
    },
  };
}

/** The campaign, held still for a change. */
export async function requireCampaign(tx: Tx, id: string): Promise<StoredCampaign> {
  const campaign = await findCampaign(tx, id, { lock: true });
  if (!campaign) throw new Problem('not-found');
  return campaign;
}

async function getCampaign(
  tx: Tx,
  account: SignedInActor,
  { id, now, forms }: { id: string; now: string; forms: FormCatalogue },
): Promise<Campaign> {
  const campaign = await findCampaign(tx, id);
  if (!campaign) throw new Problem('not-found');
  const { slug, ...stored } = campaign;
  return {
    ...stored,
    path: `/s/${slug}`,
    obstacles:
      campaign.status === 'published' ? [] : await findObstacles(tx, account, { campaign, forms }),
    waves: await listWaves(tx, { campaignId: id }, programmeDay(now)),
    cardsIssued: campaign.settings.linkage === 'panel' ? await countCards(tx, id) : null,
  };
}

async function findObstacles(
  tx: Tx,
  { programmeId }: SignedInActor,
  { campaign, forms }: { campaign: StoredCampaign; forms: FormCatalogue },
): Promise<Obstacle[]> {
  const consents = await listConsents(tx, programmeId);
  return obstaclesOf(campaign.settings, {
    findForm: forms.find,
    findConsent: (version) => consents.find((one) => one.version === version) ?? null,
    isDemo: await isDemoProgramme(tx, programmeId),
  });
}

function requireDraft(campaign: StoredCampaign, basedOn: number): void {
  if (campaign.status === 'published') throw new Problem('campaign-published');
  if (campaign.edition !== basedOn) {
    throw new Problem('changed-meanwhile', { edition: campaign.edition });
  }
}

const OF_DANGER: readonly Obstacle['kind'][] = [
  'safety-item',
  'form-attended',
  'safety-help-missing',
];

/** @throws Problem with the gravest reason as its code. */
function requireNoObstacle(obstacles: readonly Obstacle[]): void {
  if (isPublishable(obstacles)) return;
  const dangerous = obstacles.filter(({ kind }) => OF_DANGER.includes(kind));
  if (dangerous[0]) {
    throw new Problem('safety-item-refused', {
      form: dangerous[0].form,
      items: [...new Set(dangerous.flatMap(({ item }) => item ?? []))],
      obstacles,
    });
  }
  if (obstacles.some(({ kind }) => kind === 'linkage-not-available')) {
    throw new Problem('linkage-not-available', { obstacles });
  }
  throw new Problem('campaign-not-publishable', { obstacles });
}
