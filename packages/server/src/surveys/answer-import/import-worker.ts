import { randomUUID } from 'node:crypto';
import { carryOut } from '../../apart/carry-out.ts';
import { type ReadAnswers, readAnswers } from './read-answers.ts';

/** How many rows are done, or all of them. */
export type ImportMessage =
  | { readonly done: number; readonly total: number }
  | { readonly read: ReturnType<typeof readAnswers> };

/** Reads and scores one file apart from the process that answers people. */
carryOut((order: ReadAnswers, tell: (message: ImportMessage) => void) => {
  const read = readAnswers({ ...order, newId: randomUUID }, (done, total) => tell({ done, total }));
  tell({ read });
});
