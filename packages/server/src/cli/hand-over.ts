import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';

/** Gives a finished file to `--output`, for the owner's eyes alone, or to whatever the output is piped to. */
export async function handOver(
  { world, text, arguments: given }: CommandCall,
  made: Uint8Array,
): Promise<ExitStatus> {
  const output = given.values.get('output');
  if (output === undefined) {
    world.printBytes(made);
    return EXIT.done;
  }
  const file = resolve(world.folder, output);
  await writeFile(file, made, { mode: 0o600 });
  world.complain(text('report.written', { file }));
  return EXIT.done;
}
