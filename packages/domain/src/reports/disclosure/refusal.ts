/** Why nothing at all is told. */
export const REFUSALS = [
  'policy-unreadable',
  'policy-too-weak',
  'table-unreadable',
  'population-unreadable',
  'ledger-unreadable',
  'ledger-differs',
  'place-too-fine',
  'base-too-small',
  'too-large',
  'not-proven',
  'little-left',
  'seed-missing',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** One step that makes a refused request smaller or coarser. */
export type RequestChange =
  | { readonly kind: 'drop-table'; readonly table: string }
  | { readonly kind: 'drop-dimension'; readonly table: string; readonly variable: string }
  | { readonly kind: 'drop-filter'; readonly table: string; readonly variable: string };

export type Refusal = {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  /** Table that it is about; null when it is about all. */
  readonly table: string | null;
  /** Names of settings, tables or variables, for whoever has to mend it; never counts. */
  readonly details: readonly string[];
  /** The fewest changes with which the same request passes; empty when none were found. */
  readonly changes: readonly RequestChange[];
};

export function refuse(
  code: RefusalCode,
  { table = null, details = [] }: { table?: string | null; details?: readonly string[] } = {},
): Refusal {
  return { kind: 'refused', code, table, details, changes: [] };
}
