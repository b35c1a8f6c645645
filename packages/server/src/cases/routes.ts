import {
  aheadIn,
  type CaseEntryInput,
  caseObstacle,
  caseSettingsObstacle,
  casesContract,
  foldCase,
  NO_LIFE,
  needsConsent,
  tasksOf,
  turningAges,
  versionIn,
  type Words,
} from '@tirek/domain/cases';
import { USUAL_AGE_TABLE } from '@tirek/domain/consents';
import { listForms } from '@tirek/domain/instruments';
import { Problem } from '@tirek/domain/problem';
import { findSettings } from '../consents/index.ts';
import type { Tx } from '../db/database.ts';
import { accountOf } from '../http/account-of.ts';
import { type Handlers, routesOf } from '../http/handler.ts';
import { findDataKey, type KeyFor, listFamilyRows, withMembers } from '../people/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { savedListHandlers } from './lists/routes.ts';
import { aboutCase, loadCase } from './load-case.ts';
import { loadLives } from './load-life.ts';
import {
  findAuthors,
  findCaseSettings,
  insertCaseSettings,
  insertEntry,
  listAgreed,
  listEntries,
  lockCase,
  mayDecide,
} from './queries.ts';
import { bareEntry, sealWords } from './sealed-words.ts';

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
    const rows = Map.groupBy(await listEntries(tx, asker, ids), ({ familyId }) => familyId);
    about(ids, { families: ids.length });
    const { settings } = await findCaseSettings(tx, asker);
    const { lives, gone } = await loadLives(tx, { families, today });
    const table = (await findSettings(tx, asker))?.settings.ages ?? USUAL_AGE_TABLE;
    const ages = turningAges(table, listForms());
    const cases = families.map((family) => {
      const entries = (rows.get(family.id) ?? []).map(bareEntry);
      const familyCase = foldCase(entries, settings.reviewMonths);
      const open = familyCase.needs.filter(({ newest }) => newest.state === 'open');
      const { status, attention, nextReviewOn } = familyCase;
      const life = lives.get(family.id) ?? NO_LIFE;
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
        tasks: tasksOf(familyCase, { familyId: family.id, today, life, settings }),
        ahead: aheadIn(
          family.members
            .filter(({ personId }) => !gone.has(personId))
            .map(({ personId, birth }) => ({
              ...{ personId, birth, release: released.get(personId) ?? null },
            })),
          { today, ages, schoolAge: settings.schoolAge },
        ),
      };
    });
    return { today, cases };
  },

  async getCase({ tx, actor, input, now, keyFor, about }) {
    const today = programmeDay(now);
    const loaded = await loadCase({ tx, actor: accountOf(actor), keyFor, today }, input.familyId);
    const { family, entries, familyCase, life } = loaded;
    about(aboutCase(loaded));
    const people = family.members.map(({ personId }) => personId);
    const waiting = waitingIn(familyCase);
    return {
      today,
      family,
      entries: [...entries],
      life,
      agreed: await listAgreed(tx, { people, on: today }),
      authors: await findAuthors(tx, family.id),
      mayDecide: waiting !== null && (await mayDecide(tx, { familyId: family.id, kind: waiting })),
    };
  },

  async recordCaseEntry({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, familyId, basedOn, entry } = input;
    const today = programmeDay(now);
    await lockCase(tx, familyId);
    const loaded = await loadCase({ tx, actor: asker, keyFor, today }, familyId);
    const { family, entries, familyCase, life, settings } = loaded;
    about([familyId, ...(entry.personId ? [entry.personId] : [])], {
      kindOfEntry: entry.kind,
      state: entry.state,
    });
    if (!family.isOwn) throw new Problem('not-allowed');
    const subjectId = 'subjectId' in entry ? entry.subjectId : familyId;
    const isEnding = entry.kind === 'case' && entry.state === 'closing';
    const isKnown =
      entry.personId === null ||
      family.members.some(({ personId }) => personId === entry.personId) ||
      // What was written about somebody who has left the family can still be ended.
      (entry.kind !== 'case' &&
        entries.some((each) => each.subjectId === subjectId && each.personId === entry.personId));
    if (!isKnown && !isEnding) throw new Problem('not-found');
    const known = versionIn(entries, entry.kind, subjectId);
    if (known !== basedOn) throw new Problem('changed-meanwhile', { version: known });
    const obstacle = caseObstacle(familyCase, entry, { familyId, today, life, settings });
    if (obstacle) throw new Problem(obstacle);
    const version = basedOn + 1;
    const personId = isEnding ? familyCase.contact : entry.personId;
    const aboutWhom = personId ?? familyCase.contact;
    if (needsConsent(entry, version)) await requireConsent(tx, aboutWhom, today);
    await insertEntry(tx, asker, {
      ...columnsOf(entry),
      ...(await sealedFor(tx, { id, words: entry.words, person: aboutWhom }, keyFor)),
      ...{ id, familyId, subjectId, version, personId, recordedAt: now, recordedOn: today },
    });
    return { version };
  },

  async decideCase({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, familyId, basedOn, isAgreed, words } = input;
    const kind = input.about === 'plan' ? 'plan' : 'case';
    const today = programmeDay(now);
    await lockCase(tx, familyId);
    const loaded = await loadCase({ tx, actor: asker, keyFor, today }, familyId);
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
    const loaded = await loadCase({ tx, actor: asker, keyFor, today }, familyId);
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

const columnsOf = ({ kind, state, value }: CaseEntryInput) => ({ kind, state, value });

/** @throws Problem `case-consent-missing` */
async function requireConsent(tx: Tx, personId: string | null, on: string): Promise<void> {
  const agreed = personId ? await listAgreed(tx, { people: [personId], on }) : [];
  if (agreed.length === 0) throw new Problem('case-consent-missing');
}

async function sealedFor(
  tx: Tx,
  { id, words, person }: { id: string; words: Words | null; person: string | null },
  keyFor: KeyFor,
): Promise<{ sealed: Buffer | null; sealedFor: string | null }> {
  if (words === null || person === null) return { sealed: null, sealedFor: null };
  const key = await findDataKey(tx, person);
  if (!key) throw new Problem('not-found');
  return { sealed: sealWords(words, { personId: person, id, key }, keyFor), sealedFor: person };
}
