import { randomUUID } from 'node:crypto';
import type { PeerTerms, PeerWord } from '@tirek/domain/people/peers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeing, need, opening, TODAY, write } from '../../cases/test/casework.ts';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import { CAST_REGION } from '../../demo/cast.ts';
import { insertPosition, rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { bornOn, colleague, register } from '../test/registering.ts';

let app: TestApp;
let saule: TestClient;
let zarina: TestClient;
let peerId: string;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  zarina = app.as('zarina');
  peerId = app.id('zarina');
  await settle(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const TERMS: PeerTerms = { setting: 'two', means: 'walk', rhythm: 'weekly', nextOn: '2026-11-27' };
const proposal = (
  personId: string,
  matchId: string,
  terms: PeerTerms | null = TERMS,
  basedOn = 0,
) => ({ id: randomUUID(), personId, matchId, peerId, basedOn, terms });
const says = (matchId: string, word: PeerWord, metOn: string | null = null) => ({
  ...{ id: randomUUID(), matchId, word, metOn },
});
const ofZarina = async (matchId: string) =>
  (await zarina.call('listOwnPeerMatches', {})).matches.find(({ id }) => id === matchId);
const seenBySaule = async (personId: string) =>
  (await saule.call('listPeerMatches', { personId })).matches;
const tasksOf = async (familyId: string) =>
  (await saule.call('listCases', {})).cases.find(({ family }) => family.id === familyId)?.tasks;

/** A woman of one of Saule's families who agreed that Zarina, and nobody else, learns her first name. */
async function woman(given = 'Аружан', to = peerId) {
  const family = `Тілеуова${randomUUID().slice(0, 4)}`;
  const made = await register(saule, { given, family, birth: bornOn('1990-05-17') });
  await saule.call('namePeerReceiver', { id: randomUUID(), peerId: to });
  const decisions = [decisionOf('service'), decisionOf('referral', 'given', { receiverId: to })];
  await saule.call('recordConsent', sittingOf(made.personId, decisions));
  return made;
}
/** The same with a match to which Zarina has said these words. */
async function matched(words: readonly PeerWord[] = ['accepted'], given?: string) {
  const made = await woman(given);
  const matchId = randomUUID();
  await saule.call('recordPeerMatch', proposal(made.personId, matchId));
  for (const word of words) await zarina.call('sayPeerWord', says(matchId, word));
  return { ...made, matchId };
}
async function withdraw(personId: string) {
  app.clock.advance(1);
  await saule.call('withdrawConsent', {
    ...{ id: randomUUID(), personId, purpose: 'referral', receiverId: peerId, party: 'person' },
    ...{ mode: 'verbal', language: 'kk', shown: [{ purpose: 'referral', receiverId: peerId }] },
  });
}

const claims = (accountId: string) => ({
  actor_kind: 'account',
  actor_id: accountId,
  programme_id: app.programmeId,
  fully_signed_in: 'yes',
});
const triedAs = async (accountId: string, text: string) => {
  try {
    return (await rowsAsApp(app.database, claims(accountId), text)).length;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};
const ROW_POLICY = '42501';

/** The tables in which a peer provider finds rows: of the programme, and receipts of her own writes. A new table is none of them. */
const OF_NOBODY = ['consent_settings', 'programme', 'region', 'role_permission', 'write_receipt'];

/** Everything that an injected query finds under an account: each table whole. */
async function everythingFor(accountId: string): Promise<Record<string, string>> {
  const tables = await rowsAsOwner<{ name: string }>(
    app.database,
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const seen: Record<string, string> = {};
  for (const { name } of tables) {
    seen[name] = await rowsAsApp<{ all: string }>(
      app.database,
      claims(accountId),
      `select coalesce(string_agg(md5(row::text), ' ' order by md5(row::text)), '') as all from ${name} row`,
    ).then(
      ([row]) => row?.all ?? '',
      (error: { code?: string }) => String(error.code),
    );
  }
  return seen;
}

describe('a match with Zarina', () => {
  it('takes the word of both: Saule proposes what the woman agreed to, and her first name comes with Zarina’s own yes', async () => {
    const { personId, familyId } = await register(saule, {
      ...{ given: 'Аружан', family: 'Қасенова', birth: bornOn('1990-05-17') },
    });
    const matchId = randomUUID();
    const before = await saule.call('listPeerMatches', { personId });
    expect(before.peers).toContainEqual({
      ...{ id: peerId, name: 'Зарина Қасымова', isReceiver: false, isAgreed: false },
    });
    expect(await saule.refusal('recordPeerMatch', proposal(personId, matchId))).toBe(
      'peer-consent-missing',
    );
    const hospital = randomUUID();
    await saule.call('addConsentReceiver', { id: hospital, name: 'Аурухана' });
    const toHospital = decisionOf('referral', 'given', { receiverId: hospital });
    await saule.call('recordConsent', sittingOf(personId, [toHospital]));
    expect(await saule.refusal('recordPeerMatch', proposal(personId, matchId))).toBe(
      'peer-consent-missing',
    );
    for (const _ of [1, 2]) await saule.call('namePeerReceiver', { id: randomUUID(), peerId });
    const toZarina = decisionOf('referral', 'given', { receiverId: peerId });
    await saule.call('recordConsent', sittingOf(personId, [toZarina]));
    const proposed = proposal(personId, matchId);
    expect(await saule.call('recordPeerMatch', proposed)).toEqual({ version: 1 });
    expect(await saule.call('recordPeerMatch', proposed)).toEqual({ version: 1 });
    const asked = { standing: 'proposed', given: null, terms: TERMS, colleague: 'Сәуле Ахметова' };
    expect(await ofZarina(matchId)).toMatchObject(asked);
    expect(await zarina.refusal('sayPeerWord', says(matchId, 'met', TODAY))).toBe('not-found');
    await zarina.call('sayPeerWord', says(matchId, 'accepted'));
    expect(await ofZarina(matchId)).toMatchObject({ standing: 'accepted', given: 'Аружан' });
    const whole = JSON.stringify(await zarina.call('listOwnPeerMatches', {}));
    for (const part of [personId, familyId, 'Қасенова', '1990', app.id('saule')]) {
      expect(whole).not.toContain(part);
    }
    const raw = await rowsAsOwner(
      app.database,
      `select encode(sealed, 'escape') as text from peer_match_name where match_id = $1`,
      [matchId],
    );
    expect(raw).toHaveLength(1);
    expect(JSON.stringify(raw)).not.toContain('Аружан');
    const another = proposal(personId, randomUUID());
    expect(await saule.refusal('recordPeerMatch', another)).toBe('peer-match-open');
    const later = { ...TERMS, nextOn: '2026-12-04' };
    const changed = proposal(personId, matchId, later, 1);
    expect(await saule.call('recordPeerMatch', changed)).toEqual({ version: 2 });
    expect((await ofZarina(matchId))?.terms).toEqual(later);
    const over = proposal(personId, matchId, later, 1);
    expect(await saule.refusal('recordPeerMatch', over)).toBe('changed-meanwhile');
  });

  it('is a look at the woman: the log names her, and Zarina never learns under which id', async () => {
    const { personId } = await matched();
    await zarina.call('listOwnPeerMatches', {});
    const rows = await rowsAsOwner<{ action: string }>(
      app.database,
      'select distinct action from audit_entry where actor_id = $1 and $2 = any (about)',
      [peerId, personId],
    );
    expect(rows.map(({ action }) => action).toSorted()).toEqual([
      'listOwnPeerMatches',
      'sayPeerWord',
    ]);
    const { views } = await saule.call('listPersonViews', { personId });
    expect(JSON.stringify(views)).toContain('Зарина Қасымова');
  });

  it('tells of each meeting whether it was, and a worry waits with Saule at once until she has called', async () => {
    const { personId, familyId, matchId } = await matched();
    expect(await tasksOf(familyId)).toEqual([]);
    await zarina.call('sayPeerWord', says(matchId, 'met', TODAY));
    expect((await ofZarina(matchId))?.last).toEqual({ word: 'met', saidOn: TODAY });
    expect(await zarina.refusal('sayPeerWord', says(matchId, 'met'))).toBe('input-invalid');
    expect(await zarina.refusal('sayPeerWord', says(matchId, 'met', '2026-11-24'))).toBe(
      'case-day-to-come',
    );
    const worry = says(matchId, 'worried');
    for (const _ of [1, 2]) await zarina.call('sayPeerWord', worry);
    expect(await tasksOf(familyId)).toMatchObject([
      { kind: 'peer-worried', subjectId: personId, dueOn: TODAY, isFor: 'holder' },
    ]);
    await app.as('kairat').call('assignSupervision', {
      ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: app.id('saule') },
    });
    const { cases } = await app.as('gulmira').call('listCases', {});
    const ofTeam = cases.find(({ family }) => family.id === familyId)?.tasks;
    expect(ofTeam?.map(({ kind }) => kind)).toEqual(['peer-worried']);
    await write(saule, familyId, opening(personId));
    const putOff = {
      ...{ kind: 'snooze', subjectId: randomUUID(), state: 'put-off', personId: null, words: null },
      value: {
        ...{ task: 'peer-worried', of: personId, dueOn: TODAY },
        ...{ until: '2026-11-25', reason: 'colleague-away' },
      },
    };
    const late = { id: randomUUID(), familyId, basedOn: 0, entry: putOff as never };
    expect(await saule.refusal('recordCaseEntry', late)).toBe('changed-meanwhile');
    const answer = { id: randomUUID(), personId, wordId: worry.id };
    const marat = app.asAccount(await colleague(app, 'marat.worry'));
    expect(await marat.refusal('answerPeerWorry', answer)).toBe('not-found');
    await saule.call('answerPeerWorry', answer);
    const again = { ...answer, id: randomUUID() };
    expect(await saule.refusal('answerPeerWorry', again)).toBe('already-done');
    expect((await tasksOf(familyId))?.map(({ kind }) => kind)).not.toContain('peer-worried');
    const [seen] = await seenBySaule(personId);
    expect(seen?.words.map(({ word }) => word).toSorted()).toEqual(['accepted', 'met', 'worried']);
    expect(seen?.words.find(({ id }) => id === worry.id)?.answeredOn).toBe(TODAY);
  });

  it('is ended by either without a reason, and no help of the family hangs on it', async () => {
    const { personId, familyId, matchId } = await woman('Нұргүл').then(async (made) => {
      await write(saule, made.familyId, opening(made.personId));
      await write(saule, made.familyId, need({ personId: made.personId }));
      return { ...made, matchId: randomUUID() };
    });
    const help = await tasksOf(familyId);
    await saule.call('recordPeerMatch', proposal(personId, matchId));
    await zarina.call('sayPeerWord', says(matchId, 'accepted'));
    expect(await tasksOf(familyId)).toEqual(help);
    await zarina.call('sayPeerWord', says(matchId, 'ended'));
    expect(await tasksOf(familyId)).toEqual(help);
    const second = randomUUID();
    await saule.call('recordPeerMatch', proposal(personId, second));
    await zarina.call('sayPeerWord', says(second, 'declined'));
    const third = randomUUID();
    await saule.call('recordPeerMatch', proposal(personId, third));
    await zarina.call('sayPeerWord', says(third, 'accepted'));
    await saule.call('recordPeerMatch', proposal(personId, third, null, 1));
    for (const over of [matchId, second, third]) {
      expect(await ofZarina(over)).toBeUndefined();
      expect(await zarina.refusal('sayPeerWord', says(over, 'accepted'))).toBe('not-found');
      expect(await zarina.refusal('sayPeerWord', says(over, 'worried'))).toBe('not-found');
      const sealed = 'select 1 from peer_match_name where match_id = $1';
      expect(await rowsAsOwner(app.database, sealed, [over])).toEqual([]);
    }
    const back = proposal(personId, matchId, TERMS, 1);
    expect(await saule.refusal('recordPeerMatch', back)).toBe('not-found');
    const standings = (await seenBySaule(personId)).map(({ standing }) => standing);
    expect(standings.toSorted()).toEqual(['declined', 'ended', 'ended']);
    expect(await tasksOf(familyId)).toEqual(help);
    await write(saule, familyId, need({ personId }));
  });

  it('is gone from Zarina’s page with the withdrawn consent, and she can still say that she is worried', async () => {
    const { personId, familyId, matchId } = await matched();
    await withdraw(personId);
    expect(await ofZarina(matchId)).toBeUndefined();
    expect(await zarina.refusal('sayPeerWord', says(matchId, 'met', TODAY))).toBe('not-found');
    const changed = proposal(personId, matchId, TERMS, 1);
    expect(await saule.refusal('recordPeerMatch', changed)).toBe('peer-consent-missing');
    expect(await seenBySaule(personId)).toMatchObject([{ isAgreed: false }]);
    await zarina.call('sayPeerWord', says(matchId, 'worried'));
    expect((await tasksOf(familyId))?.map(({ kind }) => kind)).toContain('peer-worried');
    const end = proposal(personId, matchId, null, 1);
    expect(await saule.call('recordPeerMatch', end)).toEqual({ version: 2 });
  });

  it('goes whole when the woman is erased', async () => {
    const { personId, familyId, matchId } = await matched(['accepted', 'worried']);
    await agreeing(saule, { given: 'Ана', familyId });
    const id = randomUUID();
    await saule.call('requestErasure', { id, personId, basis: 'person-asks' });
    const decision = { kind: 'erased' } as const;
    await app.as('ruslan').call('decideErasure', { id: randomUUID(), requestId: id, decision });
    for (const table of ['peer_match', 'peer_match_name', 'peer_word']) {
      const query = `select 1 from ${table} where match_id = $1`;
      expect(await rowsAsOwner(app.database, query, [matchId]), table).toEqual([]);
    }
    expect(await ofZarina(matchId)).toBeUndefined();
  });
});

describe('a query injected under the name of', () => {
  const word = (by: string, matchId: string, said = 'accepted') =>
    `insert into peer_word (id, programme_id, match_id, word, said_by, said_at, said_on)
     values (gen_random_uuid(), '${app.programmeId}', '${matchId}', '${said}', '${by}', '${TODAY}T05:00:00Z', '${TODAY}')`;
  const match = (by: string, personId: string, to = peerId) =>
    `insert into peer_match (id, programme_id, match_id, version, person_id, peer_id, state, setting, means, rhythm,
       recorded_by, recorded_at, recorded_on)
     values (gen_random_uuid(), '${app.programmeId}', gen_random_uuid(), 1, '${personId}', '${to}', 'standing', 'two', 'walk',
       'weekly', '${by}', '${TODAY}T05:00:00Z', '${TODAY}')`;
  const own = `select * from matches_of_peer('${TODAY}')`;
  const otherPeer = async (signInName: string) => {
    const accountId = randomUUID();
    await insertPosition(app.database, {
      ...{ accountId, programmeId: app.programmeId, signInName },
      assignments: [{ role: 'peer-provider', region: CAST_REGION }],
    });
    return accountId;
  };

  it('Zarina reaches no row of anybody, and nothing that happens to a family changes what she reaches', async () => {
    const { personId, familyId, matchId } = await matched();
    await ofZarina(matchId);
    const before = await everythingFor(peerId);
    await write(saule, familyId, opening(personId));
    await write(saule, familyId, need({ personId }));
    await saule.call('recordPeerMatch', proposal(personId, matchId, TERMS, 1));
    await agreeing(saule, { given: 'Ана', familyId });
    expect(await everythingFor(peerId)).toEqual(before);
    const reached = Object.keys(before).filter(
      (name) => !['', ROW_POLICY].includes(before[name] ?? ''),
    );
    expect(reached).toEqual(OF_NOBODY);
    for (const text of [
      'select * from peer_providers()',
      `select * from peer_match_told('${matchId}', '${TODAY}')`,
      'select * from people_in_reach()',
      'select * from family_holders()',
    ]) {
      expect(await triedAs(peerId, text), text).toBe(0);
    }
    // The log puts the woman in the place of the match; whoever writes there does not get it back.
    const asLogged = `insert into audit_entry (programme_id, actor_kind, actor_id, action, effect, about)
      values ('${app.programmeId}', 'account', '${peerId}', 'sayPeerWord', 'read', array['${matchId}'::uuid]) returning about`;
    expect(await triedAs(peerId, asLogged)).toBe(ROW_POLICY);
    expect(await triedAs(peerId, match(peerId, personId))).toBe(ROW_POLICY);
    expect(await triedAs(peerId, word(app.id('saule'), matchId, 'ended'))).toBe(ROW_POLICY);
    for (const text of ['delete from peer_word', `update peer_match set peer_id = '${peerId}'`]) {
      expect(await triedAs(peerId, text), text).toBe(ROW_POLICY);
    }
  });

  it('another peer provider sees and says nothing of Zarina’s matches, and nothing of hers lengthens Zarina’s list', async () => {
    const { matchId } = await matched([]);
    const other = await otherPeer('other.peer');
    const hers = await triedAs(peerId, own);
    const { personId } = await woman('Ботагөз', other);
    expect(await triedAs(other, own)).toBe(0);
    const toOther = { ...proposal(personId, randomUUID()), peerId: other };
    await saule.call('recordPeerMatch', toOther);
    expect(await triedAs(other, own)).toBe(1);
    expect(await triedAs(peerId, own)).toBe(hers);
    expect(await triedAs(other, word(other, matchId))).toBe(ROW_POLICY);
    expect(await triedAs(peerId, word(peerId, matchId, 'met'))).not.toBe(0);
    expect(await triedAs(peerId, word(peerId, matchId))).toBe(0);
    const theirs = app.asAccount(other);
    expect(await theirs.refusal('sayPeerWord', says(matchId, 'accepted'))).toBe('not-found');
  });

  it('Saule, a colleague or a supervisor makes no match without consent, of somebody else’s person, or in Zarina’s name', async () => {
    const { personId, matchId } = await matched([]);
    const free = await woman('Ботагөз');
    const silent = await agreeing(saule);
    const [by, marat] = [app.id('saule'), await colleague(app, 'marat.peers')];
    const other = await otherPeer('unnamed.peer');
    expect(await triedAs(by, match(by, silent.personId))).toBe(ROW_POLICY);
    expect(await triedAs(by, match(by, free.personId, other))).toBe(ROW_POLICY);
    expect(await triedAs(by, match(by, free.personId, marat))).toBe(ROW_POLICY);
    expect(await triedAs(by, match(by, personId))).toBe(ROW_POLICY);
    expect(await triedAs(marat, match(marat, free.personId))).toBe(ROW_POLICY);
    expect(await triedAs(by, match(by, free.personId))).toBe(0);
    for (const who of [by, marat, app.id('gulmira'), app.id('bolat')]) {
      expect(await triedAs(who, word(who, matchId))).toBe(ROW_POLICY);
      expect(await triedAs(who, own)).toBe(0);
      expect(await triedAs(who, 'select * from peer_match_name')).toBe(0);
    }
    expect(await triedAs(marat, 'select * from peer_match')).toBe(0);
    expect(await triedAs(marat, `select * from peer_match_told('${matchId}', '${TODAY}')`)).toBe(0);
    expect(await triedAs(by, `select peer_match_standing('${matchId}')`)).toBe(ROW_POLICY);
  });
});
