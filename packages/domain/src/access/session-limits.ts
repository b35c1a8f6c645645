/** A session ends this long after sign-in, whatever happens. */
export const SESSION_LIFE_HOURS = 12;
/** The server forgets a session that has asked for nothing for so long. */
export const SESSION_IDLE_MINUTES = 30;
/** The page locks itself (`lockSession`) after so long without a touch. */
export const LOCK_AFTER_MINUTES = 10;
/** How long a half-finished sign-in waits for its second step. */
export const HALF_SESSION_MINUTES = 10;
/** How long a password or passkey just given counts as proof for changes to one's own sign-in. */
export const PROOF_MINUTES = 10;
