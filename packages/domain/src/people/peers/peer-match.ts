import * as z from 'zod/mini';
import { DateOnly, Id } from '../../contract.ts';

/** Who is there when they meet. */
export const SETTINGS = ['two', 'group', 'with-specialist'] as const;
/** By which means they meet. */
export const MEANS = ['centre', 'walk', 'call', 'messages'] as const;
export const RHYTHMS = ['weekly', 'fortnightly', 'monthly'] as const;

/** What the two agreed on: words of closed lists and a day, so that nothing can be told beside them. */
export const PeerTerms = z.object({
  setting: z.enum(SETTINGS),
  means: z.enum(MEANS),
  rhythm: z.enum(RHYTHMS),
  nextOn: z.nullable(DateOnly),
});
export type PeerTerms = z.infer<typeof PeerTerms>;

/** What the peer provider says of the match itself. */
export const ANSWERS = ['accepted', 'declined', 'ended'] as const;
/** What she says of a meeting: that it was or was not, or that a colleague has to call her. Never what was talked about. */
export const MEETING_WORDS = ['met', 'not-met', 'worried'] as const;
export const PEER_WORDS = [...ANSWERS, ...MEETING_WORDS] as const;
export type PeerWord = (typeof PEER_WORDS)[number];

/** Whether a word is about a day. */
export const isOfADay = (word: PeerWord): boolean => word === 'met' || word === 'not-met';

/** `proposed`: the peer provider has not answered yet. Nothing follows from an end, on either side. */
export const STANDINGS = ['proposed', 'accepted', 'declined', 'ended'] as const;
export type PeerStanding = (typeof STANDINGS)[number];

/** Whether somebody may still say something about it. */
export const isOpenMatch = (standing: PeerStanding): boolean =>
  standing === 'proposed' || standing === 'accepted';

/** A match as the peer provider sees it: of the woman a first name and nothing else. */
export const OwnPeerMatch = z.object({
  id: Id,
  standing: z.enum(['proposed', 'accepted']),
  /** Null until she agreed herself. */
  given: z.nullable(z.string()),
  terms: PeerTerms,
  /** The colleague of the centre whom she calls when she is worried; null while nobody holds the family. */
  colleague: z.nullable(z.string()),
  /** What she said last of a meeting. */
  last: z.nullable(z.object({ word: z.enum(MEETING_WORDS), saidOn: DateOnly })),
});
export type OwnPeerMatch = z.infer<typeof OwnPeerMatch>;

/** A word of the peer provider as the colleague reads it. */
export const SaidWord = z.object({
  id: Id,
  word: z.enum(PEER_WORDS),
  metOn: z.nullable(DateOnly),
  saidOn: DateOnly,
  /** Of a worry: the day on which a colleague called her back. */
  answeredOn: z.nullable(DateOnly),
});
export type SaidWord = z.infer<typeof SaidWord>;

/** A match as the colleague sees it who holds the family. */
export const PeerMatch = z.object({
  id: Id,
  version: z.int(),
  standing: z.enum(STANDINGS),
  peerId: Id,
  /** The name of the peer provider's account. */
  peer: z.string(),
  /** Null once it was ended on this side. */
  terms: z.nullable(PeerTerms),
  proposedOn: DateOnly,
  /** Whether the consent to this peer provider stands today: without it she sees nothing. */
  isAgreed: z.boolean(),
  /** The oldest first. */
  words: z.array(SaidWord),
});
export type PeerMatch = z.infer<typeof PeerMatch>;

/** That the peer provider of somebody asked to be called, and nobody has called her yet. */
export interface PeerWorry {
  readonly personId: string;
  readonly saidOn: string;
}
