import {
  aheadIn,
  caseSettingsObstacle,
  casesContract,
  foldCase,
  NO_LIFE,
  tasksOf,
  turningAges,
  versionIn,
} from '@tirek/domain/cases';
import { USUAL_AGE_TABLE } from '@tirek/domain/consents';
import type { OutputOf } from '@tirek/domain/contract';
import { listForms } from '@tirek/domain/instruments';
import { birthsOf, stuckPapers } from '@tirek/domain/people/papers';
import { Problem } from '@tirek/domain/problem';
import { findSettings } from '../consents/index.ts';
import { accountOf } from '../http/account-of.ts';
import { type Handlers, oneOf, routesOf, type Told } from '../http/handler.ts';
import {
  listAgreed,
  listFamilyRows,
  listPeerWorries,
  listSchooling,
  withMembers,
} from '../people/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { handOverHandlers } from './hand-over/routes.ts';
import { savedListHandlers } from './lists/routes.ts';
import { aboutCase, loadBareCase, loadCases, loadLearning, loadPapers } from './load-case.ts';
import { loadLives } from './load-life.ts';
import {
  findCaseSettings,
  insertCaseSettings,
  insertEntry,
  listAuthors,
  listBareEntries,
  lockCase,
  mayDecide,
} from './queries.ts';
import { bareEntry } from './sealed-words.ts';
import { requireConsent, sealedFor, writeEntry } from './write-entry.ts';

/** What is printed of it is made where documents are. */
const { getPlanFile: _plan, getFamilySheet: _sheet, ...contract } = casesContract;

