import * as z from 'zod/mini';

/** By what a message can leave the installation. */
export const CHANNELS = ['push', 'sms', 'email'] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

/**
 * What may be said to somebody who works here: that something waits in the programme, and how soon. A closed list without
 * places to fill in, so that no message can ever tell of whom or what.
 */
export const MESSAGE_KINDS = ['look-now', 'look-today'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Everything that is ever sent: `remember` goes to people, `prove` and `test` to whoever enters an address of her own. */
export const SENT_KINDS = [...MESSAGE_KINDS, 'remember', 'prove', 'test'] as const;
export type SentKind = (typeof SENT_KINDS)[number];
