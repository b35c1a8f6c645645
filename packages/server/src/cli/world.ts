import type { Environment } from '../settings.ts';

/** Why the program is asked to stop. `again` is the second wish: stop at once. */
export type StopWish = 'asked' | 'again';

/** Everything outside the program, handed in by `main.ts` so that no command reaches for it by itself. */
export interface World {
  readonly environment: Environment;
  /** The folder in which the program was started. */
  readonly folder: string;
  readonly clock: () => Date;
  /** UUIDv7. */
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Buffer;
  /** One line or more for whoever runs the program. */
  print(text: string): void;
  /** A file for whatever the output is piped to. */
  printBytes(bytes: Uint8Array): void;
  /** The same for what went wrong, and for the log. */
  complain(text: string): void;
  /** Asks at the keyboard without showing what is typed; null where nobody sits at one. */
  askSecret(question: string): Promise<string | null>;
  /** Calls back when the machine, a supervisor or a person asks the program to stop. */
  onStop(listener: (wish: StopWish) => void): void;
  /** Ends the program where it stands. */
  leave(status: number): never;
}
