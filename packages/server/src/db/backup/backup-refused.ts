/** Why a backup cannot be taken, opened or restored; each has its sentence `backup.<code>`. */
export interface BackupRefusals {
  'not-a-backup': Readonly<Record<string, never>>;
  'wrong-secret': Readonly<Record<string, never>>;
  damaged: { readonly place: string };
  truncated: Readonly<Record<string, never>>;
  newer: { readonly version: string };
  'schema-differs': { readonly migration: string };
  'not-empty': { readonly table: string };
  'key-differs': { readonly file: string };
  'key-needed': { readonly file: string };
  'other-schema': { readonly schema: string };
  exists: { readonly file: string };
  unwritable: { readonly file: string; readonly reason: string };
  unreadable: { readonly file: string; readonly reason: string };
}

export type BackupRefusal = keyof BackupRefusals;

/** A backup is refused; nothing was changed. */
export class BackupRefused<Code extends BackupRefusal = BackupRefusal> extends Error {
  readonly code: Code;
  readonly details: BackupRefusals[Code];

  constructor(code: Code, details: BackupRefusals[Code]) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'BackupRefused';
    this.code = code;
    this.details = details;
  }
}
