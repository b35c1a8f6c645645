/** Digits of a fingerprint that are enough to tell two apart by eye. */
const DIGITS = 12;

/** The beginning of a snapshot's SHA-256, for people to compare. */
export const fingerprintOf = (snapshot: string): string => snapshot.slice(0, DIGITS);
