import { randomUUID } from 'node:crypto';
import { MERGE_CONFLICTS } from '@tirek/domain/people/merging';
import { EVENT_KINDS, foldReferral, NEXT, type ReceiverWord } from '@tirek/domain/referrals';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agreeing } from '../cases/test/casework.ts';
import { inRequest } from '../db/request-transaction.ts';
import { CAST_REGION } from '../demo/cast.ts';
import { derivedKey } from '../http/derived-key.ts';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';
import { TEST_KEY } from '../test/throw-away-database.ts';
import { followReferrals } from './follow-referrals.ts';
import { referralsHeld } from './held-about.ts';
import {
  agreesTo,
  drafted,
  draftOf,
  drafts,
  sendingOf,
  sends,
  settleReferrals,
  withdraws,
} from './test/referring.ts';

let app: TestApp;
let saule: TestClient;
let gulmira: TestClient;
let omarov: TestClient;
let place: Awaited<ReturnType<typeof settleReferrals>>;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  gulmira = app.as('gulmira');
  omarov = app.as('omarov');
  place = await settleReferrals(app);
});
afterAll(() => app[Symbol.asyncDispose]());
/** Sessions end while nobody asks: whoever works signs in anew. */
function later(minutes: number) {
  app.clock.advance(minutes);
  saule = app.as('saule');
  gulmira = app.as('gulmira');
  omarov = app.as('omarov');
}
beforeEach(() => later(1));

const toOmarov = () => ({ serviceId: place.serviceId, receiverId: place.omarov });
const toClinic = () => ({ serviceId: place.serviceId, receiverId: place.providerId });
const received = async () => (await omarov.call('listReceivedReferrals', {})).referrals;
const isShown = async (referralId: string) =>
  (await received()).some(({ id }) => id === referralId);
const says = async (referralId: string, word: ReceiverWord) => {
  const own = (await received()).find(({ id }) => id === referralId);
  await omarov.call('answerReferral', {
    ...{ id: randomUUID(), referralId, basedOn: own?.version ?? 0, word },
  });
};
async function standingOf(client: TestClient, personId: string, referralId: string) {
  const { referrals, now } = await client.call('listReferralsOf', { personId });
  const known = referrals.find(({ referral }) => referral.id === referralId);
  if (!known) throw new Error('no such referral');
  return { ...known, ...foldReferral(known.referral, known.events, now) };
}
async function follow() {
  await followReferrals.run({
    ...{ database: app.database, clock: app.clock, newId: randomUUID, folder: '', log: () => {} },
    keyFor: (purpose) => derivedKey(TEST_KEY, purpose),
  });
}
const messagesTo = async (accountId: string) =>
  (
    await rowsAsOwner<{ kind: string }>(
      app.database,
      'select kind from message where account_id = $1 order by queued_at',
      [accountId],
    )
  ).length;

