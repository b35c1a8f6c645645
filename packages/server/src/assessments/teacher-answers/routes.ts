import { informantsOf, isForPerson, SealedAnswers } from '@tirek/domain/assessments';
import type { teacherAnswersContract } from '@tirek/domain/assessments/teacher-answers';
import {
  type Answers,
  canBeAnswered,
  findForm,
  languagesOffered,
  scoreForm,
  validateResponse,
} from '@tirek/domain/instruments';
import { calledName, fullName } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import * as z from 'zod/mini';
import { accountOf } from '../../http/account-of.ts';
import type { Handlers } from '../../http/handler.ts';
import {
  hasOwnPupil,
  type KeyFor,
  openIdentitiesOf,
  openUnder,
  sealUnder,
} from '../../people/index.ts';
import { isDemoProgramme, programmeDay } from '../../programmes/index.ts';
import { recordAssessment } from '../record-assessment.ts';
import { insertGiven, listGiven, listWaiting } from './queries.ts';

/** A pupil is nobody of the register and has no data key: until they are taken, the key is one of the installation. */
const KEY_PURPOSE = 'answers of teachers';
const label = (id: string): string => `teacher answers ${id}`;
const openGiven = (sealed: Buffer, id: string, keyFor: KeyFor): SealedAnswers =>
  z.parse(SealedAnswers, JSON.parse(openUnder(keyFor(KEY_PURPOSE), sealed, label(id))));

export const teacherAnswersHandlers: Handlers<typeof teacherAnswersContract> = {
  async listTeacherAnswers({ tx, actor, now, about }) {
    const asker = accountOf(actor);
    about([]);
    return {
      today: programmeDay(now),
      allowDraft: await isDemoProgramme(tx, asker.programmeId),
      given: await listGiven(tx, asker),
    };
  },

  async recordTeacherAnswers({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, pupilId, given } = input;
    about([], { mode: given.mode });
    if (!(await hasOwnPupil(tx, pupilId))) throw new Problem('not-found');
    const today = programmeDay(now);
    if (given.takenOn > today) throw new Problem('assessment-day-to-come');
    const form = findForm(given.formCode, given.formVersion);
    if (!form || !isForPerson(form.pkg)) throw new Problem('not-found');
    if (!informantsOf(form).some(({ kind }) => kind === 'teacher')) {
      throw new Problem('assessment-informant-not-offered');
    }
    if (canBeAnswered(form).kind === 'no') throw new Problem('form-has-no-text');
    const allowDraft = await isDemoProgramme(tx, asker.programmeId);
    if (!languagesOffered(form, { allowDraft }).includes(given.language)) {
      throw new Problem('language-not-offered');
    }
    const { answers, languages, ...told } = given;
    const judged = validateResponse(form, answers, { completed: true, today: given.takenOn });
    if (judged.kind === 'refused') {
      throw new Problem('answers-invalid', { places: judged.findings.map(({ path }) => path) });
    }
    const said = JSON.stringify({ answers: judged.answers, languages });
    const sealed = sealUnder(keyFor(KEY_PURPOSE), said, label(id));
    await insertGiven(tx, asker, { ...told, id, pupilId, sealed, now, today });
    return {};
  },

  async listTeacherAnswersWaiting({ tx, now, keyFor, about }) {
    const rows = await listWaiting(tx, programmeDay(now));
    const people = [...new Set(rows.map(({ personId }) => personId))];
    about(people);
    const identities = await openIdentitiesOf(tx, people, keyFor);
    return {
      waiting: rows.map(({ id, personId, formCode, takenOn }) => {
        const identity = identities.get(personId);
        const name = identity ? fullName(calledName(identity)) : null;
        return { id, personId, formCode, takenOn, name };
      }),
    };
  },

  async takeTeacherAnswers({ tx, actor, input, now, newId, keyFor, about }) {
    const { personId, answersId } = input;
    const rows = await listWaiting(tx, programmeDay(now));
    const row = rows.find((each) => each.id === answersId && each.personId === personId);
    if (!row) throw new Problem('not-found');
    const { id, sealed, personId: _, ...told } = row;
    const { answers, languages } = openGiven(sealed, id, keyFor);
    const form = findForm(told.formCode, told.formVersion);
    if (!form) throw new Problem('not-found');
    const onFound = () => about([personId], { mode: told.mode });
    const asked = { tx, actor: accountOf(actor), now, newId, keyFor, onFound };
    await recordAssessment(asked, {
      ...{ id, personId },
      assessment: {
        ...{ ...told, informant: 'teacher', supersedes: null, because: null, answers, languages },
        scores: scoreForm(form, answers as Answers),
      },
    });
    return {};
  },
};
