import { cheapestChange } from './cheapest-change.ts';
import {
  addDisguise,
  type Disguises,
  disguisesUnder,
  inUse,
  isDisguised,
  noDisguises,
  type Proof,
  spreadOf,
} from './disguises.ts';
import { furthest, type PossibleChanges, possibleChanges, withTold } from './possible-changes.ts';
import type { System } from './system.ts';

export type Suppression = {
  /** Statements that are told: all known ones and what is left of the open ones. */
  readonly told: ReadonlySet<number>;
  /** Open statements of width 0 that are not told, for the sake of others. */
  readonly complementary: ReadonlySet<number>;
  /** For every secret that is neither unproven nor given; see `verifyProofs`. */
  readonly proofs: ReadonlyMap<number, Proof>;
  /** Secrets for which no proof was found although nothing open is left that could be hidden. */
  readonly unproven: readonly number[];
  /** Secrets that the known statements give away by themselves, whatever else is told or not. */
  readonly given: readonly number[];
};

/** What is told at a moment of the search, and all that it leaves possible (made when needed). */
type State = {
  readonly system: System;
  /** What holds if only known statements are told. */
  readonly free: PossibleChanges;
  readonly told: Set<number>;
  readonly complementary: Set<number>;
  current: PossibleChanges | null;
  disguises: Disguises;
};

/**
 * Chooses what is told: no secret statement can be bounded to fewer values than its width, and
 * little is lost. Each secret that the rest would give away gets its cheapest disguise by linear
 * programming, one after the other; then everything hidden that no secret needs is told again, the
 * most valuable first. What comes out is minimal (nothing more can be told), not always the least of all.
 */
export function suppress(system: System): Suppression {
  const { statements } = system;
  const indices = [...statements.keys()];
  const secrets = indices.filter((i) => isSecret(system, i));
  const known = new Set(indices.filter((i) => statements[i]!.state === 'known'));
  const state: State = {
    system,
    free: possibleChanges(system, known),
    told: new Set(indices.filter((i) => statements[i]!.state !== 'latent' && !isSecret(system, i))),
    complementary: new Set(),
    current: null,
    disguises: noDisguises(system, secrets),
  };
  const unproven: number[] = [];
  const given: number[] = [];
  for (const secret of byDifficulty(system, secrets)) {
    if (known.size > 0 && !isDisguised(state.disguises, secret) && isGiven(state.free, secret)) {
      given.push(secret);
    } else if (!disguise(state, secret)) {
      unproven.push(secret);
    }
  }
  for (const secret of [...unproven, ...given]) state.disguises.best.delete(secret);
  tellAgain(state);
  return {
    told: state.told,
    complementary: state.complementary,
    proofs: state.disguises.best,
    unproven,
    given,
  };
}

/** Whether a statement must stay unknown. What is known already cannot. */
export function isSecret({ statements }: System, index: number): boolean {
  const { width, state } = statements[index]!;
  return width > 0 && state !== 'known';
}

/** Hides what a secret needs; false when everything is hidden and it still has no proof. */
function disguise(state: State, secret: number): boolean {
  const { system, free, told } = state;
  const { statements } = system;
  const statement = statements[secret]!;
  const attempts = told.size + 1;
  for (let attempt = 0; attempt <= attempts; attempt += 1) {
    if (isDisguised(state.disguises, secret)) return true;
    state.current ??= possibleChanges(system, told);
    if (searchDisguise(state.current, secret, state.disguises)) return true;
    const might = [...told].filter((i) => statements[i]!.state === 'open');
    const moved = new Set<number>();
    let wanted = statement.width - spreadOf(state.disguises, secret);
    for (const direction of [-1, 1] as const) {
      if (wanted <= 1e-9) break;
      const found = cheapestChange(free, might, { statement, direction, most: wanted });
      for (const index of found.moved) moved.add(index);
      if (found.change) addDisguise(state.disguises, found.change);
      wanted -= found.by;
    }
    if (moved.size === 0) {
      // A way there is, only not in whole numbers: with one number more hidden there is more room.
      const nearest = nearestTold(system, secret, might);
      if (nearest === null) return false;
      moved.add(nearest);
    }
    for (const index of moved) {
      told.delete(index);
      state.complementary.add(index);
    }
    state.current = null;
  }
  return false;
}

/** Tells again what no secret needs to be hidden. */
function tellAgain(state: State): void {
  const { system, told, complementary } = state;
  const { statements } = system;
  state.disguises = inUse(state.disguises);
  const byLoss = [...complementary].sort((a, b) => statements[b]!.loss - statements[a]!.loss);
  for (const candidate of byLoss) {
    const left = disguisesUnder(state.disguises, candidate);
    const bare = [...left.best.keys()].filter((secret) => !isDisguised(left, secret));
    if (bare.length > 0) {
      state.current ??= possibleChanges(system, told);
      const tighter = withTold(state.current, candidate);
      if (!bare.every((secret) => searchDisguise(tighter, secret, left))) continue;
      state.current = tighter;
    } else if (state.current) {
      state.current = withTold(state.current, candidate);
    }
    state.disguises = left;
    told.add(candidate);
    complementary.delete(candidate);
  }
}

function searchDisguise(changes: PossibleChanges, secret: number, disguises: Disguises): boolean {
  const statement = changes.system.statements[secret]!;
  for (const direction of [-1, 1] as const) {
    if (isDisguised(disguises, secret)) return true;
    const { change } = furthest(changes, statement, { direction, most: statement.width });
    if (change) addDisguise(disguises, change);
  }
  return isDisguised(disguises, secret);
}

/** Whether what is known leaves a secret fewer values than its width. */
function isGiven(free: PossibleChanges, secret: number): boolean {
  const statement = free.system.statements[secret]!;
  const { width } = statement;
  const reach = ([-1, 1] as const).map(
    (direction) => furthest(free, statement, { direction, most: width }).by,
  );
  return reach.reduce((a, b) => a + b, 0) < width - 1e-6;
}

/** Larger secrets first: their disguises are dearer and cover small ones on the way. */
function byDifficulty({ statements, counts }: System, secrets: readonly number[]): number[] {
  const trueValue = (index: number) =>
    statements[index]!.terms.reduce((sum, [kind, weight]) => sum + weight * counts[kind]!, 0);
  return [...secrets].sort((a, b) => trueValue(b) - trueValue(a) || a - b);
}

/** The cheapest statement that shares a kind with the secret, else the cheapest of all. */
function nearestTold(
  { statements }: System,
  secret: number,
  might: readonly number[],
): number | null {
  const kinds = new Set(statements[secret]!.terms.map(([kind]) => kind));
  const touching = might.filter((i) => statements[i]!.terms.some(([kind]) => kinds.has(kind)));
  const [cheapest] = (touching.length > 0 ? touching : [...might]).sort(
    (a, b) => statements[a]!.loss - statements[b]!.loss,
  );
  return cheapest ?? null;
}
