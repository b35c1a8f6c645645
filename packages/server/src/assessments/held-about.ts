import type { SignedInActor } from '@tirek/domain/access';
import { type HeldSection, tellAssessments } from '@tirek/domain/privacy/own-copy';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../db/database.ts';
import type { KeyFor } from '../people/index.ts';
import { listAssessmentRows } from './queries.ts';
import { openAnswers } from './sealed-answers.ts';

interface Asked {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly personId: string;
  readonly language: Language;
}

/** The questionnaires about one person, for her own copy, with the answers and the scores. */
export const assessmentsHeld = {
  tables: ['assessment'],

  async read({ tx, actor, keyFor, personId, language }: Asked): Promise<HeldSection[]> {
    const rows = await listAssessmentRows(tx, actor, [personId]);
    const opened = await openAnswers(tx, rows, keyFor);
    const data = rows.map(({ recordId: _, recordedBy: __, ...row }, at) => ({
      ...row,
      sealed: opened[at] ?? null,
    }));
    return [{ section: 'assessments', data, items: tellAssessments(data, language) }];
  },
};
