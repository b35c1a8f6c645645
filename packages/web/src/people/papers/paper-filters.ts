import {
  isStuck,
  type OpenPaper,
  PAPER_ACTORS,
  PAPER_KINDS,
  type PaperKind,
  STUCK_REASONS,
  type StuckReason,
} from '@tirek/domain/people/papers';

/** What the board is narrowed to; it stands in the address, so that it can be sent to a colleague and come back to. */
export interface PaperFilters {
  readonly kind?: PaperKind;
  readonly reason?: StuckReason;
  readonly actor?: (typeof PAPER_ACTORS)[number] | 'nobody';
  /** The account of the colleague who holds the family. */
  readonly holder?: string;
  readonly family?: string;
  /** With `all` also what is under way. */
  readonly show?: 'all';
}

const ACTORS = [...PAPER_ACTORS, 'nobody'] as const;

/** The filters of an address; what it does not know, it leaves out. */
export function readFilters(search: Readonly<Record<string, unknown>>): PaperFilters {
  const oneOf = <Value extends string>(values: readonly Value[], value: unknown) =>
    values.find((each) => each === value);
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const read = {
    kind: oneOf(PAPER_KINDS, search.kind),
    reason: oneOf(STUCK_REASONS, search.reason),
    actor: oneOf(ACTORS, search.actor),
    holder: text(search.holder),
    family: text(search.family),
    show: oneOf(['all'], search.show),
  };
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined),
  ) as PaperFilters;
}

/** A paper of the board with whose it is. */
export interface BoardPaper extends OpenPaper {
  readonly familyId: string;
  readonly holderId: string;
}

export const isWanted = (one: BoardPaper, filters: PaperFilters): boolean =>
  (filters.show === 'all' || isStuck(one)) &&
  (filters.kind === undefined || one.paper.kind === filters.kind) &&
  (filters.reason === undefined || one.reasons.includes(filters.reason)) &&
  (filters.actor === undefined || (one.paper.actor ?? 'nobody') === filters.actor) &&
  (filters.holder === undefined || one.holderId === filters.holder) &&
  (filters.family === undefined || one.familyId === filters.family);
