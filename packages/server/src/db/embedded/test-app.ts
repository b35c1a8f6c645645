/**
 * A program as small as can be around the embedded database, for tests that kill it, run it as
 * another account or take rights from it. Takes its options as one JSON argument and prints one JSON
 * line: how the database is reached, or why it refused.
 */
import { writeFileSync } from 'node:fs';
import { DatabaseRefused, startEmbedded } from './index.ts';

export interface TestAppOptions {
  folder: string;
  binaries?: string;
  durability?: 'full' | 'none';
  cache?: string;
  /** Become this account before anything is started; what is imported was read as root. */
  become?: { userId: number; groupId: number };
  /** `wait` for ever, `stop` the database at once, or `leave` without stopping it. */
  finally: 'wait' | 'stop' | 'leave';
}

export type TestAppAnswer =
  | { kind: 'ready'; connection: { host: string; password?: string }; processId: number }
  | { kind: 'refused'; code: string; details: Record<string, string | number> };

const { become, finally: last, ...options } = JSON.parse(process.argv[2] ?? '{}') as TestAppOptions;

if (become !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(become.groupId);
  process.setuid?.(become.userId);
}
// As a program in a terminal that has not got round to ending yet.
if (last === 'wait') process.on('SIGINT', () => {});

function say(answer: TestAppAnswer): void {
  writeFileSync(1, `${JSON.stringify(answer)}\n`);
}

try {
  const log = (line: string) => writeFileSync(2, `${line}\n`);
  const { connection, processId, stop } = await startEmbedded({ ...options, log });
  say({ kind: 'ready', connection, processId });
  if (last === 'stop') await stop();
  if (last === 'wait') setInterval(() => {}, 60_000);
} catch (error) {
  if (!(error instanceof DatabaseRefused)) throw error;
  say({ kind: 'refused', code: error.code, details: error.details });
}
