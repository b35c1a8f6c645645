import { randomUUID } from 'node:crypto';
import type { DemoProgram } from './program.ts';

type Member = readonly [given: string, sex: 'female' | 'male', year: string];

/** The people of one family, looked for and registered by Saule over HTTP. @returns the family's id. */
export async function registerFamily(
  program: DemoProgram,
  surname: string,
  members: readonly Member[],
): Promise<string> {
  const api = await program.as('saule');
  const familyId = randomUUID();
  for (const [i, [given, sex, date]] of members.entries()) {
    const name = { family: surname, given, patronymic: '' };
    const birth = { precision: 'year', date } as const;
    const searchId = randomUUID();
    const query = { ...name, birth, sex, phone: null, documentNumber: null };
    await api.call('searchPeople', { id: searchId, query });
    await api.call('registerPerson', {
      id: randomUUID(),
      searchId,
      family: { kind: i === 0 ? 'new' : 'held', id: familyId },
      memberFrom: null,
      sex,
      identity: { names: [{ kind: 'called', ...name }], birth, phones: [], documents: [] },
      languages: ['kk'],
      residence: null,
    });
  }
  return familyId;
}
