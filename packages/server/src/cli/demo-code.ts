import { totpCode, totpStep } from '../access/index.ts';
import { CAST_NAMES, castTotpSecret } from '../demo/cast.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';

/** `tirek demo code <name>`: the code of this moment for a made-up person, for whoever has no authenticator app at hand. */
export async function demoCode(call: CommandCall): Promise<ExitStatus> {
  const given = call.arguments.words[0] ?? '';
  const name = CAST_NAMES.find((each) => each === given.toLowerCase());
  if (!name) throw new CommandRefused('user.unknown', { name: given });
  const now = call.world.clock().toISOString();
  call.world.print(totpCode(castTotpSecret(name), totpStep(now)));
  return EXIT.done;
}
