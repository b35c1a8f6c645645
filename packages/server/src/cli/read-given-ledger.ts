import { LedgerUnreadable, readLedger } from '../privacy/erasure/index.ts';
import { CommandRefused } from './command-refused.ts';

/** A ledger of erasures; nothing where there is none. @throws CommandRefused where it is not this installation's. */
export async function readGivenLedger(file: string, keyFor: (purpose: string) => Buffer) {
  try {
    return await readLedger(file, keyFor);
  } catch (error) {
    if (!(error instanceof LedgerUnreadable)) throw error;
    throw new CommandRefused('erasures.unreadable', { file });
  }
}
