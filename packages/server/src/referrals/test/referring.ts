import { randomUUID } from 'node:crypto';
import type { InputOf } from '@tirek/domain/contract';
import type { referralsContract } from '@tirek/domain/referrals';
import { agreeing } from '../../cases/test/casework.ts';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import { CAST_REGION } from '../../demo/cast.ts';
import { PROVIDER, SERVICE } from '../../services/test/directory.ts';
import type { TestApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';

type Draft = InputOf<(typeof referralsContract)['draftReferral']>['referral'];
type Sending = InputOf<(typeof referralsContract)['sendReferral']>;

/** Gulmira answers for Saule, and there is a clinic with one service. */
export async function settleReferrals(app: TestApp) {
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: app.id('saule') },
  });
  const [providerId, serviceId] = [randomUUID(), randomUUID()];
  await app.as('dana').call('recordProvider', {
    ...{ id: randomUUID(), providerId, basedOn: 0, closed: null },
    provider: { ...PROVIDER, kind: 'clinic', region: CAST_REGION },
  });
  await app.as('dana').call('recordService', {
    ...{ id: randomUUID(), serviceId, basedOn: 0, closed: null },
    service: { ...SERVICE, providerId },
  });
  return { providerId, serviceId, omarov: app.id('omarov') };
}

export const draftOf = (
  serviceId: string,
  receiverId: string,
  over: Partial<Draft> = {},
): Draft => ({
  ...{ serviceId, receiverId, urgency: 'normal', speaks: 'kk' },
  items: ['name', 'born', 'speaks', 'need'],
  ...{ needId: null, proposalId: null, insteadOf: null },
  words: { need: 'Түнде ұйықтай алмайды, кеңес керек.', note: '' },
  ...over,
});

/** Madina says yes, or no, to a receiver who was named first. */
export async function agreesTo(
  client: TestClient,
  personId: string,
  { serviceId, receiverId }: { serviceId: string; receiverId: string },
): Promise<void> {
  await client.call('nameReferralReceiver', { id: randomUUID(), serviceId, receiverId });
  const given = decisionOf('referral', 'given', { receiverId });
  await client.call('recordConsent', sittingOf(personId, [given]));
}

export const withdraws = (client: TestClient, personId: string, receiverId: string) =>
  client.call('withdrawConsent', {
    ...{ id: randomUUID(), personId, party: 'person', purpose: 'referral', receiverId },
    ...{ mode: 'verbal', language: 'kk', shown: [{ purpose: 'referral', receiverId }] },
  });

/** Somebody with a draft to a receiver to whom she agreed. */
export async function drafted(
  client: TestClient,
  { serviceId, receiverId }: { serviceId: string; receiverId: string },
  over: Partial<Draft> = {},
) {
  const { familyId, personId } = await agreeing(client);
  await agreesTo(client, personId, { serviceId, receiverId });
  const referralId = await drafts(client, personId, draftOf(serviceId, receiverId, over));
  return { familyId, personId, referralId };
}

export async function drafts(client: TestClient, personId: string, referral: Draft) {
  const id = randomUUID();
  await client.call('draftReferral', { id, personId, referral });
  return id;
}

/** The sending of what the preview shows. */
export async function sendingOf(
  client: TestClient,
  referralId: string,
  over: Partial<Sending> = {},
): Promise<Sending> {
  const { mark } = await client.call('previewReferral', { referralId });
  return { id: randomUUID(), referralId, basedOn: 0, mark, override: null, ...over };
}

export const sends = async (client: TestClient, referralId: string) =>
  await client.call('sendReferral', await sendingOf(client, referralId));
