import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { programFile } from '../program-file.ts';

const PROGRAM = programFile();
/** Node keeps what it has compiled here, so that the many starts of the tests take half of the processor's time. */
const COMPILED = join(import.meta.dirname, '../../../../node_modules/.cache/tirek-tests');

/** A real `tirek` in a process of its own. */
export interface StartedProgram {
  readonly process: ChildProcess;
  /** What it has said so far, standard output and error apart. */
  readonly said: { output: string; errors: string };
  /** Waits until it has said something. @throws Error with all its words when it ends or three minutes pass first. */
  until(words: RegExp): Promise<RegExpExecArray>;
  /** Waits for its end; the exit status, or the signal's name. */
  ended(): Promise<number | string>;
}

/**
 * Starts the program with nothing in its environment but PATH and what is given.
 * @param options.start the words before the program's own, to start it another way (`[node, bin/tirek.js]`).
 */
export function startProgram(
  words: readonly string[],
  options: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly folder?: string;
    readonly start?: readonly string[];
  } = {},
): StartedProgram {
  const [command = process.execPath, ...before] = options.start ?? [process.execPath, PROGRAM];
  const child = spawn(command, [...before, ...words], {
    cwd: options.folder ?? process.cwd(),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: 'en_GB',
      NODE_COMPILE_CACHE: COMPILED,
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.errors += text;
  });
  const closed = once(child, 'close').then(
    ([status, signal]) => (status ?? signal) as number | string,
  );
  let hasClosed = false;
  void closed.then(() => {
    hasClosed = true;
  });
  return {
    process: child,
    said,
    async until(pattern) {
      const until = performance.now() + 180_000;
      for (;;) {
        const found = pattern.exec(`${said.output}\n${said.errors}`);
        if (found) return found;
        if (hasClosed || performance.now() > until)
          throw new Error(`not said: ${pattern}\n${said.output}\n${said.errors}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    ended: () => closed,
  };
}

/** Runs a command to its end. */
export async function runTirek(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ status: number | string; output: string; errors: string }> {
  const program = startProgram(words, { environment });
  return { status: await program.ended(), ...program.said };
}
