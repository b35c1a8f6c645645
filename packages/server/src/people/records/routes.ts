import { identityTokens, type peopleContract } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, oneOf } from '../../http/handler.ts';
import { listFamilyRows, listFamilyRowsById } from '../caseload/queries.ts';
import { hashTokens } from '../vault/name-hashes.ts';
import { findDataKey, insertIdentity, keepTokens, listIdentities } from '../vault/queries.ts';
import { sealIdentity } from '../vault/sealed-identity.ts';
import {
  endMember,
  endResidence,
  findPerson,
  insertLanguages,
  insertMember,
  insertResidence,
  isInAnotherFamily,
  listMembers,
} from './queries.ts';
import { registerPerson } from './register.ts';
import { requireOpenFile } from './require-open-file.ts';
import { requireRegionOn } from './require-region.ts';
import { showFamilies, withMembers } from './show-families.ts';
import { showPersons } from './show-persons.ts';

export const recordsHandlers: Pick<
  Handlers<typeof peopleContract>,
  | 'registerPerson'
  | 'getPerson'
  | 'changeIdentity'
  | 'recordLanguages'
  | 'recordMove'
  | 'listFamilies'
  | 'getFamily'
  | 'addFamilyMember'
  | 'endFamilyMember'
> = {
  registerPerson,

  getPerson: oneOf(showPersons),

  async changeIdentity({ tx, actor, input, now, newId, keyFor, about }) {
    const asker = accountOf(actor);
    const { personId, basedOn, identity } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    await requireOpenFile(tx, personId);
    const newest = (await listIdentities(tx, [personId])).find((row) => row.personId === personId);
    const key = await findDataKey(tx, personId);
    if (!newest || !key) throw new Problem('not-found');
    if (newest.version !== basedOn) {
      throw new Problem('changed-meanwhile', { version: newest.version });
    }
    const version = basedOn + 1;
    const sealed = sealIdentity(identity, { personId, version, ...key }, keyFor);
    await insertIdentity(tx, asker, { id: newId(), personId, version, sealed, now });
    const tokens = hashTokens(identityTokens(identity), asker.programmeId, keyFor);
    if (!(await keepTokens(tx, personId, tokens))) throw new Problem('not-allowed');
    return { version };
  },

  async recordLanguages({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, personId, languages } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    await requireOpenFile(tx, personId);
    await insertLanguages(tx, asker, { id, personId, languages, now });
    return {};
  },

  async recordMove({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, personId, region, from } = input;
    if (!(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([personId]);
    await requireOpenFile(tx, personId);
    await requireRegionOn(tx, region, from);
    await endResidence(tx, asker, { personId, until: from });
    await insertResidence(tx, asker, { id, personId, region, from, now });
    return {};
  },

  async listFamilies({ tx, actor, keyFor, about }) {
    const families = await withMembers(tx, await listFamilyRows(tx, accountOf(actor)), keyFor);
    about(
      families.map(({ id }) => id),
      { families: families.length },
    );
    return { families };
  },

  getFamily: oneOf(showFamilies),

  async addFamilyMember({ tx, actor, input, now, about }) {
    const asker = accountOf(actor);
    const { id, familyId, personId, from } = input;
    const [family] = await listFamilyRowsById(tx, asker, [familyId]);
    if (!family || !(await findPerson(tx, asker, personId))) throw new Problem('not-found');
    about([familyId, personId]);
    await insertMember(tx, asker, { id, familyId, personId, from, now });
    return {};
  },

  async endFamilyMember({ tx, actor, input, about }) {
    const asker = accountOf(actor);
    const { familyId, memberId, until } = input;
    const member = (await listMembers(tx, [familyId])).find(({ id }) => id === memberId);
    if (!member) throw new Problem('not-found');
    const { personId } = member;
    about([familyId, personId]);
    if (!(await isInAnotherFamily(tx, { personId, familyId }))) throw new Problem('last-family');
    if (!(await endMember(tx, asker, { personId, familyId, until })))
      throw new Problem('not-allowed');
    return {};
  },
};
