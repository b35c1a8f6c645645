export { peersContract } from './contract.ts';
export {
  isOfADay,
  isOpenMatch,
  MEANS,
  MEETING_WORDS,
  OwnPeerMatch,
  PEER_WORDS,
  PeerMatch,
  type PeerStanding,
  PeerTerms,
  type PeerWord,
  type PeerWorry,
  RHYTHMS,
  SaidWord,
  SETTINGS,
} from './peer-match.ts';
export { type PeerTexts, peerTexts } from './peer-texts.ts';