const handlers: Handlers<typeof contract> = {
  async listCases({ tx, actor, now, keyFor, about }) {
    const asker = accountOf(actor);
    const today = programmeDay(now);
    const held = await listFamilyRows(tx, asker);
    const holders = new Map(held.map(({ id, holderId }) => [id, holderId]));
    const families = await withMembers(tx, held, keyFor);
    const ids = families.map(({ id }) => id);
    const rows = Map.groupBy(await listBareEntries(tx, asker, ids), ({ familyId }) => familyId);
    about(ids, { families: ids.length });
    const { settings } = await findCaseSettings(tx, asker);
    const { lives, gone } = await loadLives(tx, { families, today });
    const table = (await findSettings(tx, asker))?.settings.ages ?? USUAL_AGE_TABLE;
    // A questionnaire without its words cannot be asked here.
    const ages = turningAges(
      table,
      listForms().filter(({ wording }) => wording !== 'absent'),
    );
    const people = families.flatMap(({ members }) => members.map(({ personId }) => personId));
    const papersOf = await loadPapers(tx, asker, families);
    const learningOf = await loadLearning(tx, asker, families);
    const worriesOf = Map.groupBy(
      await listPeerWorries(tx, asker, [...new Set(people)]),
      ({ personId }) => personId,
    );
    const schooling = await listSchooling(tx, asker, [...new Set(people)]);
    const cases = families.map((family) => {
      const entries = (rows.get(family.id) ?? []).map(bareEntry);
      const familyCase = foldCase(entries, settings.reviewMonths);
      const open = familyCase.needs.filter(({ newest }) => newest.state === 'open');
      const { status, attention, nextReviewOn } = familyCase;
      const life = lives.get(family.id) ?? NO_LIFE;
      const papers = family.members.flatMap(({ personId }) => papersOf.get(personId) ?? []);
      const learning = family.members.flatMap(({ personId }) => learningOf.get(personId) ?? []);
      const worries = family.members.flatMap(({ personId }) => worriesOf.get(personId) ?? []);
      const released = new Map(life.imprisoned.map((each) => [each.personId, each.release]));
      return {
        family,
        holderId: holders.get(family.id) ?? '',
        status,
        attention,
        reviewMonths: settings.reviewMonths[attention],
        nextReviewOn,
        openNeeds: open.length,
        unheld: open
          .filter(({ newest }) => newest.value.held === null)
          .map(({ id, newest: { version, personId, value } }) => ({
            ...{ id, version, personId, value },
          })),
        tasks: tasksOf(familyCase, {
          ...{ familyId: family.id, today, life, settings, papers, learning, worries },
        }),
        stuck: stuckPapers(papers, { today, births: birthsOf(family) }),
        ahead: aheadIn(
          family.members
            .filter(({ personId }) => !gone.has(personId))
            .map(({ personId, birth }) => ({
              ...{ personId, birth, release: released.get(personId) ?? null },
              schooling: schooling.get(personId) ?? null,
            })),
          { today, ages, schoolAge: settings.schoolAge },
        ),
      };
    });
    return { today, cases };
  },

  getCase: oneOf(async ({ tx, actor, now, keyFor }, inputs) => {
    const ids = [...new Set(inputs.map(({ familyId }) => familyId))];
    const today = programmeDay(now);
    const cases = await loadCases({ tx, actor: accountOf(actor), keyFor, today }, ids);
    const people = cases.flatMap(({ family }) => family.members.map(({ personId }) => personId));
    const agreed = new Set(await listAgreed(tx, { people, on: today }));
    const authors = Map.groupBy(await listAuthors(tx, ids), ({ familyId }) => familyId);
    const told = new Map<string, Told<OutputOf<(typeof casesContract)['getCase']>>>();
    for (const loaded of cases) {
      const { family, entries, familyCase, life, papers, learning, gone } = loaded;
      const members = family.members.map(({ personId }) => personId);
      const waiting = waitingIn(familyCase);
      const output = {
        today,
        family,
        entries: [...entries],
        life,
        papers: [...papers],
        learning: [...learning],
        agreed: members.filter((personId) => agreed.has(personId)),
        unasked: members.filter((personId) => !agreed.has(personId) && !gone.has(personId)),
        authors: Object.fromEntries(
          (authors.get(family.id) ?? []).map(({ accountId, name }) => [accountId, name]),
        ),
        mayDecide:
          waiting !== null && (await mayDecide(tx, { familyId: family.id, kind: waiting })),
      };
      told.set(family.id, { output, about: aboutCase(loaded) });
    }
    return inputs.map(({ familyId }) => told.get(familyId) ?? null);
  }),

  async recordCaseEntry({ tx, actor, input, now, keyFor, about }) {
    const { familyId, entry } = input;
    const onFound = () =>
      about([familyId, ...(entry.personId ? [entry.personId] : [])], {
        kindOfEntry: entry.kind,
        state: entry.state,
      });
    return await writeEntry({ tx, actor: accountOf(actor), now, keyFor, onFound }, input);
  },

  async decideCase({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, familyId, basedOn, isAgreed, words } = input;
    const kind = input.about === 'plan' ? 'plan' : 'case';
    const today = programmeDay(now);
    await lockCase(tx, familyId);
    const loaded = await loadBareCase({ tx, actor: asker, keyFor, today }, familyId);
    const { entries, familyCase } = loaded;
    const state = isAgreed ? (kind === 'plan' ? 'approved' : 'closed') : 'returned';
    about([familyId], { kindOfEntry: kind, state });
    const known = versionIn(entries, kind, familyId);
    if (known !== basedOn) throw new Problem('changed-meanwhile', { version: known });
    const asked = kind === 'plan' ? familyCase.plan : familyCase.standing;
    if (waitingIn(familyCase) !== kind || !asked) throw new Problem('case-not-waiting');
    if (!(await mayDecide(tx, { familyId, kind }))) throw new Problem('case-decision-own');
    if (words) await requireConsent(tx, familyCase.contact, today);
    await insertEntry(tx, asker, {
      ...(await sealedFor(tx, { id, words, person: familyCase.contact }, keyFor)),
      ...{ id, familyId, kind, state, subjectId: familyId, version: basedOn + 1 },
      ...{ personId: asked.newest.personId, value: asked.newest.value },
      ...{ recordedAt: now, recordedOn: today },
    });
    return { version: basedOn + 1 };
  },

  async answerQuestion({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, familyId, questionId, basedOn, words } = input;
    const today = programmeDay(now);
    await lockCase(tx, familyId);
    const loaded = await loadBareCase({ tx, actor: asker, keyFor, today }, familyId);
    const { entries, familyCase } = loaded;
    about([familyId], { kindOfEntry: 'question', state: 'answered' });
    const question = familyCase.questions.find((each) => each.id === questionId);
    if (!question) throw new Problem('not-found');
    const known = versionIn(entries, 'question', questionId);
    if (known !== basedOn) throw new Problem('changed-meanwhile', { version: known });
    if (question.newest.state !== 'asked') throw new Problem('case-not-waiting');
    if (question.newest.recordedBy === asker.accountId) throw new Problem('case-decision-own');
    if (words) await requireConsent(tx, familyCase.contact, today);
    await insertEntry(tx, asker, {
      ...(await sealedFor(tx, { id, words, person: familyCase.contact }, keyFor)),
      ...{ id, familyId, kind: 'question', state: 'answered', subjectId: questionId },
      ...{ version: basedOn + 1, personId: null, value: {}, recordedAt: now, recordedOn: today },
    });
    return { version: basedOn + 1 };
  },

  ...savedListHandlers,
  ...handOverHandlers,

  async getCaseSettings({ tx, actor }) {
    return await findCaseSettings(tx, accountOf(actor));
  },

  async setCaseSettings({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, basedOn, settings } = input;
    const known = (await findCaseSettings(tx, asker)).version;
    if (known !== basedOn) throw new Problem('changed-meanwhile', { version: known });
    const obstacle = caseSettingsObstacle(settings);
    if (obstacle) throw new Problem(obstacle);
    const version = basedOn + 1;
    about([], { version: String(version) });
    await insertCaseSettings(tx, asker, { id, version, settings, now });
    return { version };
  },
};

export const casesRoutes = routesOf(contract, handlers);

/** What waits for a supervisor; a case that is to be closed asks for nothing else. */
function waitingIn({ status, planStanding }: ReturnType<typeof foldCase>): 'case' | 'plan' | null {
  if (status === 'closing') return 'case';
  return status === 'open' && planStanding === 'submitted' ? 'plan' : null;
}
