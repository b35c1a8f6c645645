export {
  ChannelHealth,
  ChannelsSetUp,
  MOST_ADDRESSES,
  MOST_ASKED_AN_HOUR,
  MOST_WRONG_CODES,
  messagesContract,
  OwnAddress,
  OwnSending,
  SENDING_STATES,
} from './contract.ts';
export {
  CHANNELS,
  Channel,
  MESSAGE_KINDS,
  type MessageKind,
  SENT_KINDS,
  type SentKind,
} from './kinds.ts';
export { type MessageText, messageText, smsParts } from './message-texts.ts';
export { normalPhone } from './phone.ts';
export {
  allowedAt,
  DAY,
  FAILURES,
  type Failure,
  givenUpAt,
  isWorthRetrying,
  type PlannedDelivery,
  POLICIES,
  pauseSeconds,
  plannedDeliveries,
  type Reachable,
} from './policy.ts';
