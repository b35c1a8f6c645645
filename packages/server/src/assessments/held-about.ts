import type { SignedInActor } from '@tirek/domain/access';
import { phoneTexts } from '@tirek/domain/assessments/own-phone';
import {
  type HeldSection,
  tellAssessments,
  tellRescreenSkips,
} from '@tirek/domain/privacy/own-copy';
import { formatDate, type Language } from '@tirek/domain/text';
import type { Tx } from '../db/database.ts';
import type { KeyFor } from '../people/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { listPhoneAskings } from './own-phone/queries.ts';
import { listAssessmentRows } from './queries.ts';
import { listRescreenSkips } from './rescreening/queries.ts';
import { openAnswers } from './sealed-answers.ts';

interface Asked {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly personId: string;
  readonly language: Language;
  readonly now: string;
}

/** The questionnaires about one person, for her own copy, with the answers and the scores, and what was put off of them. */
export const assessmentsHeld = {
  tables: [
    ...['assessment', 'rescreen_skip'],
    ...['phone_asking', 'phone_asking_link', 'phone_asking_end'],
  ],

  async read({ tx, actor, keyFor, personId, language, now }: Asked): Promise<HeldSection[]> {
    const rows = await listAssessmentRows(tx, actor, [personId]);
    const opened = await openAnswers(tx, rows, keyFor);
    const data = rows.map(({ recordId: _, recordedBy: __, ...row }, at) => ({
      ...row,
      sealed: opened[at] ?? null,
    }));
    const skips = await listRescreenSkips(tx, personId);
    const t = phoneTexts(language);
    const links = (
      await listPhoneAskings(tx, actor, { personId, now, today: programmeDay(now) })
    ).map(({ formCode, askedAt, expiresAt, state, endedAt }) => ({
      ...{ formCode, askedAt, expiresAt, state, endedAt },
    }));
    return [
      {
        section: 'assessments',
        data: { answered: data, putOff: skips, links },
        items: [
          ...tellAssessments(data, language),
          ...tellRescreenSkips(skips, language),
          ...links.map(({ askedAt, state }) => ({
            title: t('told.title'),
            facts: [
              [t('told.asked'), formatDate(programmeDay(askedAt), language)] as const,
              [t('told.state'), t(`state.${state}`)] as const,
            ],
            text: '',
          })),
        ],
      },
    ];
  },
};
