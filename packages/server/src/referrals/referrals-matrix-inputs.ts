import type { referralLinkContract, referralsContract } from '@tirek/domain/referrals';
import { settings } from '../consents/consents-matrix-inputs.ts';
import { decisionOf, sittingOf } from '../consents/test/consenting.ts';
import { CAST_REGION, castId } from '../demo/cast.ts';
import { derivedKey } from '../http/derived-key.ts';
import { registered, standing } from '../people/people-matrix-inputs.ts';
import { bornOn } from '../people/test/registering.ts';
import { PROVIDER, SERVICE } from '../services/test/directory.ts';
import type { Position } from '../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';
import { rowsAsOwner } from '../test/queries.ts';
import { TEST_KEY } from '../test/throw-away-database.ts';
import { sealDisclosed } from './sealed.ts';
import { draftOf, drafts, sendingOf } from './test/referring.ts';

/** A clinic with one service; its name is a mark. */
const clinic = (world: MatrixWorld) =>
  world.once('clinic', async () => {
    const { app, programmeId, newId } = world;
    const [providerId, serviceId] = [newId(), newId()];
    // Not the name of the receiver whom consents name.
    const called = `Клиника ${MARKS.programme}`;
    const name = { kk: '', ru: called, en: '' };
    for (const [table, id, entry] of [
      ['provider', providerId, { ...PROVIDER, name }],
      ['service', serviceId, { ...SERVICE, providerId }],
    ] as const) {
      await rowsAsOwner(
        app.database,
        `insert into ${table} (id, programme_id, ${table}_id, version, regions, entry, recorded_by, recorded_at)
         values ($1, $2, $3, 1, $4, $5, $6, now())`,
        [newId(), programmeId, id, [CAST_REGION], JSON.stringify(entry), castId('dana')],
      );
    }
    await rowsAsOwner(
      app.database,
      `insert into consent_receiver (id, programme_id, name, added_by, added_at) values ($1, $2, $3, $4, now())`,
      [providerId, programmeId, called, castId('saule')],
    );
    return { providerId, serviceId };
  });

type Stage = 'draft' | 'sent' | 'without-consent';

/** Somebody with a referral to the clinic, made by the position's mate: of a supervisor her team's, else the position holds her. */
async function referred(world: MatrixWorld, position: Position, stage: Stage) {
  const { app } = world;
  await settings(world);
  const { providerId, serviceId } = await clinic(world);
  const [mate] = (await standing(world, position)).mates;
  const client = app.asAccount(mate);
  const { personId, familyId } = await registered(world, mate, {
    ...{ given: 'Біреу', birth: bornOn('1990-05-17') },
  });
  if (stage !== 'without-consent') {
    const given = [
      decisionOf('service'),
      decisionOf('referral', 'given', { receiverId: providerId }),
    ];
    await client.call('recordConsent', sittingOf(personId, given, { givenOn: world.day() }));
  }
  const urgency = stage === 'without-consent' ? 'emergency' : 'normal';
  const words = { need: MARKS.programme, note: '' };
  const draft = draftOf(serviceId, providerId, { urgency, words });
  const referralId = await drafts(client, personId, draft);
  const mark = stage === 'draft' ? (await client.call('previewReferral', { referralId })).mark : '';
  if (stage === 'sent') {
    await client.call('sendReferral', await sendingOf(client, referralId));
  }
  if (stage === 'without-consent') {
    const until = new Date(app.clock().getTime() + 3_600_000).toISOString();
    const override = { supervisorId: castId('gulmira'), until, why: 'Өміріне қауіп бар.' };
    await client.call('sendReferral', await sendingOf(client, referralId, { override }));
  }
  const isHolder = !position.name.startsWith('supervisor') && position.name !== 'stranger';
  if (position.accountId !== null && isHolder) {
    await rowsAsOwner(app.database, 'update caseload set account_id = $1 where family_id = $2', [
      position.accountId,
      familyId,
    ]);
  }
  return { personId, referralId, providerId, serviceId, draft, mark };
}

/** The same, made once for all that only look at it. */
const lookedAt = (world: MatrixWorld, position: Position, stage: 'draft' | 'sent') =>
  world.once(`referral ${stage} ${position.name}`, () => referred(world, position, stage));

/** The same for a call that uses it up: made anew where one before was answered. */
async function untouched(world: MatrixWorld, position: Position, stage: 'draft' | 'sent') {
  const known = await lookedAt(world, position, stage);
  const isUntouched = (await saidOf(world, known.referralId)) === (stage === 'sent' ? 1 : 0);
  return isUntouched ? known : await referred(world, position, stage);
}

/** How often something was said about a referral. */
async function saidOf({ app }: MatrixWorld, referralId: string): Promise<number> {
  const said = 'select from referral_event where referral_id = $1';
  return (await rowsAsOwner(app.database, said, [referralId])).length;
}

