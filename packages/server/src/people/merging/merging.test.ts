import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { need, opening, write } from '../../cases/test/casework.ts';
import { decisionOf, settle, sittingOf } from '../../consents/test/consenting.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';
import type { TestClient } from '../../test/test-client.ts';
import { bornOn, colleague, type MadeUpPerson, register, search } from '../test/registering.ts';
import { everythingRead } from './test/everything-read.ts';

const MADINA = {
  family: 'Оразбаева',
  given: 'Мәдина',
  sex: 'female',
  birth: bornOn('1985-04-12'),
  phone: '+77019876543',
  region: 'KZ-27',
} as const;
/** The same woman, as a colleague heard her name. */
const AGAIN = {
  family: 'Orazbayeva',
  given: 'Madina',
  sex: 'female',
  birth: { precision: 'year', date: '1985' },
  documentNumber: '850412400123',
  region: 'KZ-63',
} as const;

let app: TestApp;
let saule: TestClient;
beforeAll(async () => {
  app = await testApp();
  await settle(app);
  saule = app.as('saule');
});
afterAll(() => app[Symbol.asyncDispose]());

/** A clock that moves: what was told last is told later. */
const later = () => app.clock.advance(1);

async function twice(one: MadeUpPerson = MADINA, other: MadeUpPerson = AGAIN) {
  const kept = await register(saule, one);
  later();
  const spare = await register(saule, other);
  later();
  return { kept, spare };
}

const conflictsOf = async (personId: string, otherId: string, client = saule) =>
  (await client.call('previewMerge', { personId, otherId })).conflicts;

/** Confirms whatever was shown. @returns the merge. */
async function merge(personId: string, otherId: string, client = saule) {
  const id = randomUUID();
  const confirmed = await conflictsOf(personId, otherId, client);
  expect(await client.call('askMerge', { id, personId, otherId, confirmed })).toEqual({
    state: 'done',
  });
  later();
  return id;
}
const undo = (mergeId: string, client = saule) =>
  client.call('undoMerge', { id: randomUUID(), mergeId });

const life = (id: string, familyId: string, state: 'alive' | 'unknown', basedOn = 0) => ({
  ...{ id: randomUUID(), familyId, basedOn, confirmed: [] },
  fact: {
    fact: 'life' as const,
    value: { id, life: { state, evidence: { kind: 'asserted' as const, by: 'person' as const } } },
  },
});

