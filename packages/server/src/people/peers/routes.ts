import type { SignedInActor } from '@tirek/domain/access';
import { calledName } from '@tirek/domain/people';
import { isOfADay, isOpenMatch, type PeerMatch, peersContract } from '@tirek/domain/people/peers';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { openIdentitiesOf } from '../merging/open-as-one.ts';
import { findPerson } from '../records/queries.ts';
import { requireOpenFile } from '../records/require-open-file.ts';
import {
  findPeerName,
  findTold,
  insertFirstName,
  insertPeerMatch,
  insertPeerReceiver,
  insertPeerWord,
  insertWorryAnswer,
  listMatchVersions,
  listOwnMatches,
  listPeers,
  listWords,
  lockPeers,
  maySay,
} from './queries.ts';
import { openFirstName, sealFirstName } from './sealed-first-name.ts';

const handlers: Handlers<typeof peersContract> = {
  async listOwnPeerMatches({ tx, now, keyFor, about }) {
    const today = programmeDay(now);
    const rows = await listOwnMatches(tx, today);
    // The database puts the people in the place of these: she does not learn under which ids they are known.
    about(rows.map(({ matchId }) => matchId));
    return {
      today,
      matches: rows.map(({ matchId, standing, sealed, colleague, lastWord, lastOn, ...terms }) => ({
        ...{ id: matchId, standing, colleague, terms },
        given: sealed && openFirstName(sealed, matchId, keyFor),
        last: lastWord && lastOn ? { word: lastWord, saidOn: lastOn } : null,
      })),
    };
  },

  async sayPeerWord({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, matchId, word, metOn } = input;
    const today = programmeDay(now);
    about([matchId]);
    if (isOfADay(word) !== (metOn !== null)) throw new Problem('input-invalid');
    if (metOn !== null && metOn > today) throw new Problem('case-day-to-come');
    await lockPeers(tx, matchId);
    if (!(await maySay(tx, { matchId, word, on: today }))) throw new Problem('not-found');
    await insertPeerWord(tx, asker, { id, matchId, word, metOn, now, today });
    return {};
  },

  async listPeerMatches({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { personId } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    const today = programmeDay(now);
    return {
      today,
      matches: await loadMatches(tx, asker, { personId, today }),
      peers: await listPeers(tx, { personId, on: today }),
    };
  },

  async namePeerReceiver({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { peerId } = input;
    about([]);
    const name = await findPeerName(tx, peerId);
    if (name === null) throw new Problem('not-found');
    await insertPeerReceiver(tx, asker, { peerId, name, now });
    return {};
  },

  async recordPeerMatch({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, personId, matchId, peerId, basedOn, terms } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    await lockPeers(tx, personId);
    await lockPeers(tx, matchId);
    const today = programmeDay(now);
    const matches = await loadMatches(tx, asker, { personId, today });
    const known = matches.find((each) => each.id === matchId) ?? null;
    const version = known?.version ?? 0;
    if (version !== basedOn) throw new Problem('changed-meanwhile', { version });
    if (known ? known.peerId !== peerId || !isOpenMatch(known.standing) : terms === null) {
      throw new Problem('not-found');
    }
    if (!known && matches.some(({ standing }) => isOpenMatch(standing))) {
      throw new Problem('peer-match-open');
    }
    if (terms) {
      await requireOpenFile(tx, personId);
      const peer = (await listPeers(tx, { personId, on: today })).find(
        (each) => each.id === peerId,
      );
      if (!known && !peer) throw new Problem('not-found');
      if (!(known ? known.isAgreed : peer?.isAgreed)) throw new Problem('peer-consent-missing');
    }
    const row = { id, personId, matchId, peerId, version: version + 1, terms, now, today };
    await insertPeerMatch(tx, asker, row);
    if (!known) {
      const identity = (await openIdentitiesOf(tx, [personId], keyFor)).get(personId);
      if (!identity) throw new Problem('not-found');
      const sealed = sealFirstName(calledName(identity).given, matchId, keyFor);
      await insertFirstName(tx, asker, { matchId, sealed });
    }
    return { version: version + 1 };
  },

  async answerPeerWorry({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, personId, wordId } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    await lockPeers(tx, wordId);
    const today = programmeDay(now);
    const word = (await loadMatches(tx, asker, { personId, today }))
      .flatMap(({ words }) => words)
      .find((each) => each.id === wordId);
    if (word?.word !== 'worried') throw new Problem('not-found');
    if (word.answeredOn !== null) throw new Problem('already-done');
    await insertWorryAnswer(tx, asker, { id, wordId, now, today });
    return {};
  },
};

/** The matches of somebody within reach, the newest first. */
async function loadMatches(
  tx: Tx,
  actor: SignedInActor,
  { personId, today }: { personId: string; today: string },
): Promise<PeerMatch[]> {
  const versions = Map.groupBy(
    await listMatchVersions(tx, actor, personId),
    ({ matchId }) => matchId,
  );
  const words = Map.groupBy(
    await listWords(tx, actor, [...versions.keys()]),
    ({ matchId }) => matchId,
  );
  const matches: PeerMatch[] = [];
  for (const [matchId, own] of versions) {
    const [first, newest] = [own[0], own.at(-1)];
    const told = await findTold(tx, { matchId, on: today });
    if (!first || !newest || !told) continue;
    matches.unshift({
      ...{ id: matchId, version: newest.version, peerId: newest.peerId, terms: newest.terms },
      ...{ proposedOn: first.recordedOn, ...told },
      words: words.get(matchId) ?? [],
    });
  }
  return matches;
}

export const peersRoutes = routesOf(peersContract, handlers);
