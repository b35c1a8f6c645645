import type { Params } from '@tirek/domain/text';
import type { CommandTextKey } from '../text/command-text.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';

/** A command cannot do what it was asked for: the sentence that says why and what helps, and the exit status. */
export class CommandRefused extends Error {
  readonly key: CommandTextKey;
  readonly params: Params;
  readonly status: ExitStatus;

  constructor(key: CommandTextKey, params: Params = {}, status: ExitStatus = EXIT.failed) {
    super(`${key} ${JSON.stringify(params)}`);
    this.name = 'CommandRefused';
    this.key = key;
    this.params = params;
    this.status = status;
  }
}
