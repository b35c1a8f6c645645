import { randomUUID } from 'node:crypto';
import type { CaseEntryInput, casesContract } from '@tirek/domain/cases';
import type { InputOf } from '@tirek/domain/contract';
import { decisionOf, sittingOf } from '../../consents/test/consenting.ts';
import { bornOn, register } from '../../people/test/registering.ts';
import type { TestClient } from '../../test/test-client.ts';

/** The day of the test programme's clock. */
export const TODAY = '2026-11-23';

export const words = (text: string) => ({ text, body: '' });

/** Somebody in a family of her own, born in 1990, who agreed to these purposes. */
export async function agreeing(
  client: TestClient,
  {
    given = 'Мәдина',
    purposes = ['service'] as ('service' | 'screening')[],
    familyId = undefined as string | undefined,
  } = {},
) {
  const made = await register(client, {
    given,
    family: `Сейітова${randomUUID().slice(0, 4)}`,
    sex: 'female',
    birth: bornOn('1990-05-17'),
    ...(familyId ? { familyId } : {}),
  });
  if (purposes.length > 0) {
    const decisions = purposes.map((purpose) => decisionOf(purpose));
    await client.call('recordConsent', sittingOf(made.personId, decisions));
  }
  return made;
}

export const opening = (
  personId: string,
  attention: 'usual' | 'raised' | 'high' = 'usual',
  openedOn = TODAY,
): CaseEntryInput => ({
  kind: 'case',
  state: 'open',
  personId,
  value: { attention, openedOn },
  words: null,
});

export const need = (over: Partial<Extract<CaseEntryInput, { kind: 'need' }>> = {}) =>
  ({
    kind: 'need',
    subjectId: randomUUID(),
    state: 'open',
    personId: null,
    value: {
      category: 'papers',
      severity: 'severe',
      voice: 'person',
      notedOn: TODAY,
      held: null,
    },
    words: words('Күйеуінің қайтыс болғаны туралы куәлік жоқ.'),
    ...over,
  }) as const satisfies CaseEntryInput;

export const goal = (...needs: string[]) =>
  ({
    ...{ kind: 'goal', subjectId: randomUUID(), state: 'open', personId: null },
    value: { needs },
    words: words('Балалар жәрдемақы алады.'),
  }) as const satisfies CaseEntryInput;

export const action = (goalId: string, dueOn = '2026-12-10') =>
  ({
    ...{ kind: 'action', subjectId: randomUUID(), state: 'open', personId: null },
    value: { goal: goalId, body: 'justice-office', dueOn, endedOn: null, reason: null },
    words: words('Сотқа өтініш беру.'),
  }) as const satisfies CaseEntryInput;

export const submission = (covers: Record<string, number>): CaseEntryInput => ({
  kind: 'plan',
  state: 'submitted',
  personId: null,
  value: { covers },
  words: null,
});

export const closing = (personId: string): CaseEntryInput => ({
  kind: 'case',
  state: 'closing',
  personId,
  value: { reason: 'goals-reached' },
  words: null,
});

export const entryInput = (familyId: string, entry: CaseEntryInput, basedOn = 0) => ({
  id: randomUUID(),
  familyId,
  basedOn,
  entry,
});

export const write = (client: TestClient, familyId: string, entry: CaseEntryInput, basedOn = 0) =>
  client.call('recordCaseEntry', entryInput(familyId, entry, basedOn));

type Decision = InputOf<(typeof casesContract)['decideCase']>;
export const decision = (
  familyId: string,
  about: Decision['about'],
  over: Partial<Decision> = {},
): Decision => ({
  id: randomUUID(),
  familyId,
  about,
  basedOn: 1,
  isAgreed: true,
  words: null,
  ...over,
});

/** A family with an open case, a need, a goal and a step, and its plan submitted. */
export async function planned(client: TestClient) {
  const { familyId, personId } = await agreeing(client);
  await write(client, familyId, opening(personId));
  const wanted = need();
  const aim = goal(wanted.subjectId);
  const step = action(aim.subjectId);
  for (const entry of [wanted, aim, step]) await write(client, familyId, entry);
  const covers = { [aim.subjectId]: 1, [step.subjectId]: 1 };
  await write(client, familyId, submission(covers));
  return { familyId, personId, wanted, aim, step, covers };
}