describe('Saule refers Madina to Dr Omarov', () => {
  it('and he sees what was shown word for word, nothing beside, and neither her family nor her id', async () => {
    const { personId, referralId } = await drafted(saule, toOmarov());
    expect(await isShown(referralId)).toBe(false);
    const preview = await saule.call('previewReferral', { referralId });
    await sends(saule, referralId);
    const own = (await received()).find(({ id }) => id === referralId);
    expect(own?.disclosed).toEqual(preview.disclosed);
    expect(Object.keys(own?.disclosed ?? {}).sort()).toEqual(['born', 'name', 'need', 'speaks']);
    expect(own?.colleague).toBe('Сәуле Ахметова');
    expect(JSON.stringify(own)).not.toContain(personId);
    for (const table of ['referral', 'referral_event', 'referral_content', 'person', 'consent']) {
      const { rows } = await rowsOf(table);
      expect(rows, table).toBe(0);
    }
    const log = await rowsAsOwner<{ about: string[] }>(
      app.database,
      `select about from audit_entry where action = 'listReceivedReferrals' and $1 = any (about)`,
      [personId],
    );
    expect(log.length).toBeGreaterThan(0);
  });

  it('and follows it from the receipt to his feedback, and closes it', async () => {
    const { personId, referralId } = await drafted(saule, toOmarov());
    await sends(saule, referralId);
    const at = '2026-12-01T05:00:00.000Z';
    const words = 'Екі апта сайын келіп тұрсын.';
    for (const word of [
      { kind: 'received' },
      { kind: 'accepted' },
      { kind: 'appointment', at },
      { kind: 'no-show' },
      { kind: 'appointment', at },
      { kind: 'attended', cameOn: '2026-11-24' },
      { kind: 'in-service' },
      { kind: 'completed' },
      { kind: 'feedback', hasCome: true, helped: 'some', next: 'goes-on', words },
    ] as const) {
      later(word.kind === 'attended' ? 24 * 60 : 1);
      await says(referralId, word);
    }
    const told = await standingOf(saule, personId, referralId);
    expect(told).toMatchObject({ state: 'feedback', waitsFor: 'referrer' });
    expect(told.events.at(-1)?.feedback).toMatchObject({ helped: 'some', words });
    const close = { id: randomUUID(), referralId, basedOn: told.version };
    const word = { kind: 'closed', reason: 'helped' } as const;
    await saule.call('settleReferral', { ...close, word });
    await saule.call('settleReferral', { ...close, word });
    expect(await standingOf(saule, personId, referralId)).toMatchObject({ state: 'closed' });
    expect(await isShown(referralId)).toBe(false);
    const again = { ...close, id: randomUUID(), basedOn: told.version + 1, word };
    expect(await saule.refusal('settleReferral', again)).toBe('referral-not-now');
  });

  it('only with her consent to exactly him: one to the clinic does not do, in code and in the database', async () => {
    const { personId } = await agreeing(saule);
    await agreesTo(saule, personId, toClinic());
    const referralId = await drafts(saule, personId, draftOf(place.serviceId, place.omarov));
    const sending = await sendingOf(saule, referralId);
    expect(await saule.refusal('sendReferral', sending)).toBe('referral-consent-missing');
    expect(await isShown(referralId)).toBe(false);
    const unsealed = await saule.raw('getReferralLetter', { referralId, language: 'kk' });
    expect(unsealed.body).toMatchObject({ code: 'referral-consent-missing' });
    const allowed = await rowsAsOwner<{ may: boolean }>(
      app.database,
      `select may_tell_referral($1, 1, 'sent', 'account', now(), current_date, null, null, null) as may`,
      [referralId],
    );
    expect(allowed[0]?.may).toBe(false);
  });

  it('and what changed since the preview is shown anew before it goes', async () => {
    const { referralId } = await drafted(saule, toOmarov());
    const sending = await sendingOf(saule, referralId, { mark: 'x'.repeat(64) });
    expect(await saule.refusal('sendReferral', sending)).toBe('changed-meanwhile');
  });

  it('and the moment she withdraws he has lost it, what was told is gone, and he is told so', async () => {
    const { personId, referralId } = await drafted(saule, toOmarov());
    await sends(saule, referralId);
    await says(referralId, { kind: 'accepted' });
    const [own] = (await received()).filter(({ id }) => id === referralId);
    await follow();
    const before = await messagesTo(place.omarov);
    await withdraws(saule, personId, place.omarov);
    expect(await isShown(referralId)).toBe(false);
    const late = { id: randomUUID(), referralId, basedOn: own?.version ?? 0 };
    const word = { kind: 'appointment', at: '2026-12-02T05:00:00.000Z' } as const;
    expect(await omarov.refusal('answerReferral', { ...late, word })).toBe('not-found');
    const kept = await rowsAsOwner(
      app.database,
      'select 1 from referral_content where referral_id = $1',
      [referralId],
    );
    expect(kept).toEqual([]);
    const told = await standingOf(saule, personId, referralId);
    expect(told).toMatchObject({ state: 'revoked', waitsFor: null });
    expect(told.events.at(-1)).toMatchObject({ via: 'system', reason: 'withdrawn' });
    await follow();
    await follow();
    expect(await messagesTo(place.omarov)).toBe(before + 1);
  });

  it('tells him of what is new, her of his answer, both before the time is over, and takes silence back', async () => {
    const { personId, referralId } = await drafted(saule, toOmarov(), { urgency: 'urgent' });
    await follow();
    const [his, hers] = [await messagesTo(place.omarov), await messagesTo(app.id('saule'))];
    await sends(saule, referralId);
    await follow();
    expect([await messagesTo(place.omarov), await messagesTo(app.id('saule'))]).toEqual([
      ...[his + 1, hers],
    ]);
    later(55 * 60);
    await follow();
    expect([await messagesTo(place.omarov), await messagesTo(app.id('saule'))]).toEqual([
      ...[his + 2, hers + 1],
    ]);
    later(18 * 60);
    expect(await isShown(referralId)).toBe(false);
    expect(await standingOf(saule, personId, referralId)).toMatchObject({ state: 'expired' });
    await follow();
    expect(await messagesTo(app.id('saule'))).toBe(hers + 2);
    const told = await standingOf(saule, personId, referralId);
    expect(told.events.at(-1)).toMatchObject({ kind: 'expired', via: 'system' });
    expect(told).toMatchObject({ waitsFor: 'referrer' });
  });

  it('elsewhere after he could not take her: the old one ends, the new one names it', async () => {
    const { personId, referralId } = await drafted(saule, toOmarov());
    await sends(saule, referralId);
    await says(referralId, { kind: 'declined', reason: 'no-room' });
    expect(await isShown(referralId)).toBe(false);
    const { version, state } = await standingOf(saule, personId, referralId);
    expect(state).toBe('declined');
    await agreesTo(saule, personId, toClinic());
    const instead = draftOf(place.serviceId, place.providerId, { insteadOf: referralId });
    const nextId = await drafts(saule, personId, instead);
    await saule.call('settleReferral', {
      ...{ id: randomUUID(), referralId, basedOn: version, word: { kind: 'redirected' } },
    });
    expect((await standingOf(saule, personId, nextId)).referral.insteadOf).toBe(referralId);
  });
});

