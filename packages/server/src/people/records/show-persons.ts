import type { OutputOf } from '@tirek/domain/contract';
import type { peopleContract } from '@tirek/domain/people';
import { accountOf } from '../../http/account-of.ts';
import type { Several } from '../../http/handler.ts';
import { listFamilyRowsById } from '../caseload/queries.ts';
import { openVersions } from '../merging/open-as-one.ts';
import { listFamiliesOf, listLanguages, listPersons, listResidencesOf } from './queries.ts';
import { withMembers } from './show-families.ts';

type Shown = OutputOf<(typeof peopleContract)['getPerson']>;

/** People within reach with all that is known of them, and the families of each. */
export const showPersons: Several<{ personId: string }, Shown> = async (request, inputs) => {
  const { tx, actor, keyFor } = request;
  const asker = accountOf(actor);
  const wanted = [...new Set(inputs.map(({ personId }) => personId))];
  const people = new Map((await listPersons(tx, asker, wanted)).map((one) => [one.id, one]));
  const ids = [...people.keys()];
  const identities = await openVersions(tx, ids, keyFor);
  const residences = await listResidencesOf(tx, ids);
  const languages = await listLanguages(tx, ids);
  const memberships = await listFamiliesOf(tx, ids);
  const familyIds = [...new Set(memberships.map(({ familyId }) => familyId))];
  const rows = await listFamilyRowsById(tx, asker, familyIds);
  const families = new Map((await withMembers(tx, rows, keyFor)).map((each) => [each.id, each]));
  const familiesOf = Map.groupBy(memberships, ({ personId }) => personId);
  return inputs.map(({ personId }) => {
    const person = people.get(personId);
    if (!person) return null;
    const output = {
      ...person,
      identities: identities.get(personId) ?? [],
      languages: languages.get(personId) ?? [],
      residences: residences.get(personId) ?? [],
      families: (familiesOf.get(personId) ?? []).flatMap(
        ({ familyId }) => families.get(familyId) ?? [],
      ),
    };
    return { output, about: [personId] };
  });
};
