import { referralsContract } from '@tirek/domain/referrals';
import { servicesContract } from '@tirek/domain/services';
import * as z from 'zod/mini';
import type { Database } from '../db/database.ts';
import { programmeDay } from '../programmes/index.ts';
import { callAs, castActor } from './call-as.ts';
import { CAST_REGION, castId, madeUpId } from './cast.ts';
import { hasReferrals } from './queries.ts';
import { MOTHER } from './seed-circumstances.ts';
import type { DemoOptions } from './seed-demo.ts';

/**
 * A mother is referred to Dr Omarov, who has accepted; another referral of hers, to a provider without an account, is a draft to
 * which she has not agreed yet.
 */
export async function seedReferrals(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  if (await hasReferrals(database, programmeId)) return;
  const { clock, newId } = options;
  const as = (name: 'saule' | 'omarov') => (endpoint: string, input: Record<string, unknown>) =>
    callAs({ database, actor: castActor(name, programmeId) }, options, endpoint, input);
  const [saule, omarov] = [as('saule'), as('omarov')];
  const { services } = z.parse(
    servicesContract.listServices.output,
    await saule('listServices', {}),
  );
  const inRegion = services.filter(
    ({ closed, service }) => closed === null && service.regions.includes(CAST_REGION),
  );
  const offered = inRegion.find(({ service }) => service.category === 'distress') ?? inRegion[0];
  if (!offered) return;
  const receiverId = castId('omarov');
  await saule('nameReferralReceiver', { id: newId(), serviceId: offered.id, receiverId });
  await saule('recordConsent', {
    ...{ id: newId(), personId: MOTHER, party: 'person', mode: 'written', language: 'kk' },
    ...{ givenOn: programmeDay(clock().toISOString()), witness: null, guardian: null },
    unsafeReason: null,
    decisions: [
      {
        ...{ id: newId(), purpose: 'referral', textVersion: 'referral-1', receiverId },
        ...{ decision: 'given', until: null, withheld: [] },
      },
    ],
  });
  const terms = {
    ...{ serviceId: offered.id, urgency: 'normal', speaks: 'kk' },
    ...{ needId: null, proposalId: null, insteadOf: null },
  };
  const referralId = madeUpId('referral');
  await saule('draftReferral', {
    ...{ id: referralId, personId: MOTHER },
    referral: {
      ...{ ...terms, receiverId, items: ['name', 'speaks', 'need'] },
      words: { need: 'Ұйқысы нашар, түнде оянып кетеді. Маманмен сөйлескісі келеді.', note: '' },
    },
  });
  const preview = await saule('previewReferral', { referralId });
  const { mark } = z.parse(referralsContract.previewReferral.output, preview);
  await saule('sendReferral', { id: newId(), referralId, basedOn: 0, mark, override: null });
  const word = { kind: 'accepted' };
  await omarov('answerReferral', { id: newId(), referralId, basedOn: 1, word });
  await saule('draftReferral', {
    ...{ id: madeUpId('referral in draft'), personId: MOTHER },
    referral: {
      ...{ ...terms, receiverId: offered.service.providerId, items: ['name', 'need'] },
      words: { need: 'Балаларымен бірге топқа қатысқысы келеді.', note: '' },
    },
  });
}