describe('a woman who was registered twice', () => {
  it('is compared field by field, with what would stand and why', async () => {
    const { kept, spare } = await twice();
    await saule.call('recordConsent', sittingOf(kept.personId, [decisionOf('service')]));
    const seen = await saule.call('previewMerge', {
      personId: kept.personId,
      otherId: spare.personId,
    });
    expect(seen.after).toMatchObject({
      names: {
        why: 'both',
        value: [{ family: 'Оразбаева' }, { kind: 'former', family: 'Orazbayeva' }],
      },
      birth: { why: 'more-exact', value: { precision: 'day', date: '1985-04-12' } },
      sex: { why: 'same', value: 'female' },
      phones: { why: 'only-one', value: ['+77019876543'] },
      documents: { why: 'only-one', value: [{ number: '850412400123' }] },
      residence: { why: 'newest', value: 'KZ-63' },
    });
    expect(seen.conflicts).toEqual(['residence-differs']);
    expect(seen.kept.hangs).toContainEqual({ what: 'consent.person_id', count: 1 });
    expect([seen.needsAnother, seen.obstacle]).toEqual([false, null]);
    // Turned round, the other one gives her name.
    const turned = await saule.call('previewMerge', {
      personId: spare.personId,
      otherId: kept.personId,
    });
    expect(turned.after.names.value[0]?.family).toBe('Orazbayeva');
    expect(turned.after.birth.value).toEqual({ precision: 'day', date: '1985-04-12' });
  });

  it('becomes one with all that hangs on both, is found under both spellings and by the old id', async () => {
    const { kept, spare } = await twice(
      { ...MADINA, family: 'Бекенова' },
      { ...AGAIN, family: 'Bekenova', phone: '+77470001122' },
    );
    const { personId } = kept;
    const otherId = spare.personId;
    await saule.call('recordConsent', sittingOf(otherId, [decisionOf('service')]));
    await write(saule, spare.familyId, opening(otherId));
    await write(saule, spare.familyId, need({ personId: otherId }));
    await merge(personId, otherId);

    const person = await saule.call('getPerson', { personId });
    expect(person.families.map(({ id }) => id).sort()).toEqual(
      [kept.familyId, spare.familyId].sort(),
    );
    expect(person.identities[0]?.identity.phones).toEqual(['+77019876543', '+77470001122']);
    expect(person.residences.map(({ region }) => region)).toEqual(['KZ-63', 'KZ-27']);
    expect(await saule.call('getPerson', { personId: otherId })).toEqual(person);
    const there = await saule.call('getCase', { familyId: spare.familyId });
    expect(there.family.members.map((member) => member.personId)).toEqual([personId]);
    expect(there.entries.map((entry) => entry.personId)).toEqual([personId, personId]);
    const written = there.entries.find(({ kind }) => kind === 'need');
    expect(written?.words?.text).toMatch(/Күйеуінің/);
    expect(there.agreed).toEqual([personId]);
    for (const spelling of [{ family: 'Бекенова' }, { family: 'Bekenova', given: 'Madina' }]) {
      const { cards } = await search(saule, { given: 'Мәдина', ...spelling });
      const found = cards.map((card) => card.personId);
      expect(found).toContain(personId);
      expect(found).not.toContain(otherId);
    }
    const { views } = await saule.call('listPersonViews', { personId });
    expect(views.map(({ action }) => action)).toContain('recordConsent');
  });

  it('is written about under the id that stands, whichever is named', async () => {
    const { kept, spare } = await twice();
    const { personId } = kept;
    const id = await merge(personId, spare.personId);
    await saule.call('recordLanguages', {
      id: randomUUID(),
      personId: spare.personId,
      languages: ['ru', 'kk'],
    });
    await saule.call('recordFamilyFact', life(spare.personId, spare.familyId, 'alive'));
    const need1 = sittingOf(spare.personId, [decisionOf('research')]);
    await saule.call('recordConsent', need1);
    await undo(id);
    const one = await saule.call('getPerson', { personId });
    const other = await saule.call('getPerson', { personId: spare.personId });
    expect([one.languages, other.languages]).toEqual([['ru', 'kk'], ['kk']]);
    const standing = async (who: string) =>
      (await saule.call('listConsents', { personId: who })).standing.find(
        ({ purpose }) => purpose === 'research',
      )?.state;
    expect([await standing(personId), await standing(spare.personId)]).toEqual([
      'stands',
      'not-asked',
    ]);
  });

  it('changes her name as one: the new version holds alone, and each has her own again afterwards', async () => {
    const { kept, spare } = await twice();
    const { personId } = kept;
    const id = await merge(personId, spare.personId);
    const [today] = (await saule.call('getPerson', { personId })).identities;
    const identity = { ...today!.identity, phones: ['+77777777777'] };
    const input = { id: randomUUID(), personId, basedOn: today!.version, identity };
    expect(await saule.call('changeIdentity', input)).toEqual({ version: 2 });
    const phones = async (who: string) =>
      (await saule.call('getPerson', { personId: who })).identities[0]?.identity.phones;
    expect(await phones(personId)).toEqual(['+77777777777']);
    await undo(id);
    expect([await phones(personId), await phones(spare.personId)]).toEqual([['+77777777777'], []]);
  });

  it('left one of her families as one, and her record is put back into it when she was not one after all', async () => {
    const { kept, spare } = await twice();
    const { personId } = kept;
    const id = await merge(personId, spare.personId);
    const { members } = await saule.call('getFamily', { familyId: spare.familyId });
    await saule.call('endFamilyMember', {
      id: randomUUID(),
      familyId: spare.familyId,
      memberId: members[0]?.id ?? '',
      until: '2026-11-23',
    });
    expect((await saule.call('getPerson', { personId })).families).toHaveLength(1);
    await undo(id);
    const other = await saule.call('getPerson', { personId: spare.personId });
    expect(other.families.map((family) => family.id)).toEqual([spare.familyId]);
  });

  it('in one family is one member, one mother and one home', async () => {
    const child = await register(saule, {
      given: 'Асан',
      family: 'Ерболұлы',
      birth: bornOn('2015-02-03'),
    });
    const { familyId } = child;
    later();
    const one = await register(saule, { ...MADINA, familyId });
    later();
    const two = await register(saule, { ...AGAIN, familyId });
    for (const parent of [one.personId, two.personId]) {
      const value = {
        ...{ id: randomUUID(), parent, child: child.personId, kind: 'biological' as const },
        evidence: { kind: 'asserted' as const, by: 'person' as const },
      };
      const fact = { fact: 'parentage' as const, value };
      const input = { id: randomUUID(), familyId, basedOn: 0, fact, confirmed: [] };
      const refusal = await saule.refusal('recordFamilyFact', input);
      // The second mother is refused as long as she is another woman.
      expect(refusal).toBe(parent === one.personId ? null : 'family-fact-impossible');
    }
    await merge(one.personId, two.personId);
    const { graph, members } = await saule.call('getFamilyGraph', { familyId });
    expect(members.map((member) => member.personId)).toEqual([child.personId, one.personId]);
    expect(graph.persons).toHaveLength(2);
    expect(graph.parentages.map(({ parent }) => parent)).toEqual([one.personId]);
  });
});

