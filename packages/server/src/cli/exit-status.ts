/**
 * What the program tells the shell when it ends. Part of its interface: never renumbered.
 * 130 is the shells' own word for an end by Ctrl-C (128 + SIGINT).
 */
export const EXIT = { done: 0, failed: 1, misused: 2, chainBroken: 3, forced: 130 } as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
