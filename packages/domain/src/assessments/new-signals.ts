import { SAFETY_URGENCIES, type Signal } from '../instruments/index.ts';

/**
 * What a correction says of danger beyond the entry that it corrects: a danger that was not told, a more pressing one, or one that a
 * further question tells. Whoever was called for the rest has been called; what is no longer said, people judge.
 */
export const newSignals = (signals: readonly Signal[], before: readonly Signal[]): Signal[] =>
  signals.filter((signal) => !before.some((told) => covers(told, signal)));

const covers = (told: Signal, { kind, urgency, items }: Signal): boolean =>
  told.kind === kind &&
  SAFETY_URGENCIES.indexOf(told.urgency) <= SAFETY_URGENCIES.indexOf(urgency) &&
  items.every((linkId) => told.items.includes(linkId));