describe('two records', () => {
  it('that differ are asked about, and nothing is done before each difference is confirmed', async () => {
    const { kept, spare } = await twice(
      { ...MADINA, documentNumber: '111111111111' },
      { ...AGAIN, birth: bornOn('1979-01-01'), sex: 'male' },
    );
    const both = { personId: kept.personId, otherId: spare.personId };
    await saule.call('recordConsent', sittingOf(kept.personId, [decisionOf('screening')]));
    const declined = sittingOf(spare.personId, [decisionOf('screening', 'declined')]);
    await saule.call('recordConsent', declined);
    await saule.call('recordFamilyFact', life(kept.personId, kept.familyId, 'alive'));
    await saule.call('recordFamilyFact', life(spare.personId, spare.familyId, 'unknown'));
    const conflicts = await conflictsOf(both.personId, both.otherId);
    expect(conflicts).toEqual([
      ...['sex-differs', 'birth-differs', 'document-differs', 'life-differs'],
      ...['residence-differs', 'consents-differ'],
    ]);
    const ask = (confirmed: typeof conflicts) =>
      saule.refusal('askMerge', { id: randomUUID(), ...both, confirmed });
    expect(await ask(conflicts.slice(1))).toBe('merge-conflicts');
    expect(await ask(conflicts)).toBeNull();
  });

  it('with two registered unions are asked about', async () => {
    const couple = async (person: MadeUpPerson, husband: string) => {
      const made = await register(saule, person);
      const { personId } = await register(saule, {
        ...{ given: husband, family: 'Омаров', sex: 'male', familyId: made.familyId },
      });
      const value = {
        ...{ id: randomUUID(), kind: 'registered' as const, from: null, end: null },
        partners: [made.personId, personId] as [string, string],
        evidence: { kind: 'asserted' as const, by: 'person' as const },
      };
      const fact = { fact: 'union' as const, value };
      const input = { id: randomUUID(), familyId: made.familyId, basedOn: 0, fact, confirmed: [] };
      await saule.call('recordFamilyFact', input);
      later();
      return made;
    };
    const kept = await couple(MADINA, 'Ерлан');
    const spare = await couple({ ...AGAIN, region: 'KZ-27' }, 'Дәулет');
    const seen = await saule.call('previewMerge', {
      personId: kept.personId,
      otherId: spare.personId,
    });
    expect(seen.conflicts).toEqual(['family-unlikely']);
    expect(seen.findings.map(({ code }) => code)).toContain('registered-overlap');
  });

  it('of mother and child cannot be one', async () => {
    const mother = await register(saule, MADINA);
    const child = await register(saule, {
      given: 'Мәдина',
      family: 'Ерболқызы',
      familyId: mother.familyId,
    });
    const value = {
      ...{ id: randomUUID(), parent: mother.personId, child: child.personId },
      ...{
        kind: 'biological' as const,
        evidence: { kind: 'asserted' as const, by: 'person' as const },
      },
    };
    const fact = { fact: 'parentage' as const, value };
    const { familyId } = mother;
    await saule.call('recordFamilyFact', {
      id: randomUUID(),
      familyId,
      basedOn: 0,
      fact,
      confirmed: [],
    });
    const both = { personId: mother.personId, otherId: child.personId };
    expect((await saule.call('previewMerge', both)).obstacle).toBe('kin');
    expect(await saule.refusal('askMerge', { id: randomUUID(), ...both, confirmed: [] })).toBe(
      'merge-kin',
    );
  });

  it('make no chain and no circle; a third joins the one that stands', async () => {
    const { kept, spare } = await twice();
    const third = await register(saule, { ...AGAIN, given: 'Мадина' });
    later();
    const first = await merge(kept.personId, spare.personId);
    const ask = (personId: string, otherId: string) =>
      saule.refusal('askMerge', {
        ...{ id: randomUUID(), personId, otherId },
        confirmed: ['residence-differs', 'consents-differ', 'life-differs'],
      });
    expect(await ask(third.personId, kept.personId)).toBe('merge-entangled');
    expect(await ask(kept.personId, spare.personId)).toBe('not-found');
    await merge(kept.personId, third.personId);
    expect((await saule.call('getPerson', { personId: kept.personId })).families).toHaveLength(3);
    await undo(first);
    expect((await saule.call('getPerson', { personId: kept.personId })).families).toHaveLength(2);
    expect((await saule.call('getPerson', { personId: spare.personId })).families).toHaveLength(1);
  });

  it('asked to be one twice over one broken line become one once', async () => {
    const { kept, spare } = await twice({ ...MADINA, region: 'KZ-63' });
    const input = {
      id: randomUUID(),
      personId: kept.personId,
      otherId: spare.personId,
      confirmed: [],
    };
    const first = await saule.call('askMerge', input);
    expect(await saule.call('askMerge', input)).toEqual(first);
    const undoing = { id: randomUUID(), mergeId: input.id };
    await saule.call('undoMerge', undoing);
    expect(await saule.call('undoMerge', undoing)).toEqual({});
    expect(await saule.refusal('undoMerge', { ...undoing, id: randomUUID() })).toBe(
      'merge-not-waiting',
    );
  });
});

