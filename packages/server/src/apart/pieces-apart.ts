import type { PieceOrder } from './hand-out.ts';
import { messagesOf } from './messages-of.ts';
import { type Apart, startApart } from './start-apart.ts';

/** Pieces asked for ahead of the reader, so that none waits for the other. */
const AHEAD = 4;

/**
 * The pieces of a file that a process of its own makes (hand-out.ts), no faster than they are read. It is started with the first one
 * that is asked for, and stopped when nobody reads on.
 *
 * @param parts what else it is made from: handed over one after the other, each when the one before is on its way, so that
 * what lies here does not lie in the channel as well
 */
export function piecesApart<Order, Part = never>(
  file: URL,
  order: Order,
  parts: Iterable<Part> = [],
): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      const apart = startApart<Uint8Array | null>(file, { memory: 'little' });
      const messages = messagesOf(apart, (piece) => piece === null);
      let isOver = false;
      const more = () => apart.order({ more: true } satisfies PieceOrder<Order, Part>);
      void handOver(apart, { order, parts, isOver: () => isOver }).then(() => {
        for (let i = 0; i < AHEAD; i += 1) void more();
      });
      const end = async () => {
        isOver = true;
        await messages.return?.();
        return { done: true, value: undefined } as const;
      };
      return {
        async next() {
          const { value: piece } = await messages.next();
          if (!piece) return await end();
          void more();
          return { done: false, value: piece };
        },
        return: end,
      };
    },
  };
}

async function handOver<Order, Part>(
  apart: Apart<unknown>,
  { order, parts, isOver }: { order: Order; parts: Iterable<Part>; isOver: () => boolean },
): Promise<void> {
  await apart.order({ begin: order } satisfies PieceOrder<Order, Part>);
  for (const part of parts) {
    if (isOver()) return;
    await apart.order({ part } satisfies PieceOrder<Order, Part>);
  }
}
