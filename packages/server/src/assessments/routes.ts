import { assessmentsContract, isForPerson } from '@tirek/domain/assessments';
import { phoneLinkContract } from '@tirek/domain/assessments/own-phone';
import { findForm } from '@tirek/domain/instruments';
import { birthRange } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../http/account-of.ts';
import { type Handlers, oneOf, routesOf } from '../http/handler.ts';
import { listPersons, openIdentitiesOf } from '../people/index.ts';
import { isDemoProgramme, programmeDay } from '../programmes/index.ts';
import { loadAssessments } from './load-assessments.ts';
import { phoneLinkHandlers } from './own-phone/answering.ts';
import { ownPhoneHandlers } from './own-phone/routes.ts';
import {
  insertCompetence,
  listAgreedToScreening,
  listCompetencePeople,
  listNewestCompetences,
  lockCompetence,
} from './queries.ts';
import { recordAssessment } from './record-assessment.ts';
import { rescreeningHandlers } from './rescreening/routes.ts';
import { teacherAnswersHandlers } from './teacher-answers/routes.ts';

const handlers: Handlers<typeof assessmentsContract> = {
  listAssessments: oneOf(async ({ tx, actor, now, keyFor }, inputs) => {
    const asker = accountOf(actor);
    const wanted = [...new Set(inputs.map(({ personId }) => personId))];
    const people = (await listPersons(tx, asker, wanted)).map(({ id }) => id);
    const today = programmeDay(now);
    const kept = await loadAssessments({ tx, actor: asker, keyFor }, people);
    const byPerson = Map.groupBy(kept, ({ personId }) => personId);
    const allowDraft = await isDemoProgramme(tx, asker.programmeId);
    const agreed = new Set(await listAgreedToScreening(tx, { people, on: today }));
    const identities = await openIdentitiesOf(tx, people, keyFor);
    const known = new Set(people);
    return inputs.map(({ personId }) => {
      if (!known.has(personId)) return null;
      const birth = identities.get(personId)?.birth ?? null;
      const output = {
        today,
        born: birth && birthRange(birth),
        hasAgreed: agreed.has(personId),
        allowDraft,
        assessments: byPerson.get(personId) ?? [],
      };
      return { output, about: [personId] };
    });
  }),

  async recordAssessment({ tx, actor, input, now, newId, keyFor, about }) {
    const { mode } = input.assessment;
    const onFound = () => about([input.personId], { mode });
    await recordAssessment({ tx, actor: accountOf(actor), now, newId, keyFor, onFound }, input);
    return {};
  },

  async listCompetences({ tx, actor, now }) {
    return {
      today: programmeDay(now),
      competences: await listNewestCompetences(tx, accountOf(actor)),
      people: await listCompetencePeople(tx),
    };
  },

  async recordCompetence({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, accountId, formCode, basedOn, state, validUntil } = input;
    const today = programmeDay(now);
    const people = await listCompetencePeople(tx);
    if (!people.some((each) => each.accountId === accountId)) throw new Problem('not-found');
    if (accountId === asker.accountId) throw new Problem('not-allowed');
    about([accountId], { form: formCode, isHeld: state === 'held' });
    const form = findForm(formCode);
    if (!form || !isForPerson(form.pkg)) throw new Problem('not-found');
    await lockCompetence(tx, { accountId, formCode });
    const [known] = await listNewestCompetences(tx, asker, { accountId, formCode });
    const version = known?.version ?? 0;
    if (version !== basedOn) throw new Problem('changed-meanwhile', { version });
    const kept = { id, accountId, formCode, state, validUntil, version: version + 1 };
    await insertCompetence(tx, asker, { ...kept, now, today });
    return { version: version + 1 };
  },

  ...ownPhoneHandlers,
  ...rescreeningHandlers,
  ...teacherAnswersHandlers,
};

export const assessmentsRoutes = [
  ...routesOf(assessmentsContract, handlers),
  ...routesOf(phoneLinkContract, phoneLinkHandlers),
];
