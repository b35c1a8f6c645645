import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findRunning } from '../db/embedded/index.ts';
import { freePort } from '../free-port.ts';
import { type StartedProgram, startProgram } from '../test/started-program.ts';

/** What is killed: the program alone, which leaves its database running, or the database's first process as well. */
export type Victim = 'program' | 'program-and-database';

/** A real program on one folder and one address that is killed and started again and again. */
export interface KilledProgram {
  /** Where requests go; people would type `origin`. */
  readonly address: string;
  readonly origin: string;
  readonly folder: string;
  /** Starts it and waits until it answers; the settings that keep a commit over a power cut were asked for. */
  start(words?: readonly string[]): Promise<void>;
  kill(victim: Victim): Promise<void>;
  /** Whether it has ended by itself. */
  hasEnded(): boolean;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Runs work on its database as the owner. */
  asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
}

export const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' } as const;

export async function killedProgram(folder: string): Promise<KilledProgram> {
  const port = await freePort('127.0.0.1');
  // As behind a proxy, so that writers have an address each and nobody writes too often.
  const origin = 'https://tirek.test';
  let running: StartedProgram | null = null;
  const program: KilledProgram = {
    address: `http://127.0.0.1:${port}`,
    origin,
    folder,
    async start(words = ['serve']) {
      running = startProgram(words, {
        environment: {
          TIREK_DATA: folder,
          TIREK_PORT: String(port),
          TIREK_ORIGIN: origin,
          TIREK_BEHIND_PROXY: 'yes',
        },
      });
      await running.until(/Ready: /);
      await program.asOwner(requireDurable);
    },
    async kill(victim) {
      const database = victim === 'program-and-database' ? postmasterOf(folder) : null;
      const ended = running?.ended();
      // The database first in every other pair would let the program tell its clients; nobody may tell anybody anything.
      running?.process.kill('SIGKILL');
      if (database) process.kill(database, 'SIGKILL');
      await ended;
      running = null;
    },
    hasEnded: () => running !== null && running.process.exitCode !== null,
    async stop() {
      running?.process.kill('SIGTERM');
      await running?.ended();
      running = null;
    },
    async asOwner(work) {
      const place = findRunning(folder);
      if (!place) throw new Error('no database is running');
      const client = new pg.Client({ ...place });
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    },
  };
  return program;
}

/** kill -9 alone cannot show whether a commit would survive a power cut: that it would is asked for at every start. */
async function requireDurable(client: pg.Client): Promise<void> {
  for (const [setting, wanted] of Object.entries(DURABLE)) {
    const { rows } = await client.query<Record<string, string>>(`show ${setting}`);
    const value = rows[0]?.[setting];
    if (value !== wanted) throw new Error(`${setting} is ${value}`);
  }
}

function postmasterOf(folder: string): number {
  const id = Number.parseInt(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8'), 10);
  if (!Number.isSafeInteger(id) || id <= 1) throw new Error('no postmaster');
  return id;
}

/** A moment between two bounds, so that kills fall on every part of the program's work. */
export const somewhen = (least: number, most: number): Promise<void> =>
  sleep(least + Math.random() * (most - least));
