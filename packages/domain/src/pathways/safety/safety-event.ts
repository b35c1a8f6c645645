import * as z from 'zod/mini';
import { Id, Instant } from '../../contract.ts';
import { SAFETY_KINDS, SAFETY_URGENCIES } from '../../instruments/index.ts';
import { PROTOCOLS, type ProtocolStep } from './protocol.ts';
import type { SafetyEntry, SafetyEntryOf } from './safety-entry.ts';

/** What was raised; it never changes. */
export const RaisedEvent = z.object({
  id: Id,
  personId: Id,
  kind: z.enum(SAFETY_KINDS),
  urgency: z.enum(SAFETY_URGENCIES),
  /** The assessment whose answers said so; null: somebody was worried. */
  assessmentId: z.nullable(Id),
  answeredAt: Instant,
  arrivedAt: Instant,
  startsAt: Instant,
  dueAt: Instant,
  countsFrom: z.enum(['answer', 'arrival']),
  raisedBy: Id,
});
export type RaisedEvent = z.infer<typeof RaisedEvent>;

export interface StepStanding {
  readonly step: ProtocolStep;
  readonly isRequired: boolean;
  readonly entry: SafetyEntryOf<'step'> | null;
}

export interface SafetyStanding {
  readonly status: 'open' | 'closing' | 'closed';
  /** Whoever has it by her own word; null: nobody has said so yet. */
  readonly takenBy: string | null;
  readonly takenAt: string | null;
  /** Whom it was given to and who has not taken it yet. */
  readonly offeredTo: string | null;
  readonly asked: ReadonlySet<string>;
  readonly steps: readonly StepStanding[];
  /** Required steps that are neither done nor reasoned away. */
  readonly missing: readonly ProtocolStep[];
  /** Versions of her safety plan, oldest first. */
  readonly plans: readonly SafetyEntryOf<'plan'>[];
  readonly contacts: readonly SafetyEntryOf<'contact'>[];
  readonly closing: SafetyEntryOf<'closing-proposed'> | null;
  readonly entries: readonly SafetyEntry[];
}

/**
 * How an event stands, out of everything that was ever written about it, in any order and more than once. The order is that in which
 * the server heard: what a device wrote down while it was offline counts from when it arrived.
 */
export function foldSafety(
  event: Pick<RaisedEvent, 'kind'>,
  entries: readonly SafetyEntry[],
): SafetyStanding {
  const once = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  const inOrder = once.toSorted((a, b) => a.sequence - b.sequence);
  let status: SafetyStanding['status'] = 'open';
  let takenBy: string | null = null;
  let takenAt: string | null = null;
  let offeredTo: string | null = null;
  let closing: SafetyEntryOf<'closing-proposed'> | null = null;
  const asked = new Set<string>();
  const take = (entry: SafetyEntry) => {
    takenBy = entry.recordedBy;
    takenAt = entry.recordedAt;
    offeredTo = null;
  };
  for (const entry of inOrder) {
    switch (entry.kind) {
      case 'asked':
        asked.add(entry.value.to);
        break;
      case 'acknowledged':
        if (takenBy === null || offeredTo === entry.recordedBy) take(entry);
        break;
      case 'handed-over':
        asked.add(entry.value.to);
        if (entry.value.to === entry.recordedBy) take(entry);
        else if (status !== 'closed') offeredTo = entry.value.to;
        break;
      case 'closing-proposed':
        if (status === 'open') {
          status = 'closing';
          closing = entry;
        }
        break;
      case 'closing-declined':
        if (status === 'closing') status = 'open';
        break;
      case 'closed':
        // Two people close: the one who asked for it never confirms it.
        if (status === 'closing' && closing?.recordedBy !== entry.recordedBy) status = 'closed';
        break;
      case 'reopened':
        if (status === 'closed') {
          status = 'open';
          take(entry);
        }
        break;
    }
  }
  const steps = stepsOf(event, inOrder);
  return {
    ...{ status, takenBy, takenAt, offeredTo, asked, steps },
    missing: steps.flatMap(({ step, isRequired, entry }) => (isRequired && !entry ? [step] : [])),
    plans: inOrder.filter((entry) => entry.kind === 'plan'),
    contacts: inOrder.filter((entry) => entry.kind === 'contact'),
    closing: status === 'open' ? null : closing,
    entries: inOrder,
  };
}

function stepsOf(
  { kind }: Pick<RaisedEvent, 'kind'>,
  entries: readonly SafetyEntry[],
): StepStanding[] {
  const said = entries.filter((entry) => entry.kind === 'step');
  const { required, further } = PROTOCOLS[kind];
  return [...required, ...further].map((step) => ({
    step,
    isRequired: required.includes(step),
    entry: said.findLast(({ value }) => value.step === step) ?? null,
  }));
}
