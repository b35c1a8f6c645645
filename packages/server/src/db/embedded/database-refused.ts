/**
 * Every reason for which the embedded database does not start or cannot go on, with the details that
 * its sentence in `text/<language>/database.json` is filled with. A code is never renamed or reused.
 */
export interface RefusalDetails {
  'database-platform-unsupported': { platform: string };
  'database-folder-not-a-folder': { folder: string };
  'database-folder-not-writable': { folder: string; account: string };
  'database-folder-foreign': { folder: string };
  'database-folder-other-owner': { folder: string; owner: string; account: string };
  'database-in-use': { folder: string; processId: number };
  'database-lock-unavailable': { folder: string; reason: string };
  'database-run-by-another': { folder: string; processId: number };
  'database-leftover-stuck': { folder: string; processIds: string };
  'database-binaries-missing': { choice: string; looked: string };
  'database-binaries-too-old': { folder: string; version: string; oldest: number };
  'database-binaries-broken': { folder: string; reason: string };
  'database-binaries-unreadable': { folder: string; account: string };
  'database-version-mismatch': { folder: string; dataMajor: number; found: string };
  'database-no-account': { tried: string };
  'database-root-cannot-drop': { account: string; reason: string };
  'database-user-unknown': { userId: number };
  'database-disk-full': { folder: string; freeMegabytes: number };
  'database-memory-short': { reason: string };
  'database-damaged': { folder: string; reason: string; log: string };
  'database-initdb-failed': { folder: string; reason: string };
  'database-start-failed': { reason: string; log: string };
  'database-start-timeout': { seconds: number; log: string };
  'database-durability-off': { setting: string; value: string };
  'database-keeps-failing': { restarts: number; reason: string; log: string };
}

export type RefusalCode = keyof RefusalDetails;

/** The embedded database refuses: `code` finds the sentence, `details` fill it. The message is for logs only. */
export class DatabaseRefused<Code extends RefusalCode = RefusalCode> extends Error {
  readonly code: Code;
  readonly details: RefusalDetails[Code];

  constructor(code: Code, details: RefusalDetails[Code]) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'DatabaseRefused';
    this.code = code;
    this.details = details;
  }
}
