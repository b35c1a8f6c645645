import * as z from 'zod/mini';
import { type Contract, DateOnly, endpoint, Id, Nothing } from '../../contract.ts';
import { OwnPeerMatch, PEER_WORDS, PeerMatch, PeerTerms } from './peer-match.ts';

export const peersContract = {
  /** The asker's own matches that stand or wait for her answer, as far as the women agree today. */
  listOwnPeerMatches: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/peer-matches',
    permission: 'peer-match.answer',
    input: Nothing,
    output: z.object({ today: DateOnly, matches: z.array(OwnPeerMatch) }),
    audit: 'read',
  }),

  /** The peer provider agrees or not, ends it, or says how a meeting went; `metOn` of a meeting that was or was not. */
  sayPeerWord: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/peer-matches/:matchId/words',
    permission: 'peer-match.answer',
    input: z.object({
      id: Id,
      matchId: Id,
      word: z.enum(PEER_WORDS),
      metOn: z.nullable(DateOnly),
    }),
    output: z.object({}),
    audit: 'write',
  }),

  /** The matches of a person, the newest first, and the peer providers whom she may be matched with. */
  listPeerMatches: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/people/:personId/peer-matches',
    permission: 'peer-match.read',
    input: z.object({ personId: Id }),
    output: z.object({
      today: DateOnly,
      matches: z.array(PeerMatch),
      peers: z.array(
        z.object({
          id: Id,
          name: z.string(),
          /** Whether a consent can name her already. */
          isReceiver: z.boolean(),
          /** Whether this person agreed that she learns her first name. */
          isAgreed: z.boolean(),
        }),
      ),
    }),
    audit: 'read',
  }),

  /** Makes a peer provider one of the receivers whom a consent to a referral can name. */
  namePeerReceiver: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/peer-providers/:peerId/receiver',
    permission: 'peer-match.propose',
    input: z.object({ id: Id, peerId: Id }),
    output: z.object({}),
    audit: 'write',
  }),

  /**
   * Proposes a match, changes what was agreed, or (`terms` null) ends it. `peer-consent-missing` where she did not agree to this
   * peer provider, `peer-match-open` where another match of hers is open.
   */
  recordPeerMatch: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/peer-matches/:matchId',
    permission: 'peer-match.propose',
    input: z.object({
      id: Id,
      personId: Id,
      matchId: Id,
      peerId: Id,
      basedOn: z.int().check(z.minimum(0)),
      terms: z.nullable(PeerTerms),
    }),
    output: z.object({ version: z.int() }),
    audit: 'write',
  }),

  /** A colleague has called the peer provider who was worried. */
  answerPeerWorry: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/people/:personId/peer-worries/:wordId',
    permission: 'peer-match.propose',
    input: z.object({ id: Id, personId: Id, wordId: Id }),
    output: z.object({}),
    audit: 'write',
  }),
} as const satisfies Contract;
