import type { Told } from './start-apart.ts';

/**
 * In a process of its own: carries out one order after another, tells what there is to tell, and ends when there are no more or
 * when whoever gave them is gone.
 */
export function carryOut<Order, Message>(
  work: (order: Order, tell: (message: Message) => void) => void | Promise<void>,
): void {
  const told = new Set<Promise<void>>();
  const send = (message: Told<Message>) => {
    const sending = new Promise<void>((resolve) => {
      process.send?.(message, undefined, undefined, () => resolve());
    });
    told.add(sending);
    void sending.then(() => told.delete(sending));
  };
  // Who gave the orders decides when to end; the keyboard's interrupt reaches both.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => process.exit());
  let carriedOut = Promise.resolve();
  process.on('message', ({ order }: { order: Order | null }) => {
    carriedOut = carriedOut.then(async () => {
      if (order === null) {
        await Promise.all(told);
        process.disconnect();
        return;
      }
      try {
        await work(order, (message) => send({ kind: 'message', message }));
      } catch (error) {
        const { message, stack } = error instanceof Error ? error : new Error(String(error));
        send({ kind: 'failure', message, stack });
        await Promise.all(told);
        process.exit(1);
      }
    });
  });
}
