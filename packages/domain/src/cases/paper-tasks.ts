import { type Paper, paperDue } from '../people/papers/index.ts';
import type { CaseTask } from './tasks.ts';

/**
 * Papers that have a day by which something has to be done, as tasks: one that is not there yet, and one that is there and runs
 * out. They are due whether the family's case is open or not, since an office does not ask.
 */
export const paperTasks = (
  papers: readonly Paper[],
): Omit<CaseTask, 'putOffUntil' | 'standing'>[] =>
  papers.flatMap((paper) => {
    const dueOn = paperDue(paper);
    if (dueOn === null) return [];
    return [
      {
        ...{ kind: 'paper-due' as const, subjectId: paper.subjectId, dueOn, since: paper.since },
        ...{ isFor: 'holder' as const, category: 'papers' as const },
      },
    ];
  });
