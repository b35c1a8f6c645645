import { accountsContract } from './accounts-contract.ts';
import { ownSignInContract } from './own-sign-in-contract.ts';
import { signInContract } from './sign-in-contract.ts';

/**
 * The feature `access`: coming in (`sign-in-contract.ts`), keeping one's own sign-in (`own-sign-in-contract.ts`) and other
 * people's accounts (`accounts-contract.ts`).
 *
 * Refusals that are part of an ordinary day (wrong password, lock-out, weak password) are values of the output, because the
 * failed attempt must be kept; everything else is a Problem:
 * `not-signed-in` (no session, or it has ended), `second-factor-needed` (`details.awaited` is `second-factor` or `set-up`),
 * `session-locked` (show the lock screen), `proof-needed` (ask for password or passkey and send again).
 */
export const accessContract = { ...signInContract, ...ownSignInContract, ...accountsContract };
