import {
  aheadIn,
  type CaseEntryInput,
  caseObstacle,
  casesContract,
  foldCase,
  needsConsent,
  tasksOf,
  versionIn,
  type Words,
} from '@tirek/domain/cases';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../db/database.ts';
import { accountOf } from '../http/account-of.ts';
import { type Handlers, routesOf } from '../http/handler.ts';
import { findDataKey, type KeyFor, listFamilyRows, withMembers } from '../people/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { aboutCase, loadCase } from './load-case.ts';
import {
  findAuthors,
  findExpectedReleases,
  insertEntry,
  listAgreed,
  listEntries,
  lockCase,
  mayDecide,
} from './queries.ts';
import { bareEntry, sealWords } from './sealed-words.ts';

/** Its printed plan is made where documents are. */
const { getPlanFile: _, ...contract } = casesContract;

const handlers: Handlers<typeof contract> = {
  async listCases({ tx, actor, now, keyFor, about }) {
    const asker = accountOf(actor);
    const today = programmeDay(now);
    const families = await withMembers(tx, await listFamilyRows(tx, asker), keyFor);
    const ids = families.map(({ id }) => id);
    const rows = Map.groupBy(await listEntries(tx, asker, ids), ({ familyId }) => familyId);
    about(ids, { families: ids.length });
    const people = families.flatMap(({ members }) => members.map(({ personId }) => personId));
    const releases = await findExpectedReleases(tx, people);
    const cases = families.map((family) => {
      const familyCase = foldCase((rows.get(family.id) ?? []).map(bareEntry));
      const open = familyCase.needs.filter(({ newest }) => newest.state === 'open');
      const { status, attention, nextReviewOn } = familyCase;
      return {
        family,
        status,
        attention,
        nextReviewOn,
        openNeeds: open.length,
        unheldNeeds: open.filter(({ newest }) => newest.value.held === null).length,
        tasks: tasksOf(familyCase, { familyId: family.id, today }),
        ahead: aheadIn(
          family.members.map(({ personId, birth }) => ({
            ...{ personId, birth, release: releases.get(personId) ?? null },
          })),
          today,
        ),
      };
    });
    return { today, cases };
  },

  async getCase({ tx, actor, input, now, keyFor, about }) {
    const loaded = await loadCase({ tx, actor: accountOf(actor), keyFor }, input.familyId);
    const { family, entries, familyCase } = loaded;
    about(aboutCase(loaded));
    const today = programmeDay(now);
    const people = family.members.map(({ personId }) => personId);
    const waiting = waitingIn(familyCase);
    return {
      today,
      family,
      entries: [...entries],
      agreed: await listAgreed(tx, { people, on: today }),
      authors: await findAuthors(tx, family.id),
      mayDecide: waiting !== null && (await mayDecide(tx, { familyId: family.id, kind: waiting })),
    };
  },

  async recordCaseEntry({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { id, familyId, basedOn, entry } = input;
    await lockCase(tx, familyId);
    const { family, entries, familyCase } = await loadCase({ tx, actor: asker, keyFor }, familyId);
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
    const today = programmeDay(now);
    const obstacle = caseObstacle(familyCase, entry, { familyId, today });
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
    await lockCase(tx, familyId);
    const { entries, familyCase } = await loadCase({ tx, actor: asker, keyFor }, familyId);
    const state = isAgreed ? (kind === 'plan' ? 'approved' : 'closed') : 'returned';
    about([familyId], { kindOfEntry: kind, state });
    const known = versionIn(entries, kind, familyId);
    if (known !== basedOn) throw new Problem('changed-meanwhile', { version: known });
    const asked = kind === 'plan' ? familyCase.plan : familyCase.standing;
    if (waitingIn(familyCase) !== kind || !asked) throw new Problem('case-not-waiting');
    if (!(await mayDecide(tx, { familyId, kind }))) throw new Problem('case-decision-own');
    const today = programmeDay(now);
    if (words) await requireConsent(tx, familyCase.contact, today);
    await insertEntry(tx, asker, {
      ...(await sealedFor(tx, { id, words, person: familyCase.contact }, keyFor)),
      ...{ id, familyId, kind, state, subjectId: familyId, version: basedOn + 1 },
      ...{ personId: asked.newest.personId, value: asked.newest.value },
      ...{ recordedAt: now, recordedOn: today },
    });
    return { version: basedOn + 1 };
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
