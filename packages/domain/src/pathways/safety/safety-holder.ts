import { levelAt, type SafetyClock, USUAL_SAFETY_CLOCK } from './safety-clock.ts';
import type { RaisedEvent, SafetyStanding } from './safety-event.ts';

/**
 * Who could have an event, from near to far: who holds the family, her supervisors, who is on call in the region, the regional
 * coordinator, then colleagues of the region and of the programme, and at last whoever keeps its accounts, of whom there is always
 * one. Only people who are there: nobody on leave, nobody whose account or role has ended.
 */
export interface SafetyChain {
  readonly levels: ReadonlyArray<readonly string[]>;
  /** An account that there always is. */
  readonly lastResort: string;
}

export interface SafetyHolder {
  readonly accountId: string;
  readonly level: number;
  /** By her own word, or because it came to her. */
  readonly isTaken: boolean;
}

const COORDINATOR = 3;

/** Who has an event now. There is always somebody: who is away, or is nobody, is passed over. */
export function holderOf(
  event: Pick<RaisedEvent, 'urgency' | 'startsAt'>,
  {
    standing,
    chain,
    now,
    clock = USUAL_SAFETY_CLOCK,
  }: {
    readonly standing: Pick<SafetyStanding, 'takenBy'>;
    readonly chain: SafetyChain;
    readonly now: string;
    readonly clock?: SafetyClock;
  },
): SafetyHolder {
  const { takenBy } = standing;
  const taken = takenBy === null ? -1 : chain.levels.findIndex((each) => each.includes(takenBy));
  if (takenBy !== null && taken >= 0) return { accountId: takenBy, level: taken, isTaken: true };
  const from = takenBy === null ? levelAt(event, now, clock) : 0;
  const order = [...chain.levels.keys()];
  const level = [...order.slice(from), ...order.slice(0, from).reverse()].find(
    (each) => chain.levels[each]?.length,
  );
  const accountId = level === undefined ? undefined : chain.levels[level]?.[0];
  if (level === undefined || accountId === undefined) {
    return { accountId: chain.lastResort, level: chain.levels.length, isTaken: false };
  }
  return { accountId, level, isTaken: false };
}

/**
 * Whom the program has to ask now and has not asked yet. Until somebody takes it: everybody as far as it has gone on, at the least
 * the nearest who are there. Taken and nothing of the protocol done by the deadline: the supervisor as well. Taken by somebody who
 * is not there any more: the nearest who are.
 */
export function whomToAsk(
  event: Pick<RaisedEvent, 'urgency' | 'startsAt' | 'dueAt'>,
  {
    standing,
    chain,
    now,
    clock = USUAL_SAFETY_CLOCK,
  }: {
    readonly standing: SafetyStanding;
    readonly chain: SafetyChain;
    readonly now: string;
    readonly clock?: SafetyClock;
  },
): { readonly accountId: string; readonly level: number }[] {
  if (standing.status === 'closed') return [];
  const holder = holderOf(event, { standing, chain, now, clock });
  const upTo = (most: number) =>
    chain.levels.flatMap((accounts, level) =>
      level <= most ? accounts.map((accountId) => ({ accountId, level })) : [],
    );
  const isIdle = now >= event.dueAt && standing.steps.every(({ entry }) => entry === null);
  const wanted = holder.isTaken
    ? isIdle
      ? upTo(1)
      : []
    : [
        ...(standing.takenBy === null
          ? upTo(Math.max(levelAt(event, now, clock), Math.min(holder.level, COORDINATOR)))
          : upTo(holder.level)),
        { accountId: holder.accountId, level: holder.level },
      ];
  const seen = new Set(standing.asked);
  return wanted.filter(({ accountId }) => {
    const isNew = !seen.has(accountId);
    seen.add(accountId);
    return isNew;
  });
}