describe('consents of two records', () => {
  const stateOf = async (personId: string) =>
    (await saule.call('listConsents', { personId })).standing.find(
      ({ purpose }) => purpose === 'service',
    )?.state;

  it.each([
    ['given', 'declined', 'declined'],
    ['declined', 'given', 'declined'],
    ['given', 'given', 'stands'],
    [null, 'given', 'stands'],
    ['given', null, 'stands'],
  ] as const)('%s and %s are %s until she is asked anew', async (one, other, together) => {
    const { kept, spare } = await twice();
    const { personId } = kept;
    for (const [who, said] of [
      [personId, one],
      [spare.personId, other],
    ] as const) {
      if (said) await saule.call('recordConsent', sittingOf(who, [decisionOf('service', said)]));
    }
    const id = await merge(personId, spare.personId);
    const { familyId } = kept;
    const agreed = async () => (await saule.call('getCase', { familyId })).agreed;
    expect([await stateOf(personId), await agreed()]).toEqual([
      together,
      together === 'stands' ? [personId] : [],
    ]);
    await saule.call('recordConsent', sittingOf(personId, [decisionOf('service')]));
    expect([await stateOf(personId), await agreed()]).toEqual(['stands', [personId]]);
    await undo(id);
    expect(await stateOf(spare.personId)).toBe(
      other === null ? 'not-asked' : other === 'given' ? 'stands' : 'declined',
    );
  });

  it('are taken back of both, and stay taken back when they are two again', async () => {
    const { kept, spare } = await twice();
    const { personId } = kept;
    for (const who of [personId, spare.personId])
      await saule.call('recordConsent', sittingOf(who, [decisionOf('service')]));
    const id = await merge(personId, spare.personId);
    const topic = { purpose: 'service' as const, receiverId: null };
    const effect = await saule.call('previewWithdrawal', { personId, party: 'person', ...topic });
    await saule.call('withdrawConsent', {
      ...{ id: randomUUID(), personId, party: 'person', mode: 'verbal', language: 'kk', ...topic },
      shown: effect.topics,
    });
    expect(await stateOf(personId)).toBe('withdrawn');
    await undo(id);
    expect([await stateOf(personId), await stateOf(spare.personId)]).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
  });
});

