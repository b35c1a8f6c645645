import { derivedKey } from '../http/derived-key.ts';
import { DataKeyUnreadable, type Rotated, rotateVaultKey } from '../people/index.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { withDatabase } from './reach-database.ts';

/** `tirek keys rotate [--json]`: also while the program runs; cut off, the next run goes on where it stood. */
export async function keysRotate(call: CommandCall): Promise<ExitStatus> {
  const { world, settings, text, arguments: given } = call;
  let rotated: Rotated;
  try {
    rotated = await withDatabase(settings, world, (database, key) =>
      rotateVaultKey(database, {
        keyFor: (purpose) => derivedKey(key, purpose),
        now: () => world.clock().toISOString(),
      }),
    );
  } catch (error) {
    if (!(error instanceof DataKeyUnreadable)) throw error;
    throw new CommandRefused('keys.unreadable', { person: error.personId });
  }
  if (given.flags.has('json')) {
    world.print(JSON.stringify(rotated));
    return EXIT.done;
  }
  const version = String(rotated.version);
  if (rotated.isResumed) world.print(text('keys.resumed', { version }));
  world.print(text('keys.rotated', { count: rotated.keys, version }));
  world.print(text('keys.old-backups'));
  return EXIT.done;
}
