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

/** Opens the case of a family whose first member agreed to a record, and speaks for it. */
export async function openCase(program: DemoProgram, familyId: string): Promise<void> {
  const api = await program.as('saule');
  const { members } = await api.call('getFamily', { familyId });
  const personId = members[0]?.personId ?? '';
  const today = new Date().toISOString().slice(0, 10);
  await api.call('recordConsent', {
    ...{ id: randomUUID(), personId, party: 'person', givenOn: today, mode: 'written' },
    ...{ language: 'kk', witness: null, guardian: null, unsafeReason: null },
    decisions: [
      {
        ...{ id: randomUUID(), purpose: 'service', decision: 'given', receiverId: null },
        ...{ until: null, withheld: [], textVersion: 'service-1' },
      },
    ],
  });
  await api.call('recordCaseEntry', {
    ...{ id: randomUUID(), familyId, basedOn: 0 },
    entry: {
      ...{ kind: 'case', state: 'open', personId, words: null },
      value: { attention: 'usual', openedOn: today },
    },
  });
}
