import { randomBytes, randomUUID } from 'node:crypto';
import { runProgram } from '../cli/run-program.ts';
import type { World } from '../cli/world.ts';

/** Runs a command in this process, in a world that only listens. Nobody sits at its keyboard unless `typed` says what. */
export async function runInWorld(
  words: readonly string[],
  environment: World['environment'] = { LANG: 'en_GB' },
  typed: readonly string[] = [],
): Promise<{ status: number; output: string; errors: string }> {
  const said = { output: [] as string[], errors: [] as string[] };
  const answers = [...typed];
  const status = await runProgram(words, {
    environment,
    folder: '/nowhere',
    clock: () => new Date(),
    newId: randomUUID,
    randomBytes,
    print: (text) => said.output.push(text),
    printBytes: (bytes) => said.output.push(new TextDecoder().decode(bytes)),
    complain: (text) => said.errors.push(text),
    askSecret: async () => answers.shift() ?? null,
    onStop: () => undefined,
    leave: () => {
      throw new Error('left');
    },
  });
  return { status, output: said.output.join('\n'), errors: said.errors.join('\n') };
}
