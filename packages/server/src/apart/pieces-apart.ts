import type { PieceOrder } from './hand-out.ts';
import { messagesOf } from './messages-of.ts';
import { startApart } from './start-apart.ts';

/** Pieces asked for ahead of the reader, so that none waits for the other. */
const AHEAD = 4;

/**
 * The pieces of a file that a process of its own makes (hand-out.ts), no faster than they are read. It is started with the first one
 * that is asked for, and stopped when nobody reads on.
 */
export function piecesApart<Order>(file: URL, order: Order): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      const apart = startApart<Uint8Array | null>(file, { memory: 'little' });
      const give = (given: PieceOrder<Order>) => apart.order(given);
      const messages = messagesOf(apart, (piece) => piece === null);
      give({ begin: order });
      for (let i = 0; i < AHEAD; i += 1) give({ more: true });
      const end = async () => {
        await messages.return?.();
        return { done: true, value: undefined } as const;
      };
      return {
        async next() {
          const { value: piece } = await messages.next();
          if (!piece) return await end();
          give({ more: true });
          return { done: false, value: piece };
        },
        return: end,
      };
    },
  };
}
