import * as z from 'zod/mini';
import { cellsOf, type Group, identityOf, type TableCell } from './group.ts';
import { guard } from './guard.ts';
import {
  type Audience,
  type DisclosurePolicy,
  policyFor,
  readersOf,
  readPolicy,
} from './policy.ts';
import { checkPopulation, type Population } from './population.ts';
import { type Refusal, type RefusalCode, refuse } from './refusal.ts';
import { hasSeen, Release } from './release.ts';
import type { Risk } from './risks.ts';
import { roundCount } from './rounding.ts';
import { smallestChange } from './smallest-change.ts';
import { checkTables, type TableSpec } from './table-spec.ts';

export type ProtectionRequest = {
  readonly population: Population;
  readonly tables: readonly TableSpec[];
  /** As configured; read and checked here. */
  readonly policy: unknown;
  /** Every earlier release from the same people, whomever it went to. */
  readonly ledger: readonly unknown[];
  /** Secret of the installation, 16 characters or more; needed where counts are rounded. */
  readonly seed: string | null;
};

/** Why a cell is hidden: a risk of its own, or because others could be worked out from it. */
export type HiddenReason = Risk | 'derivable';

/**
 * What a reader gets of a cell. Reasons are for those who prepare the release: printed, they would
 * tell a small number from any other, so that `publishedCell` has none.
 */
export type Mark =
  | { readonly kind: 'shown'; readonly count: number }
  | { readonly kind: 'rounded'; readonly count: number; readonly base: number }
  | {
      readonly kind: 'hidden';
      readonly by: 'primary' | 'complementary';
      readonly reason: HiddenReason;
    };

export type ProtectedCell = TableCell & { readonly mark: Mark };

export type ProtectedTable = { readonly id: string; readonly cells: readonly ProtectedCell[] };

export type Protection = {
  readonly kind: 'protected';
  readonly audience: Audience;
  readonly tables: readonly ProtectedTable[];
  readonly account: Account;
  /** What the ledger has to keep, once it is out; its id and day are the caller's. */
  readonly release: Omit<Release, 'id'>;
};

/** For the disclosure page. */
export type Account = {
  readonly cells: number;
  readonly told: number;
  readonly primary: number;
  readonly complementary: number;
  /** Of the cells without a risk of their own, the share that is told: 0 to 1; null when there are none. */
  readonly keptShare: number | null;
  /** Hidden numbers, also of groups that no cell names, each proved to lie in a range of at least `width`. */
  readonly proved: number;
  readonly width: number;
  /** Earlier releases that the same readers have seen. */
  readonly comparedReleases: number;
  /** Small groups that earlier releases give away without this one. */
  readonly givenAwayBefore: number;
};

/** Codes that a smaller or coarser request can mend. */
const MENDABLE: readonly RefusalCode[] = [
  'place-too-fine',
  'base-too-small',
  'too-large',
  'not-proven',
  'little-left',
];

/**
 * Decides what of these tables an audience may be told, as a whole: all tables and everything told
 * before are held against each other. Tells only what is proved safe; whatever cannot be read, is too
 * large or cannot be proved is refused, never told.
 */
export function protectTables(request: ProtectionRequest): Protection | Refusal {
  const decision = decide(request);
  if (decision.kind === 'protected' || !MENDABLE.includes(decision.code)) return decision;
  const changes = smallestChange(request.tables, (tables) => {
    const attempt = decide({ ...request, tables });
    return attempt.kind === 'protected' ? attempt.account.told : null;
  });
  return { ...decision, changes };
}

