import { carryOut } from './carry-out.ts';

/** What is to be made, then a piece of it for each further order. */
export type PieceOrder<Order> = { readonly begin: Order } | { readonly more: true };

/** In a process of its own: makes the pieces of a file, each only when it is asked for; null after the last one. */
export function handOut<Order>(make: (order: Order) => AsyncIterable<Uint8Array>): void {
  let pieces: AsyncIterator<Uint8Array> | undefined;
  carryOut(async (order: PieceOrder<Order>, tell: (piece: Uint8Array | null) => void) => {
    if ('begin' in order) {
      pieces = make(order.begin)[Symbol.asyncIterator]();
      return;
    }
    const next = await pieces?.next();
    tell(next && !next.done ? next.value : null);
  });
}
