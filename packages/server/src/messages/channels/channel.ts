import type { Channel, Failure, MessageText } from '@tirek/domain/messages';

/** One message on its way out. */
export interface Outgoing {
  /** The same in every attempt: whoever has taken it once knows it again. */
  readonly deliveryId: string;
  /** A telephone number, an e-mail address, or a push subscription as JSON. */
  readonly to: string;
  readonly text: MessageText;
  readonly isUrgent: boolean;
  /** Where the other end tells that it has arrived. */
  readonly receiptUrl: string;
  readonly now: string;
}

export type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What takes messages out by one channel. Never throws, and never tells in a failure what it was about. */
export interface Adapter {
  /** Whether the other end knows a message again by its id, so that sending once more does not ring twice. */
  readonly knowsAgain: boolean;
  send(outgoing: Outgoing): Promise<Outcome>;
}

/** The channels of an installation: one without an adapter is not set up. */
export type Channels = Readonly<Record<Channel, Adapter | null>>;

export const failed = (failure: Failure): Outcome => ({ kind: 'failed', failure });
