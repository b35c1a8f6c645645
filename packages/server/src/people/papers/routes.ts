import { isOpenState, newestPapers, papersContract } from '@tirek/domain/people/papers';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, oneOf, routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { listFamilyRows, listFamilyRowsById } from '../caseload/queries.ts';
import { findPerson, listFamilyIdsOf, listMembers } from '../records/queries.ts';
import { requireOpenFile } from '../records/require-open-file.ts';
import { withMembers } from '../records/show-families.ts';
import { countPapers, insertPaper, listAgreed, listPapers, lockPaper } from './queries.ts';

const handlers: Handlers<typeof papersContract> = {
  listFamilyPapers: oneOf(async ({ tx, actor, now }, inputs) => {
    const asker = accountOf(actor);
    const wanted = [...new Set(inputs.map(({ familyId }) => familyId))];
    const families = (await listFamilyRowsById(tx, asker, wanted)).map(({ id }) => id);
    const members = Map.groupBy(await listMembers(tx, families), ({ familyId }) => familyId);
    const everybody = [...members.values()].flat().map(({ personId }) => personId);
    const papers = await listPapers(tx, asker, everybody);
    const today = programmeDay(now);
    const agreed = new Set(await listAgreed(tx, { people: everybody, on: today }));
    const known = new Set(families);
    return inputs.map(({ familyId }) => {
      if (!known.has(familyId)) return null;
      const people = (members.get(familyId) ?? []).map(({ personId }) => personId);
      const output = {
        today,
        papers: papers.filter(({ personId }) => people.includes(personId)),
        agreed: people.filter((personId) => agreed.has(personId)),
      };
      return { output, about: [familyId, ...people] };
    });
  }),

  async recordPaper({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, personId, basedOn, paper } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId], { kindOfPaper: paper.kind, paperState: paper.state });
    await requireOpenFile(tx, personId);
    await lockPaper(tx, paper.subjectId);
    const today = programmeDay(now);
    if (paper.since > today) throw new Problem('paper-day-to-come');
    const known = (await listPapers(tx, asker, [personId]))
      .filter(({ subjectId }) => subjectId === paper.subjectId)
      .at(-1);
    const version = known?.version ?? 0;
    if (version !== basedOn) throw new Problem('changed-meanwhile', { version });
    if (known && known.kind !== paper.kind) throw new Problem('input-invalid');
    const another = paper.aboutPersonId;
    if (another !== null && another !== known?.aboutPersonId) {
      const kin = await listMembers(tx, await listFamilyIdsOf(tx, personId));
      const isKin = kin.some((each) => each.personId === another && another !== personId);
      if (!isKin) throw new Problem('not-found');
    }
    const isEnding = version > 0 && !isOpenState(paper.state);
    const agreed = isEnding || (await listAgreed(tx, { people: [personId], on: today })).length > 0;
    if (!agreed) throw new Problem('case-consent-missing');
    await insertPaper(tx, asker, { ...paper, id, personId, version: version + 1, now, today });
    return { version: version + 1 };
  },

  async listPapers({ tx, actor, now, keyFor, about }) {
    const asker = accountOf(actor);
    const rows = await listFamilyRows(tx, asker);
    const holders = new Map(rows.map(({ id, holderId }) => [id, holderId]));
    const members = await listMembers(
      tx,
      rows.map(({ id }) => id),
    );
    const people = [...new Set(members.map(({ personId }) => personId))];
    const newest = Map.groupBy(
      newestPapers(await listPapers(tx, asker, people)),
      ({ personId }) => personId,
    );
    const withPapers = new Set(
      members.filter(({ personId }) => newest.has(personId)).map(({ familyId }) => familyId),
    );
    const families = await withMembers(
      tx,
      rows.filter(({ id }) => withPapers.has(id)),
      keyFor,
    );
    about(
      families.map(({ id }) => id),
      { families: families.length },
    );
    return {
      today: programmeDay(now),
      families: families.map((family) => ({
        family,
        holderId: holders.get(family.id) ?? '',
        papers: family.members.flatMap(({ personId }) => newest.get(personId) ?? []),
      })),
    };
  },

  countPapers: async ({ tx }) => ({ counts: await countPapers(tx) }),
};

export const papersRoutes = routesOf(papersContract, handlers);
