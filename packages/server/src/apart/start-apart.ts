import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of its own that carries out orders, as seen by whoever gives them. */
export interface Apart<Message> {
  /** Gives one more order; null: there are no more, it may end. Resolves when it has left this process, or has nobody to go to. */
  order(order: unknown): Promise<void>;
  /** Every message in order, then how it ended: null in order, or what went wrong. */
  listen(onMessage: (message: Message) => void, onEnd: (failure: Error | null) => void): void;
  /** Ends it at once, also in the middle of a step. */
  stop(): void;
}

/** What goes from there to here. */
export type Told<Message> =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'failure'; readonly message: string; readonly stack: string | undefined };

/** Of our surroundings it needs no more than this; settings and keys stay here. */
const SURROUNDINGS = ['PATH', 'HOME', 'TMPDIR', 'NODE_COMPILE_CACHE'];

/** What is written piece by piece leaves nothing but rubbish: swept up sooner, a file of any length takes a hundred megabytes less. */
export const MEMORY = { usual: [], little: ['--max-semi-space-size=2'] };

/**
 * Starts a file that calls `carryOut` (carry-out.ts) in a process of its own: what takes long does not hold up those who are
 * answered here, and what crashes there, in a library or in V8, costs one order and not the program. Threads would cost it:
 * V8 may fail where one thread starts while another ends (nodejs/node#56312), and takes all of them along.
 */
export function startApart<Message>(
  file: URL,
  { memory = 'usual' }: { memory?: keyof typeof MEMORY } = {},
): Apart<Message> {
  const child = fork(fileURLToPath(file), {
    serialization: 'advanced',
    execArgv: MEMORY[memory],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: Object.fromEntries(
      SURROUNDINGS.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  });
  return {
    order(order) {
      return new Promise((resolve) => {
        // One that has ended tells so by itself.
        child.send({ order }, () => resolve());
      });
    },
    listen(onMessage, onEnd) {
      let failure: Error | null = null;
      let hasEnded = false;
      const end = (reason: Error | null) => {
        if (!hasEnded) onEnd(reason);
        hasEnded = true;
      };
      child.on('message', (told: Told<Message>) => {
        if (told.kind === 'message') onMessage(told.message);
        else {
          failure = new Error(told.message);
          if (told.stack) failure.stack = told.stack;
        }
      });
      child.once('error', end);
      child.once('close', (code, signal) => {
        const reason = failure ?? new Error(`The process ended with ${signal ?? code}.`);
        end(code === 0 ? null : reason);
      });
    },
    stop() {
      child.kill('SIGKILL');
    },
  };
}
