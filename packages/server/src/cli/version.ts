import { VERSION } from '../version.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';

/** `tirek version [--json]` */
export async function version({ world, arguments: given }: CommandCall): Promise<ExitStatus> {
  const versions = { tirek: VERSION, node: process.versions.node };
  world.print(given.flags.has('json') ? JSON.stringify(versions) : `Tirek ${versions.tirek}`);
  return EXIT.done;
}
