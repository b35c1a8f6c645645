import type { SignedInActor } from '@tirek/domain/access';
import type { InputOf } from '@tirek/domain/contract';
import {
  type Identity,
  identityTokens,
  namesSearched,
  type peopleContract,
  SEARCH_MINUTES,
} from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Request } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { beginCaseload } from '../caseload/queries.ts';
import { hashTokens, nameMark } from '../vault/name-hashes.ts';
import {
  findSearch,
  holdVaultKeyVersion,
  insertDataKey,
  insertIdentity,
  keepTokens,
} from '../vault/queries.ts';
import { newDataKey, sealIdentity } from '../vault/sealed-identity.ts';
import {
  insertFamily,
  insertLanguages,
  insertMember,
  insertPerson,
  insertResidence,
} from './queries.ts';
import { requireRegionOn } from './require-region.ts';

type Registration = Request<InputOf<(typeof peopleContract)['registerPerson']>>;

/**
 * Registers somebody who was looked for and not found, with her family, in one transaction.
 * @throws Problem `search-needed` or `search-names-differ`.
 */
export async function registerPerson(request: Registration) {
  const { tx, input, now, newId, about } = request;
  const actor = accountOf(request.actor);
  const { id: personId, family, identity, searchId, sex, languages, residence } = input;
  about([personId, family.id]);
  await requireSearch(request, actor);
  await insertPerson(tx, actor, { id: personId, sex, searchId, now });
  await lockAway(request, actor, { personId, identity });
  if (family.kind === 'new') {
    await insertFamily(tx, actor, { id: family.id, now });
    const row = { id: newId(), familyId: family.id, region: centreOf(actor), now };
    await beginCaseload(tx, actor, row);
  }
  const from = input.memberFrom;
  await insertMember(tx, actor, { id: newId(), familyId: family.id, personId, from, now });
  if (languages.length > 0)
    await insertLanguages(tx, actor, { id: newId(), personId, languages, now });
  if (residence) await requireRegionOn(tx, residence.region, residence.from ?? programmeDay(now));
  if (residence) await insertResidence(tx, actor, { ...residence, personId, now });
  return { personId, familyId: family.id };
}

/** The names that were searched for must be those that are registered, however they are spelt. */
async function requireSearch({ tx, input, now, keyFor }: Registration, actor: SignedInActor) {
  const search = await findSearch(tx, actor, input.searchId);
  const oldest = Date.parse(now) - SEARCH_MINUTES * 60_000;
  if (!search?.shown || Date.parse(search.searchedAt) < oldest) throw new Problem('search-needed');
  const isSearchedFor = input.identity.names.some((name) =>
    nameMark(namesSearched(name), actor.programmeId, keyFor).equals(search.nameMark),
  );
  if (!isSearchedFor) throw new Problem('search-names-differ');
}

async function lockAway(
  { tx, now, newId, keyFor }: Registration,
  actor: SignedInActor,
  { personId, identity }: { personId: string; identity: Identity },
) {
  const key = newDataKey(personId, { keyVersion: await holdVaultKeyVersion(tx), keyFor });
  await insertDataKey(tx, actor, { personId, ...key });
  const version = 1;
  const sealed = sealIdentity(identity, { personId, version, ...key }, keyFor);
  await insertIdentity(tx, actor, { id: newId(), personId, version, sealed, now });
  const tokens = hashTokens(identityTokens(identity), actor.programmeId, keyFor);
  if (!(await keepTokens(tx, personId, tokens))) throw new Problem('not-allowed');
}

/** The region of the centre in which somebody practises; null where she works in the whole programme. */
const centreOf = ({ assignments }: SignedInActor): string | null =>
  assignments.find(({ role }) => role === 'practitioner')?.region ?? null;
