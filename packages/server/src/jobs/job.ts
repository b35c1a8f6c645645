import type { Database } from '../db/database.ts';

/** What a background job is given: everything it may use. */
export interface JobContext {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** 32 bytes derived from the installation key for one purpose. */
  readonly keyFor: (purpose: string) => Buffer;
  /** Folder of what this installation keeps outside the database. */
  readonly folder: string;
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
}

/** Work that the program does by itself, again and again. Several programs on one database each run it: a job locks what it must. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  /** @returns `more` when there is more to do at once, `done` to wait for the next time. */
  run(context: JobContext): Promise<'more' | 'done'>;
}