/** A referral that went to the position's account; to Dr Omarov's where it cannot be its own. */
const received = (world: MatrixWorld, position: Position): Promise<string> =>
  world.once(`referral received ${position.name}`, () => receive(world, position));

async function receive(world: MatrixWorld, position: Position): Promise<string> {
  const { app, programmeId, newId } = world;
  const { accountId, name } = position;
  const to = accountId !== null && name !== 'stranger' ? accountId : castId('omarov');
  const { personId, providerId, serviceId } = await lookedAt(world, position, 'draft');
  await rowsAsOwner(
    app.database,
    `insert into consent_receiver (id, programme_id, name, added_by, added_at)
     values ($1, $2, $3, $4, now()) on conflict do nothing`,
    [to, programmeId, `Маман ${to}`, castId('saule')],
  );
  await rowsAsOwner(
    app.database,
    `insert into consent (id, programme_id, person_id, purpose, receiver_id, party, decision, needs, mode, language,
       text_version, settings_version, given_on, is_witnessed, recorded_by, recorded_at)
     values ($1, $2, $3, 'referral', $4, 'person', 'given', '{person}', 'written', 'kk', 'referral-1', 1, $5, false, $6, now())`,
    [newId(), programmeId, personId, to, world.day(-1), castId('saule')],
  );
  const referralId = newId();
  const at = [castId('saule'), app.clock.now()];
  await rowsAsOwner(
    app.database,
    `insert into referral (id, programme_id, person_id, service_id, service_version, provider_id, receiver_id, addressee_id,
       urgency, items, speaks, sealed, made_by, made_at, made_on)
     values ($1, $2, $3, $4, 1, $5, $6, $6, 'normal', '{need}', 'kk', '', $7, $8::timestamptz,
       ($8::timestamptz at time zone 'UTC')::date)`,
    [referralId, programmeId, personId, serviceId, providerId, to, ...at],
  );
  await rowsAsOwner(
    app.database,
    `insert into referral_event (id, programme_id, referral_id, version, kind, via, said_by, said_at, said_on)
     values ($1, $2, $3, 1, 'sent', 'account', $4, $5::timestamptz, ($5::timestamptz at time zone 'UTC')::date)`,
    [newId(), programmeId, referralId, ...at],
  );
  const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);
  const sealed = sealDisclosed({ need: MARKS.programme }, referralId, keyFor);
  await rowsAsOwner(
    app.database,
    'insert into referral_content (referral_id, programme_id, sealed) values ($1, $2, $3)',
    [referralId, programmeId, sealed],
  );
  return referralId;
}

const KEY = { token: 'A'.repeat(43), code: '000000' };

export const referralsMatrixInputs: MatrixInputs<
  keyof typeof referralsContract | keyof typeof referralLinkContract
> = {
  async listReferralsOf(world, position) {
    const { personId } = await lookedAt(world, position, 'draft');
    return { personId };
  },
  async listReferrals(world, position) {
    await lookedAt(world, position, 'draft');
    return {};
  },
  async listReferralBoard(world, position) {
    await lookedAt(world, position, 'sent');
    return {};
  },
  async listReferralReceivers(world, position) {
    const { personId, serviceId } = await lookedAt(world, position, 'draft');
    return { personId, serviceId };
  },
  async nameReferralReceiver(world) {
    const { serviceId, providerId } = await clinic(world);
    return { id: world.newId(), serviceId, receiverId: providerId };
  },
  async draftReferral(world, position) {
    const { personId, draft } = await lookedAt(world, position, 'draft');
    return { id: world.newId(), personId, referral: draft };
  },
  async previewReferral(world, position) {
    const { referralId } = await lookedAt(world, position, 'draft');
    return { referralId };
  },
  async sendReferral(world, position) {
    const { referralId, mark } = await untouched(world, position, 'draft');
    return { id: world.newId(), referralId, basedOn: 0, mark, override: null };
  },
  async renewReferralLink(world, position) {
    const { referralId } = await untouched(world, position, 'sent');
    return { id: world.newId(), referralId };
  },
  async settleReferral(world, position) {
    const { referralId } = await untouched(world, position, 'sent');
    const word = { kind: 'revoked', reason: 'mistake' } as const;
    return { id: world.newId(), referralId, basedOn: 1, word };
  },
  async reviewReferral(world, position) {
    const { referralId } = await referred(world, position, 'without-consent');
    return { id: world.newId(), referralId, basedOn: 1, isRight: true };
  },
  async getReferralLetter(world, position) {
    const { referralId } = await lookedAt(world, position, 'draft');
    return { referralId, language: 'kk' };
  },
  async listReceivedReferrals(world, position) {
    await received(world, position);
    return {};
  },
  async answerReferral(world, position) {
    const referralId = await received(world, position);
    return { id: world.newId(), referralId, basedOn: 1, word: { kind: 'accepted' } };
  },
  openReferralLink: () => KEY,
  answerReferralLink: (world) => ({
    ...{ ...KEY, id: world.newId(), basedOn: 1, word: { kind: 'accepted' } },
  }),
};
