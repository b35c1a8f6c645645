import { type Apart, startApart } from './start-apart.ts';

/** What somebody waits for. */
type Wish<Order, Made> = {
  readonly order: Order;
  /** What it may load while the order is not there yet; null: nothing is known. */
  readonly hint: unknown;
  resolve(made: Made): void;
  reject(reason: unknown): void;
};

/** Gives an order that is there or on its way, and what to load meanwhile; the promise fails where it cannot be carried out. */
export type GiveOrder<Order, Made> = (
  order: Order | Promise<Order>,
  hint?: unknown,
) => Promise<Made>;

/**
 * Processes of their own that carry out orders, each with one message. So many at the same time, the others wait; a process makes
 * what waits before it ends.
 */
export function poolApart<Order, Made>(file: URL, atOnce: number): GiveOrder<Order, Made> {
  const waiting: Wish<Order | Promise<Order>, Made>[] = [];
  let processes = 0;

  function startProcess(): void {
    const apart = startApart<Made>(file);
    let wish: Wish<Order | Promise<Order>, Made> | undefined;
    let hasEnded = false;
    const goOn = () => {
      if (hasEnded) return;
      wish = waiting.shift();
      if (!wish) apart.order(null);
      else giveTo(apart, wish, goOn);
    };
    processes += 1;
    apart.listen(
      (made) => {
        wish?.resolve(made);
        goOn();
      },
      // What cannot be made ends its process; those that wait get another.
      (failure) => {
        hasEnded = true;
        processes -= 1;
        wish?.reject(failure ?? new Error('The process ended without a message.'));
        if (waiting.length > 0) startProcess();
      },
    );
    goOn();
  }

  return (order, hint = null) =>
    new Promise((resolve, reject) => {
      waiting.push({ order, hint, resolve, reject });
      if (processes < atOnce) startProcess();
    });
}

/** @param goOn to the next one, where this order does not come */
function giveTo<Order, Made>(
  apart: Apart<Made>,
  { order, hint, reject }: Wish<Order | Promise<Order>, Made>,
  goOn: () => void,
): void {
  if (!(order instanceof Promise)) {
    apart.order(order);
    return;
  }
  if (hint !== null) apart.order(hint);
  order.then(
    (there) => apart.order(there),
    (reason: unknown) => {
      reject(reason);
      goOn();
    },
  );
}
