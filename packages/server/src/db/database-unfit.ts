/** Why a database that answers cannot be used by this program. */
export interface UnfitDetails {
  readonly newer: { readonly migration: string };
  readonly edited: { readonly migration: string };
  readonly 'key-differs': Readonly<Record<string, never>>;
  readonly 'too-old': { readonly version: string; readonly oldest: number };
}

export type UnfitCode = keyof UnfitDetails;

/** The database cannot be used; whoever started the program is told why in words. */
export class DatabaseUnfit<Code extends UnfitCode = UnfitCode> extends Error {
  readonly code: Code;
  readonly details: UnfitDetails[Code];

  constructor(code: Code, details: UnfitDetails[Code]) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'DatabaseUnfit';
    this.code = code;
    this.details = details;
  }
}