describe('an emergency without consent', () => {
  const endangered = async () => {
    const { personId } = await agreeing(saule, { purposes: [] });
    const draft = draftOf(place.serviceId, place.omarov, { urgency: 'emergency' });
    return { personId, referralId: await drafts(saule, personId, draft) };
  };
  const override = (over: { supervisorId?: string; hours?: number } = {}) => ({
    supervisorId: over.supervisorId ?? app.id('gulmira'),
    until: new Date(app.clock().getTime() + (over.hours ?? 24) * 3_600_000).toISOString(),
    why: 'Өміріне қауіп бар, телефонына жауап бермейді.',
  });

  it('goes with a reason, a supervisor and an end; she looks at it, and it ends by itself', async () => {
    const { personId, referralId } = await endangered();
    await saule.call('sendReferral', await sendingOf(saule, referralId, { override: override() }));
    expect(await isShown(referralId)).toBe(true);
    await says(referralId, { kind: 'accepted' });
    const told = await standingOf(gulmira, personId, referralId);
    expect(told.override).toMatchObject({ isUpheld: false, why: override().why });
    const review = { id: randomUUID(), referralId, basedOn: told.version, isRight: true };
    expect(await saule.refusal('reviewReferral', review)).toBe('not-allowed');
    await gulmira.call('reviewReferral', review);
    expect((await standingOf(saule, personId, referralId)).override?.isUpheld).toBe(true);
    later(25 * 60);
    expect(await isShown(referralId)).toBe(false);
    await follow();
    expect(await standingOf(saule, personId, referralId)).toMatchObject({ state: 'revoked' });
  });

  it('is taken back at once where she finds it was not right', async () => {
    const { personId, referralId } = await endangered();
    await saule.call('sendReferral', await sendingOf(saule, referralId, { override: override() }));
    await gulmira.call('reviewReferral', {
      ...{ id: randomUUID(), referralId, basedOn: 1, isRight: false },
    });
    expect(await isShown(referralId)).toBe(false);
    const { events } = await standingOf(saule, personId, referralId);
    expect(events.at(-1)).toMatchObject({ kind: 'revoked', reason: 'not-justified' });
  });

  it('does not go for longer than three days, on her own word, or when it is not one', async () => {
    const { personId, referralId } = await endangered();
    for (const wrong of [
      override({ hours: 100 }),
      override({ hours: -1 }),
      override({ supervisorId: app.id('saule') }),
      override({ supervisorId: place.omarov }),
    ]) {
      const sending = await sendingOf(saule, referralId, { override: wrong });
      expect(await saule.refusal('sendReferral', sending)).toBe('referral-override-refused');
    }
    const usual = draftOf(place.serviceId, place.omarov);
    const refused = { id: randomUUID(), personId, referral: usual };
    expect(await saule.refusal('draftReferral', refused)).toBe('case-consent-missing');
  });
});

