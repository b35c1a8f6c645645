import type { ProblemCode } from '../../problem.ts';
import type { SafetyEntryInput } from './safety-entry.ts';
import type { SafetyStanding } from './safety-event.ts';

/** Why an entry may not be written now; null: it may. Whether its author may see the event at all is asked before. */
export function safetyObstacle(
  standing: SafetyStanding,
  entry: SafetyEntryInput,
  author: string,
): ProblemCode | null {
  const isClosed = standing.status === 'closed';
  if (isClosed && entry.kind !== 'reopened') return 'safety-closed';
  switch (entry.kind) {
    case 'step':
      return entry.value.state === 'reasoned' && !entry.words?.text
        ? 'safety-reason-missing'
        : null;
    case 'plan':
      return entry.words === null ? 'input-invalid' : null;
    case 'closing-proposed':
      if (standing.takenBy === null) return 'safety-not-taken';
      if (standing.status === 'closing') return 'already-done';
      return standing.missing.length > 0 ? 'safety-steps-missing' : null;
    case 'closing-declined':
      return standing.status === 'closing' ? null : 'safety-no-closing';
    case 'closed':
      if (standing.status !== 'closing') return 'safety-no-closing';
      if (standing.closing?.recordedBy === author) return 'safety-second-person';
      return standing.missing.length > 0 ? 'safety-steps-missing' : null;
    case 'reopened':
      return isClosed ? null : 'already-done';
    default:
      return null;
  }
}