const missingPaper = (personId: string) => ({
  ...{ id: randomUUID(), personId, basedOn: 0 },
  paper: {
    ...({ subjectId: randomUUID(), kind: 'citizenship', state: 'missing' } as const),
    ...{ aboutPersonId: null, since: '2026-10-01', actor: null, step: null },
    ...{ dueOn: null, expiresOn: null },
  },
});
const looksForWork = (personId: string) => ({
  ...{ id: randomUUID(), personId, basedOn: 0, since: '2026-10-01', section: 'work' as const },
  told: { section: 'work', value: { activity: 'looking', income: null } } as const,
});

it('merging and undoing leaves every read as it was, whatever hangs on the two', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        isTurned: fc.boolean(),
        isOneFamily: fc.boolean(),
        told: fc.uniqueArray(fc.constantFrom('life', 'consent', 'case', 'move', 'identity'), {
          maxLength: 5,
        }),
        ofWhom: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      }),
      async ({ isTurned, isOneFamily, told, ofWhom }) => {
        const name = `worker.${randomUUID().slice(0, 8)}`;
        const worker = app.asAccount(await colleague(app, name, 'practitioner', 'KZ-27'));
        const kept = await register(worker, MADINA);
        later();
        const spare = await register(worker, {
          ...AGAIN,
          ...(isOneFamily ? { familyId: kept.familyId } : {}),
        });
        for (const [at, what] of told.entries()) {
          later();
          const { personId, familyId } = ofWhom[at] ? kept : spare;
          if (what === 'life')
            await worker.call('recordFamilyFact', life(personId, familyId, 'alive'));
          if (what === 'move')
            await worker.call('recordMove', {
              id: randomUUID(),
              personId,
              region: 'KZ-75',
              from: '2026-10-01',
            });
          if (what === 'consent' || what === 'case')
            await worker.call('recordConsent', sittingOf(personId, [decisionOf('service')]));
          if (what === 'case') {
            await write(worker, familyId, opening(personId));
            await write(worker, familyId, need({ personId }));
            await worker.call('recordPaper', missingPaper(personId));
            await worker.call('recordCircumstance', looksForWork(personId));
          }
          if (what === 'identity') {
            const [today] = (await worker.call('getPerson', { personId })).identities;
            const identity = { ...today!.identity, phones: ['+77010000000'] };
            const basedOn = today!.version;
            await worker.call('changeIdentity', { id: randomUUID(), personId, basedOn, identity });
          }
        }
        later();
        const before = await everythingRead(worker);
        const [one, other] = isTurned ? [spare, kept] : [kept, spare];
        const id = await merge(one.personId, other.personId, worker);
        expect(await everythingRead(worker)).not.toEqual(before);
        await undo(id, worker);
        expect(await everythingRead(worker)).toEqual(before);
      },
    ),
    { numRuns: 4 },
  );
}, 120_000);
