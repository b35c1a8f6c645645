export {
  ChannelHealth,
  ChannelsSetUp,
  MOST_ADDRESSES,
  MOST_ASKED_AN_HOUR,
  MOST_WRONG_CODES,
  messagesContract,
  OwnAddress,
  OwnSending,
} from './contract.ts';
export { Channel, type MessageKind, type SentKind } from './kinds.ts';
export { isMailAddress } from './mail-address.ts';
export { type MessageText, messageText } from './message-texts.ts';
export { normalPhone } from './phone.ts';
export {
  allowedAt,
  type Failure,
  givenUpAt,
  isWorthRetrying,
  MOST_URGENT_FIRST,
  type PlannedDelivery,
  POLICIES,
  pauseSeconds,
  plannedDeliveries,
  type Reachable,
} from './policy.ts';