describe('the walls', () => {
  it('show Aidos where it went and how it stands in his region, and nobody', async () => {
    const { personId, referralId } = await drafted(saule, toOmarov());
    await sends(saule, referralId);
    const { rows } = await app.as('aidos').call('listReferralBoard', {});
    expect(rows).toContainEqual(
      expect.objectContaining({ region: 'KZ-27', state: 'sent', isOverdue: false }),
    );
    const text = JSON.stringify(rows);
    for (const hidden of [personId, referralId, 'Мәдина', 'Сейітова', 'ұйықтай']) {
      expect(text).not.toContain(hidden);
    }
    expect(await app.as('aidos').refusal('listReferralsOf', { personId })).toBe('not-allowed');
  });

  it('list for Saule what is open, with names and whose turn it is, and for nobody else', async () => {
    const { personId, referralId } = await drafted(saule, toOmarov());
    const { referrals } = await saule.call('listReferrals', {});
    const own = referrals.find(({ referral }) => referral.id === referralId);
    expect(own).toMatchObject({ person: { id: personId }, holder: 'Сәуле Ахметова' });
    expect(own?.person.name).toContain('Мәдина');
    expect(await app.as('zarina').refusal('listReferrals', {})).toBe('not-allowed');
  });

  it('hold the same life cycle in the database as in the domain', async () => {
    for (const [state, next] of Object.entries(NEXT)) {
      const kinds = EVENT_KINDS.filter((kind) => kind !== 'upheld');
      const rows = await rowsAsOwner<{ kind: string; may: boolean }>(
        app.database,
        `select kind, referral_may_follow($1, kind) as may from unnest($2::text[]) as kind`,
        [state, kinds],
      );
      const may = rows.filter((row) => row.may).map(({ kind }) => kind);
      expect(may.sort(), state).toEqual([...next].sort());
    }
  });

  it('show Saule what he reads, also after her telephone has changed', async () => {
    const items = ['name', 'phone', 'need'] as const;
    const { personId, referralId } = await drafted(saule, toOmarov(), { items: [...items] });
    const { disclosed } = await saule.call('previewReferral', { referralId });
    await sends(saule, referralId);
    const person = await saule.call('getPerson', { personId });
    const [newest] = person.identities;
    if (!newest) throw new Error('no identity');
    const identity = { ...newest.identity, phones: ['+7 701 111 22 33'] };
    await saule.call('changeIdentity', {
      ...{ id: randomUUID(), personId, basedOn: newest.version, identity },
    });
    expect((await saule.call('previewReferral', { referralId })).disclosed).toEqual(disclosed);
    const own = (await received()).find(({ id }) => id === referralId);
    expect(own?.disclosed).toEqual(disclosed);
  });

  it('follow a person who stood twice in the register, and what she withdraws then', async () => {
    const { personId: kept } = await agreeing(saule);
    const { personId: other, referralId } = await drafted(saule, toOmarov());
    await sends(saule, referralId);
    const confirmed = [...MERGE_CONFLICTS];
    await saule.call('askMerge', {
      id: randomUUID(),
      personId: kept,
      otherId: other,
      confirmed,
    });
    expect(await standingOf(saule, kept, referralId)).toMatchObject({ state: 'sent' });
    await withdraws(saule, kept, place.omarov);
    expect(await isShown(referralId)).toBe(false);
    expect(await standingOf(saule, kept, referralId)).toMatchObject({ state: 'revoked' });
  });

  it('tell her in her own copy to whom she was referred and what came of it', async () => {
    const { personId, referralId } = await drafted(saule, toOmarov());
    await sends(saule, referralId);
    const actor = {
      ...{ kind: 'account' as const, accountId: app.id('saule'), programmeId: app.programmeId },
      ...{ assignments: [{ role: 'practitioner' as const, region: CAST_REGION }] },
      ...{ sessionId: randomUUID(), isFullySignedIn: true as const },
    };
    const keyFor = (purpose: string) => derivedKey(TEST_KEY, purpose);
    const [section] = await inRequest(app.database, actor, (tx) =>
      referralsHeld.read({ tx, actor, keyFor, personId, language: 'kk' }),
    );
    const text = JSON.stringify(section?.items);
    for (const told of ['Ерлан Омаров', 'Қандай көмек керек', 'Жіберілді', 'ұйықтай алмайды']) {
      expect(text).toContain(told);
    }
  });

  it('are closed by an erasure: nothing of hers is left with anybody', async () => {
    const { personId, referralId } = await drafted(saule, toOmarov());
    await sends(saule, referralId);
    const preview = await saule.call('previewErasure', { personId });
    expect(JSON.stringify(preview)).toContain('referrals');
    await rowsAsOwner(
      app.database,
      'insert into erasure (person_id, programme_id, erased_at) values ($1, $2, now())',
      [personId, app.programmeId],
    );
    expect(await isShown(referralId)).toBe(false);
    const left = await rowsAsOwner(
      app.database,
      'select 1 from referral where id = $1 union all select 1 from referral_event where referral_id = $1',
      [referralId],
    );
    expect(left).toEqual([]);
  });
});

/** What the program's own login reads of a table as Dr Omarov. */
async function rowsOf(table: string): Promise<{ rows: number }> {
  const client = await app.database.appPool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('tirek.actor_kind', 'account', true), set_config('tirek.actor_id', $1, true),
         set_config('tirek.programme_id', $2, true), set_config('tirek.fully_signed_in', 'yes', true)`,
      [place.omarov, app.programmeId],
    );
    try {
      const { rows } = await client.query(`select count(*)::integer as rows from ${table}`);
      return rows[0] as { rows: number };
    } catch {
      return { rows: 0 };
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
}
