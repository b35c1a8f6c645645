import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KilledProgram } from './killed-program.ts';

/** Somebody who writes one thing after another and sends each again, with the same id, until the program says it has it. */
export interface SteadyWriter {
  /** Ids of what the program has acknowledged, in order. */
  readonly acknowledged: string[];
  /** How often something was sent. */
  readonly attempts: () => number;
  /** Finishes what is on its way and ends. */
  finish(): Promise<void>;
}

export interface Write {
  readonly id: string;
  readonly path: string;
  readonly body: unknown;
  readonly cookie?: string;
}

const PATIENCE_MILLISECONDS = 200;
/** A request that is never answered was cut off with its program. */
const LONGEST_ANSWER_MILLISECONDS = 15_000;

export function steadyWriter(program: KilledProgram, next: () => Write): SteadyWriter {
  const acknowledged: string[] = [];
  let attempts = 0;
  let isFinishing = false;
  const working = (async () => {
    while (!isFinishing) {
      const write = next();
      while (!(await send(program, write))) {
        attempts += 1;
        await sleep(PATIENCE_MILLISECONDS);
      }
      attempts += 1;
      acknowledged.push(write.id);
    }
  })();
  return {
    acknowledged,
    attempts: () => attempts,
    async finish() {
      isFinishing = true;
      await working;
    },
  };
}

/** True when the program has said that it keeps it. @throws Error when it says that it never will. */
async function send(program: KilledProgram, { path, body, cookie }: Write): Promise<boolean> {
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(`${program.address}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: program.origin,
        'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
        ...(cookie ? { cookie } : {}),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(LONGEST_ANSWER_MILLISECONDS),
    });
    text = await answer.text();
  } catch {
    return false;
  }
  if (answer.ok) return true;
  if (answer.status >= 500 || answer.status === 429) return false;
  throw new Error(`${path} was refused: ${answer.status} ${text}`);
}
