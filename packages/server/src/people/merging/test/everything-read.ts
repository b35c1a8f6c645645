import type { TestClient } from '../../../test/test-client.ts';

/** Every read of somebody's families and of everybody in them, but for what reading itself changes. */
export async function everythingRead(client: TestClient) {
  const { families } = await client.call('listFamilies', {});
  const people = [...new Set(families.flatMap(({ members }) => members.map((m) => m.personId)))];
  const ofFamilies = [];
  for (const { id: familyId } of families) {
    ofFamilies.push({
      family: await client.call('getFamily', { familyId }),
      graph: await client.call('getFamilyGraph', { familyId }),
      case: await client.call('getCase', { familyId }),
      papers: await client.call('listFamilyPapers', { familyId }),
    });
  }
  const ofPeople = [];
  for (const personId of people) {
    const erasure = await client.call('previewErasure', { personId });
    ofPeople.push({
      person: await client.call('getPerson', { personId }),
      consents: await client.call('listConsents', { personId }),
      circumstances: await client.call('listCircumstances', { personId }),
      goes: erasure.goes,
    });
  }
  return { families, cases: await client.call('listCases', {}), ofFamilies, ofPeople };
}