function decide(request: ProtectionRequest): Protection | Refusal {
  const { population, tables, seed } = request;
  const read = readPolicy(request.policy);
  if (read.kind === 'refused') return read;
  const { policy } = read;
  const ledger = z.safeParse(z.array(Release), request.ledger);
  if (!ledger.success) return refuse('ledger-unreadable');
  const wrong = checkPopulation(population) ?? checkTables(tables, population, policy);
  if (wrong) return wrong;
  if (policy.rounding !== null && (seed === null || seed.length < 16))
    return refuse('seed-missing');

  const cells = tables.flatMap((table) => cellsOf(table).map((cell) => ({ ...cell, spec: table })));
  const hidden = new Map<string, HiddenReason>();
  let counts: ReadonlyMap<string, number> = new Map();
  let proved = 0;
  let givenAwayBefore = 0;
  for (const reader of readersOf(policy.audience)) {
    const seen = ledger.data.filter((release) => hasSeen(reader, release));
    const own = reader === policy.audience ? policy : policyFor(reader);
    const guarded = guard({ population, policy: own, seen, hidden: new Set(hidden.keys()), cells });
    if (guarded.kind === 'refused') return guarded;
    for (const [identity, reason] of guarded.hidden) {
      if (!hidden.has(identity)) hidden.set(identity, reason);
    }
    counts = guarded.counts;
    proved += guarded.proved;
    givenAwayBefore = Math.max(givenAwayBefore, guarded.givenAway);
  }
  if (policy.audience === 'caseload') counts = countsOf(population, cells);

  const markOf = (cell: TableCell): Mark => {
    const identity = identityOf(cell.group, population);
    const reason = hidden.get(identity);
    if (reason) {
      return { kind: 'hidden', by: reason === 'derivable' ? 'complementary' : 'primary', reason };
    }
    return shownMark(counts.get(identity)!, { policy, seed, identity });
  };
  const marked = tables.map((table) => ({
    id: table.id,
    cells: cellsOf(table).map((cell) => ({ ...cell, mark: markOf(cell) })),
  }));
  const account = accountOf(marked, {
    policy,
    proved,
    givenAwayBefore,
    comparedReleases: ledger.data.filter((release) => hasSeen(policy.audience, release)).length,
  });
  if (account.cells > 0 && account.told / account.cells < policy.keptAtLeast) {
    return refuse('little-left', { details: tables.map(({ id }) => id) });
  }
  const told = new Map<string, Group>();
  for (const { group } of marked.flatMap((table) => table.cells.filter(isTold))) {
    told.set(identityOf(group, population), group);
  }
  return {
    kind: 'protected',
    audience: policy.audience,
    tables: marked,
    account,
    release: {
      audience: policy.audience,
      snapshot: population.snapshot,
      told: [...told].map(([identity, group]) => ({
        group: Object.fromEntries(
          Object.entries(group).map(([name, values]) => [name, [...values]]),
        ),
        count: counts.get(identity)!,
      })),
    },
  };
}

export function isTold({ mark }: ProtectedCell): boolean {
  return mark.kind !== 'hidden';
}

/** A cell as it may leave the house: a number, or nothing and no word why. */
export function publishedCell({ mark }: ProtectedCell): number | 'hidden' {
  return mark.kind === 'hidden' ? 'hidden' : mark.count;
}

function shownMark(
  count: number,
  { policy, seed, identity }: { policy: DisclosurePolicy; seed: string | null; identity: string },
): Mark {
  const { rounding: base } = policy;
  if (base === null || seed === null) return { kind: 'shown', count };
  return { kind: 'rounded', count: roundCount(count, { base, seed, identity }), base };
}

function countsOf(population: Population, cells: readonly TableCell[]): Map<string, number> {
  return new Map(
    cells.map(({ group }) => [
      identityOf(group, population),
      population.profiles
        .filter(({ values }) =>
          Object.entries(group).every(([name, list]) => list.includes(values[name]!)),
        )
        .reduce((sum, { count }) => sum + count, 0),
    ]),
  );
}

function accountOf(
  tables: readonly ProtectedTable[],
  rest: Pick<Account, 'proved' | 'givenAwayBefore' | 'comparedReleases'> & {
    policy: DisclosurePolicy;
  },
): Account {
  const marks = tables.flatMap(({ cells }) => cells.map(({ mark }) => mark));
  const hiddenBy = (by: 'primary' | 'complementary') =>
    marks.filter((mark) => mark.kind === 'hidden' && mark.by === by).length;
  const told = marks.filter(({ kind }) => kind !== 'hidden').length;
  const complementary = hiddenBy('complementary');
  const { policy, ...others } = rest;
  return {
    cells: marks.length,
    told,
    primary: hiddenBy('primary'),
    complementary,
    keptShare: told + complementary === 0 ? null : told / (told + complementary),
    width: policy.width,
    ...others,
  };
}
