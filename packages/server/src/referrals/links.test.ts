import { randomUUID } from 'node:crypto';
import { foldReferral, type ReceiverWord } from '@tirek/domain/referrals';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';
import { drafted, sends, settleReferrals, withdraws } from './test/referring.ts';

let app: TestApp;
let saule: TestClient;
let place: Awaited<ReturnType<typeof settleReferrals>>;
let visitor: TestClient;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  visitor = app.visitor();
  place = await settleReferrals(app);
});
afterAll(() => app[Symbol.asyncDispose]());
/** Sessions end while nobody asks: whoever works signs in anew. */
function later(minutes: number) {
  app.clock.advance(minutes);
  saule = app.as('saule');
}
beforeEach(() => later(5));

/** A referral to the clinic, whose link and code Saule has handed over. */
async function linked() {
  const to = { serviceId: place.serviceId, receiverId: place.providerId };
  const made = await drafted(saule, to);
  const { link } = await sends(saule, made.referralId);
  if (!link) throw new Error('no link');
  return { ...made, code: link.code, token: tokenOf(link.url) };
}
const tokenOf = (url: string) => url.split('#')[1] ?? '';
const open = (key: { token: string; code: string }) =>
  visitor.call('openReferralLink', { token: key.token, code: key.code });
const other = (code: string) => (code === '000000' ? '000001' : '000000');
async function says(key: { token: string; code: string }, word: ReceiverWord) {
  const opened = await open(key);
  const basedOn = opened.kind === 'open' ? opened.referral.version : 0;
  const { token, code } = key;
  return await visitor.call('answerReferralLink', { id: randomUUID(), token, code, basedOn, word });
}
async function stateOf(personId: string, referralId: string) {
  const { referrals, now } = await saule.call('listReferralsOf', { personId });
  const known = referrals.find(({ referral }) => referral.id === referralId);
  return known && foldReferral(known.referral, known.events, now).state;
}

describe('a receiver without an account', () => {
  it('opens the one referral with the link and the code, answers, and gives feedback', async () => {
    const { personId, referralId, ...key } = await linked();
    const opened = await open(key);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    expect(opened.referral).toMatchObject({ id: referralId, state: 'received' });
    expect(Object.keys(opened.referral.disclosed).sort()).toEqual([
      ...['born', 'name', 'need', 'speaks'],
    ]);
    expect(JSON.stringify(opened)).not.toContain(personId);
    await says(key, { kind: 'accepted' });
    await says(key, { kind: 'attended', cameOn: '2026-11-23' });
    await says(key, { kind: 'completed' });
    const feedback = { hasCome: true, helped: 'much', next: 'nothing', words: 'Рахмет.' } as const;
    expect(await says(key, { kind: 'feedback', ...feedback })).toMatchObject({ kind: 'open' });
    expect(await stateOf(personId, referralId)).toBe('feedback');
    const log = await rowsAsOwner<{ programmeId: string; actorKind: string }>(
      app.database,
      `select programme_id as "programmeId", actor_kind as "actorKind" from audit_entry
       where action = 'openReferralLink' and $1 = any (about) limit 1`,
      [personId],
    );
    expect(log).toEqual([{ programmeId: app.programmeId, actorKind: 'visitor' }]);
  });

  it('says a word once however often it is sent, and not one that cannot follow', async () => {
    const { personId, referralId, token, code } = await linked();
    await open({ token, code });
    const word = { kind: 'accepted' } as const;
    const sent = { id: randomUUID(), token, code, basedOn: 2, word };
    await visitor.call('answerReferralLink', sent);
    await visitor.call('answerReferralLink', sent);
    const { referrals } = await saule.call('listReferralsOf', { personId });
    const known = referrals.find(({ referral }) => referral.id === referralId);
    expect(known?.events.map(({ kind }) => kind)).toEqual(['sent', 'received', 'accepted']);
    expect(await says({ token, code }, { kind: 'feedback', ...FEEDBACK })).toEqual({
      kind: 'not-now',
    });
  });

  it('loses it when he declines: the link opens nothing any more', async () => {
    const { token, code } = await linked();
    expect(await says({ token, code }, { kind: 'declined', reason: 'no-room' })).toEqual({
      kind: 'done',
    });
    expect(await open({ token, code })).toEqual({ kind: 'refused' });
  });
});

const FEEDBACK = { hasCome: true, helped: 'much', next: 'nothing', words: '' } as const;

describe('whoever is not meant', () => {
  it('guesses five codes and then none: not even the right one opens', async () => {
    const { token, code } = await linked();
    for (const left of [4, 3, 2, 1, 0]) {
      expect(await open({ token, code: other(code) })).toEqual({
        ...{ kind: 'wrong-code', triesLeft: left },
      });
    }
    expect(await open({ token, code })).toEqual({ kind: 'refused' });
  });

  it('counts tries at answering as well', async () => {
    const { token, code } = await linked();
    for (let at = 0; at < 5; at += 1) {
      const wrong = { id: randomUUID(), token, code: other(code), basedOn: 0 };
      await visitor.call('answerReferralLink', { ...wrong, word: { kind: 'accepted' } });
    }
    expect(await open({ token, code })).toEqual({ kind: 'refused' });
  });

  it('gets nothing with a token that nobody made, or with the code of another referral', async () => {
    const [one, two] = [await linked(), await linked()];
    const made = 'A'.repeat(43);
    expect(await open({ token: made, code: one.code })).toEqual({ kind: 'refused' });
    if (one.code !== two.code) {
      expect(await open({ token: one.token, code: two.code })).toMatchObject({
        kind: 'wrong-code',
      });
    }
  });

  it('gets nothing with a link that was replaced; the new one has new tries', async () => {
    const { referralId, token, code } = await linked();
    await open({ token, code: other(code) });
    const renewed = await saule.call('renewReferralLink', { id: randomUUID(), referralId });
    expect(await open({ token, code })).toEqual({ kind: 'refused' });
    const key = { token: tokenOf(renewed.url), code: renewed.code };
    expect(await open(key)).toMatchObject({ kind: 'open' });
  });

  it('gets nothing once she has withdrawn, and no new link is made then', async () => {
    const { personId, referralId, token, code } = await linked();
    await withdraws(saule, personId, place.providerId);
    expect(await open({ token, code })).toEqual({ kind: 'refused' });
    const again = { id: randomUUID(), referralId };
    expect(await saule.refusal('renewReferralLink', again)).toBe('referral-not-now');
  });

  it('gets nothing after the time for an answer is over', async () => {
    const { token, code } = await linked();
    later(15 * 24 * 60);
    expect(await open({ token, code })).toEqual({ kind: 'refused' });
  });

  it('gets nothing after thirty days, though the help goes on', async () => {
    const { token, code } = await linked();
    await says({ token, code }, { kind: 'accepted' });
    later(31 * 24 * 60);
    expect(await open({ token, code })).toEqual({ kind: 'refused' });
  });

  it('finds neither token nor code in the database', async () => {
    const { token, code, referralId } = await linked();
    const rows = await rowsAsOwner(
      app.database,
      'select * from referral_link where referral_id = $1',
      [referralId],
    );
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(`"${code}"`);
    const receipts = await rowsAsOwner(
      app.database,
      `select output from write_receipt where endpoint = 'sendReferral' and output is not null`,
    );
    expect(receipts).toEqual([]);
  });
});
