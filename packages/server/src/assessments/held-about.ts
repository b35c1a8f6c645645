import type { SignedInActor } from '@tirek/domain/access';
import {
  type HeldSection,
  tellAssessments,
  tellRescreenSkips,
} from '@tirek/domain/privacy/own-copy';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../db/database.ts';
import type { KeyFor } from '../people/index.ts';
import { listAssessmentRows } from './queries.ts';
import { listRescreenSkips } from './rescreening/queries.ts';
import { openAnswers } from './sealed-answers.ts';

interface Asked {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly personId: string;
  readonly language: Language;
}

/** The questionnaires about one person, for her own copy, with the answers and the scores, and what was put off of them. */
export const assessmentsHeld = {
  tables: ['assessment', 'rescreen_skip'],

  async read({ tx, actor, keyFor, personId, language }: Asked): Promise<HeldSection[]> {
    const rows = await listAssessmentRows(tx, actor, [personId]);
    const opened = await openAnswers(tx, rows, keyFor);
    const data = rows.map(({ recordId: _, recordedBy: __, ...row }, at) => ({
      ...row,
      sealed: opened[at] ?? null,
    }));
    const skips = await listRescreenSkips(tx, personId);
    return [
      {
        section: 'assessments',
        data: { answered: data, putOff: skips },
        items: [...tellAssessments(data, language), ...tellRescreenSkips(skips, language)],
      },
    ];
  },
};
