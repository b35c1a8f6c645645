import * as z from 'zod/mini';
import { DateOnly, Id } from '../contract.ts';
import type { CaseTask } from './tasks.ts';

/** Where the way of somebody's difficulty in learning stands, since which day, and by when the next step is taken. */
export const LearningStanding = z.object({ personId: Id, since: DateOnly, dueOn: DateOnly });
export type LearningStanding = z.infer<typeof LearningStanding>;

/** The next steps towards help in learning, due whether the family's case is open or not: a school year does not wait. */
export const learningTasks = (
  learning: readonly LearningStanding[],
): Omit<CaseTask, 'putOffUntil' | 'standing'>[] =>
  learning.map(({ personId, since, dueOn }) => ({
    ...{ kind: 'learning-due' as const, subjectId: personId, dueOn, since },
    ...{ isFor: 'holder' as const, category: 'school' as const },
  }));
