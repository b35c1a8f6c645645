import type { SignedInActor } from '@tirek/domain/access';
import type {
  OwnPeerMatch,
  PeerStanding,
  PeerTerms,
  PeerWord,
  PeerWorry,
  SaidWord,
} from '@tirek/domain/people/peers';
import type { HeldPeerMatches } from '@tirek/domain/privacy/own-copy';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { recordsOf, standingId } from '../merging/queries.ts';

export interface OwnMatchRow extends PeerTerms {
  readonly matchId: string;
  readonly standing: OwnPeerMatch['standing'];
  readonly sealed: Buffer | null;
  readonly colleague: string | null;
  readonly lastWord: NonNullable<OwnPeerMatch['last']>['word'] | null;
  readonly lastOn: string | null;
}

/** The actor's own matches as they stand on a day. */
export async function listOwnMatches(tx: Tx, on: string): Promise<OwnMatchRow[]> {
  const { rows } = await sql<OwnMatchRow>`
    select match_id, standing, sealed, setting, means, rhythm, next_on, colleague, last_word, last_on
    from matches_of_peer(${on}::date) order by next_on nulls last, match_id`.execute(tx);
  return rows;
}

/** Makes whoever writes about the same match, or about the matches of the same person, wait. */
export async function lockPeers(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('peers ' || ${id}, 0))`.execute(tx);
}

/** Whether the actor may say this of the match now: it is her own, and what was said before leaves room for it. */
export async function maySay(
  tx: Tx,
  { matchId, word, on }: { matchId: string; word: PeerWord; on: string },
): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select may_say_peer_word(${matchId}::uuid, ${word}, ${on}::date) as may`.execute(tx);
  return rows[0]?.may === true;
}

export async function insertPeerWord(
  tx: Tx,
  actor: SignedInActor,
  row: {
    readonly id: string;
    readonly matchId: string;
    readonly word: PeerWord;
    readonly metOn: string | null;
    readonly now: string;
    readonly today: string;
  },
): Promise<void> {
  const { now, today, ...rest } = row;
  await tx
    .insertInto('peerWord')
    .values({
      ...rest,
      programmeId: actor.programmeId,
      saidBy: actor.accountId,
      saidAt: now,
      saidOn: today,
    })
    .execute();
}

export interface MatchVersion {
  readonly matchId: string;
  readonly version: number;
  readonly peerId: string;
  readonly terms: PeerTerms | null;
  readonly recordedOn: string;
}

/** Every version of the matches of somebody within reach; the oldest first. */
export async function listMatchVersions(
  tx: Tx,
  actor: SignedInActor,
  personId: string,
): Promise<MatchVersion[]> {
  const rows = await tx
    .selectFrom('peerMatch')
    .select(['matchId', 'version', 'peerId', 'state', 'recordedOn'])
    .select(['setting', 'means', 'rhythm', 'nextOn'])
    .where('personId', '=', recordsOf([personId]))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('recordedAt')
    .orderBy('version')
    .execute();
  return rows.map(({ state, setting, means, rhythm, nextOn, ...row }) => ({
    ...row,
    terms: state === 'standing' ? ({ setting, means, rhythm, nextOn } as PeerTerms) : null,
  }));
}

interface ToldRow {
  readonly peer: string;
  readonly standing: PeerStanding;
  readonly isAgreed: boolean;
}

