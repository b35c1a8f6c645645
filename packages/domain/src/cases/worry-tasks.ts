import type { PeerWorry } from '../people/peers/index.ts';
import type { CaseTask } from './tasks.ts';

/**
 * A peer provider who is worried is called on the same day, whether the family's case is open or not. One task for each person,
 * since her oldest worry; it is there until somebody says that the call was made.
 */
export function worryTasks(
  worries: readonly PeerWorry[],
): Omit<CaseTask, 'putOffUntil' | 'standing'>[] {
  const people = [...new Set(worries.map(({ personId }) => personId))];
  return people.map((personId) => {
    const days = worries.filter((each) => each.personId === personId).map(({ saidOn }) => saidOn);
    const since = days.toSorted()[0] ?? '';
    return {
      ...{ kind: 'peer-worried' as const, subjectId: personId, dueOn: since, since },
      ...{ isFor: 'holder' as const, category: null },
    };
  });
}
