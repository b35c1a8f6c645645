import { carryOut } from './carry-out.ts';

/** What is to be made, what else it is made from part by part, then a piece of it for each further order. */
export type PieceOrder<Order, Part> =
  | { readonly begin: Order }
  | { readonly part: Part }
  | { readonly more: true };

/**
 * In a process of its own: makes the pieces of a file, each only when it is asked for; null after the last one.
 * @param take called with each part before anything is made
 */
export function handOut<Order, Part = never>(
  make: (order: Order) => AsyncIterable<Uint8Array>,
  take?: (part: Part) => void,
): void {
  let begun: { readonly order: Order } | null = null;
  let pieces: AsyncIterator<Uint8Array> | null = null;
  carryOut(async (given: PieceOrder<Order, Part>, tell: (piece: Uint8Array | null) => void) => {
    if ('begin' in given) begun = { order: given.begin };
    else if ('part' in given) take?.(given.part);
    else {
      if (begun) pieces = make(begun.order)[Symbol.asyncIterator]();
      begun = null;
      const next = await pieces?.next();
      tell(next && !next.done ? next.value : null);
    }
  });
}
