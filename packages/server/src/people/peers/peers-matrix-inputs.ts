import type { peersContract } from '@tirek/domain/people/peers';
import { settings } from '../../consents/consents-matrix-inputs.ts';
import { CAST_REGION, castId } from '../../demo/cast.ts';
import { derivedKey } from '../../http/derived-key.ts';
import type { Position } from '../../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../../test/matrix/world.ts';
import { insertPosition, rowsAsOwner } from '../../test/queries.ts';
import { TEST_KEY } from '../../test/throw-away-database.ts';
import { nearest, registered, standing } from '../people-matrix-inputs.ts';
import { sealFirstName } from './sealed-first-name.ts';

/** A peer provider whose name is a mark. */
const markedPeer = (world: MatrixWorld): Promise<string> =>
  world.once('marked peer', async () => {
    const { app, programmeId, newId } = world;
    const accountId = newId();
    await insertPosition(app.database, {
      ...{ accountId, programmeId, signInName: `peer-${accountId}` },
      assignments: [{ role: 'peer-provider', region: CAST_REGION }],
    });
    await rowsAsOwner(app.database, 'update account set display_name = $1 where id = $2', [
      MARKS.programme,
      accountId,
    ]);
    return accountId;
  });

/** Somebody agreed that a peer provider learns her first name. */
async function agrees(world: MatrixWorld, personId: string, peerId: string): Promise<void> {
  const { app, programmeId, newId } = world;
  await settings(world);
  await rowsAsOwner(
    app.database,
    `insert into consent_receiver (id, programme_id, name, added_by, added_at)
     values ($1, $2, $3, $4, now()) on conflict do nothing`,
    [peerId, programmeId, `Адам ${peerId}`, castId('saule')],
  );
  await rowsAsOwner(
    app.database,
    `insert into consent (id, programme_id, person_id, purpose, receiver_id, party, decision, needs, mode, language,
       text_version, settings_version, given_on, is_witnessed, recorded_by, recorded_at)
     values ($1, $2, $3, 'referral', $4, 'person', 'given', '{person}', 'written', 'kk', 'referral-1', 1, $5, false, $6, now())`,
    [newId(), programmeId, personId, peerId, world.day(-1), castId('saule')],
  );
}

/** Somebody made for one call: her family is held by the position, also by one that must not hold any. */
async function somebody(world: MatrixWorld, position: Position): Promise<string> {
  const { app } = world;
  const [mate] = (await standing(world, position)).mates;
  const { personId, familyId } = await registered(world, mate, { given: 'Біреу' });
  if (position.accountId !== null && position.name !== 'stranger') {
    await rowsAsOwner(app.database, 'update caseload set account_id = $1 where family_id = $2', [
      position.accountId,
      familyId,
    ]);
  }
  return personId;
}

/** A match, made by the owner, with the words that the peer provider said. @returns its id and those of the words. */
async function matched(
  world: MatrixWorld,
  {
    personId,
    peerId,
    given,
    words,
  }: { personId: string; peerId: string; given: string; words: readonly string[] },
): Promise<{ matchId: string; wordIds: string[] }> {
  const { app, programmeId, newId } = world;
  const matchId = newId();
  await agrees(world, personId, peerId);
  await rowsAsOwner(
    app.database,
    `insert into peer_match (id, programme_id, match_id, version, person_id, peer_id, state, setting, means, rhythm,
       recorded_by, recorded_at, recorded_on)
     values ($1, $2, $3, 1, $4, $5, 'standing', 'two', 'centre', 'weekly', $6, $7::timestamptz,
       ($7::timestamptz at time zone 'UTC')::date)`,
    [newId(), programmeId, matchId, personId, peerId, castId('saule'), app.clock.now()],
  );
  const sealed = sealFirstName(given, matchId, (purpose) => derivedKey(TEST_KEY, purpose));
  await rowsAsOwner(
    app.database,
    'insert into peer_match_name (match_id, programme_id, sealed) values ($1, $2, $3)',
    [matchId, programmeId, sealed],
  );
  const wordIds = words.map(() => newId());
  for (const [at, word] of words.entries()) {
    await rowsAsOwner(
      app.database,
      `insert into peer_word (id, programme_id, match_id, word, said_by, said_at, said_on)
       values ($1, $2, $3, $4, $5, $6::timestamptz, ($6::timestamptz at time zone 'UTC')::date)`,
      [wordIds[at], programmeId, matchId, word, peerId, app.clock.now()],
    );
  }
  return { matchId, wordIds };
}

/** The position's account; Zarina's where the match cannot be its own. */
const ownPeer = ({ accountId, name }: Position): string =>
  accountId !== null && name !== 'stranger' ? accountId : castId('zarina');

export const peersMatrixInputs: MatrixInputs<keyof typeof peersContract> = {
  async listOwnPeerMatches(world, position) {
    const peerId = ownPeer(position);
    await world.once(`own matches ${position.name}`, async () => {
      for (const [to, given] of [
        [peerId, MARKS.programme],
        [await markedPeer(world), MARKS.elsewhere],
      ] as const) {
        const personId = await somebody(world, position);
        await matched(world, { personId, peerId: to, given, words: ['accepted'] });
      }
    });
    return {};
  },
  async sayPeerWord(world, position) {
    const personId = await somebody(world, position);
    const about = { personId, peerId: ownPeer(position), given: 'Біреу', words: [] };
    const { matchId } = await matched(world, about);
    return { id: world.newId(), matchId, word: 'accepted' as const, metOn: null };
  },
  async listPeerMatches(world, position) {
    const { personId } = await nearest(world, position);
    await world.once(`match ${position.name}`, async () => {
      const peerId = await markedPeer(world);
      await matched(world, { personId, peerId, given: 'Біреу', words: ['accepted'] });
    });
    return { personId };
  },
  async namePeerReceiver(world) {
    const { app, programmeId, newId } = world;
    const peerId = newId();
    await insertPosition(app.database, {
      ...{ accountId: peerId, programmeId, signInName: `peer-${peerId}` },
      assignments: [{ role: 'peer-provider', region: CAST_REGION }],
    });
    return { id: newId(), peerId };
  },
  async recordPeerMatch(world, position) {
    const personId = await somebody(world, position);
    const peerId = await markedPeer(world);
    await agrees(world, personId, peerId);
    return {
      ...{ id: world.newId(), personId, matchId: world.newId(), peerId, basedOn: 0 },
      terms: { setting: 'two', means: 'centre', rhythm: 'weekly', nextOn: null },
    };
  },
  async answerPeerWorry(world, position) {
    const personId = await somebody(world, position);
    const peerId = await markedPeer(world);
    const words = ['accepted', 'worried'];
    const { wordIds } = await matched(world, { personId, peerId, given: 'Біреу', words });
    return { id: world.newId(), personId, wordId: wordIds[1] ?? '' };
  },
};