/** With whom a match within reach is, where it stands, and whether the consent to it stands on a day. */
export async function findTold(
  tx: Tx,
  { matchId, on }: { matchId: string; on: string },
): Promise<ToldRow | null> {
  const { rows } = await sql<ToldRow>`
    select peer, standing, is_agreed from peer_match_told(${matchId}::uuid, ${on}::date)`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** What the peer providers said of some matches within reach; the oldest first. */
export async function listWords(
  tx: Tx,
  actor: SignedInActor,
  matchIds: readonly string[],
): Promise<(SaidWord & { readonly matchId: string })[]> {
  if (matchIds.length === 0) return [];
  const rows = await tx
    .selectFrom('peerWord')
    .leftJoin('peerWorryAnswer', 'peerWorryAnswer.wordId', 'peerWord.id')
    .select(['peerWord.id', 'peerWord.matchId', 'peerWord.word', 'peerWord.metOn'])
    .select(['peerWord.saidOn', 'peerWorryAnswer.answeredOn'])
    .where('peerWord.matchId', 'in', [...matchIds])
    .where('peerWord.programmeId', '=', actor.programmeId)
    .orderBy('peerWord.saidAt')
    .orderBy('peerWord.id')
    .execute();
  return rows as (SaidWord & { readonly matchId: string })[];
}

/** The peer providers of the actor's programme. */
export async function listPeers(
  tx: Tx,
  { personId, on }: { personId: string; on: string },
): Promise<{ id: string; name: string; isReceiver: boolean; isAgreed: boolean }[]> {
  const { rows } = await sql<{ id: string; name: string; isReceiver: boolean; isAgreed: boolean }>`
    select account_id as id, display_name as name, is_receiver,
      consent_allows(${personId}::uuid, 'referral', account_id, ${on}::date) as is_agreed
    from peer_providers() order by display_name, account_id`.execute(tx);
  return rows;
}

/** Whether an account is a peer provider whom the actor may propose; her name where she is. */
export async function findPeerName(tx: Tx, peerId: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select display_name as name from peer_providers() where account_id = ${peerId}::uuid`.execute(
    tx,
  );
  return rows[0]?.name ?? null;
}

/** Names a peer provider among the receivers, once; under a number where another receiver bears her name already. */
export async function insertPeerReceiver(
  tx: Tx,
  actor: SignedInActor,
  { peerId, name, now }: { peerId: string; name: string; now: string },
): Promise<void> {
  const taken = await tx
    .selectFrom('consentReceiver')
    .select('id')
    .where('name', '=', name)
    .where('programmeId', '=', actor.programmeId)
    .where('id', '<>', peerId)
    .executeTakeFirst();
  await tx
    .insertInto('consentReceiver')
    .values({
      id: peerId,
      name: taken ? `${name} (${peerId.slice(0, 4)})` : name,
      programmeId: actor.programmeId,
      addedBy: actor.accountId,
      addedAt: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function insertPeerMatch(
  tx: Tx,
  actor: SignedInActor,
  row: {
    readonly id: string;
    readonly matchId: string;
    readonly version: number;
    readonly personId: string;
    readonly peerId: string;
    readonly terms: PeerTerms | null;
    readonly now: string;
    readonly today: string;
  },
): Promise<void> {
  const { now, today, terms, ...rest } = row;
  await tx
    .insertInto('peerMatch')
    .values({
      ...rest,
      ...terms,
      state: terms ? 'standing' : 'ended',
      programmeId: actor.programmeId,
      recordedBy: actor.accountId,
      recordedAt: now,
      recordedOn: today,
    })
    .execute();
}

export async function insertFirstName(
  tx: Tx,
  actor: SignedInActor,
  { matchId, sealed }: { matchId: string; sealed: Buffer },
): Promise<void> {
  await tx
    .insertInto('peerMatchName')
    .values({ matchId, sealed, programmeId: actor.programmeId })
    .execute();
}

export async function insertWorryAnswer(
  tx: Tx,
  actor: SignedInActor,
  { id, wordId, now, today }: { id: string; wordId: string; now: string; today: string },
): Promise<void> {
  await tx
    .insertInto('peerWorryAnswer')
    .values({
      ...{ id, wordId, programmeId: actor.programmeId },
      ...{ answeredBy: actor.accountId, answeredAt: now, answeredOn: today },
    })
    .execute();
}

/** Peer providers of some people within reach who asked to be called, and nobody has called them since. */
export async function listPeerWorries(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<PeerWorry[]> {
  if (people.length === 0) return [];
  return await tx
    .selectFrom('peerMatch')
    .innerJoin('peerWord', 'peerWord.matchId', 'peerMatch.matchId')
    .leftJoin('peerWorryAnswer', 'peerWorryAnswer.wordId', 'peerWord.id')
    .select([standingId('peerMatch.personId').as('personId'), 'peerWord.saidOn'])
    .where('peerMatch.personId', '=', recordsOf(people))
    .where('peerMatch.programmeId', '=', actor.programmeId)
    .where('peerMatch.version', '=', 1)
    .where('peerWord.word', '=', 'worried')
    .where('peerWorryAnswer.id', 'is', null)
    .orderBy('peerWord.saidAt')
    .execute();
}

/** Those of some people within reach whose meetings with a peer provider stand. */
export async function listWithPeer(
  tx: Tx,
  actor: SignedInActor,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set();
  const rows = await tx
    .selectFrom('peerMatch')
    .distinctOn('matchId')
    .select(['matchId', 'state', standingId('peerMatch.personId').as('personId')])
    .where('personId', '=', recordsOf(people))
    .where('programmeId', '=', actor.programmeId)
    .orderBy('matchId')
    .orderBy('version', 'desc')
    .execute();
  return new Set(rows.flatMap(({ state, personId }) => (state === 'standing' ? [personId] : [])));
}

/** What is held of somebody's meetings with peer providers, for her own copy: not with whom. */
export async function listHeldPeerMatches(
  tx: Tx,
  actor: SignedInActor,
  personId: string,
): Promise<HeldPeerMatches> {
  const versions = await listMatchVersions(tx, actor, personId);
  const words = await listWords(tx, actor, [...new Set(versions.map(({ matchId }) => matchId))]);
  return {
    agreed: versions.map(({ terms, recordedOn }) => ({ terms, recordedOn })),
    said: words.map(({ word, metOn, saidOn }) => ({ word, metOn, saidOn })),
  };
}
