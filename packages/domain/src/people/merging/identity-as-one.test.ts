import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Birth } from '../birth.ts';
import { asOne, graphAsOne } from './facts-as-one.ts';
import { birthAsOne, identityAsOne, mayBothBeTrue } from './identity-as-one.ts';
import { mergeConflicts } from './merge-conflicts.ts';

const birth = (date: string, precision: Birth['precision'] = 'day'): Birth => ({ precision, date });
const named = (family: string, given: string) => ({
  names: [{ kind: 'called' as const, family, given, patronymic: '' }],
  ...{ birth: null, phones: [] as string[], documents: [] },
});

describe('a birth of two records', () => {
  it.each([
    [birth('1985', 'year'), birth('1985-04-12'), '1985-04-12', 'more-exact'],
    [birth('1985-04-12'), birth('1985', 'year'), '1985-04-12', 'more-exact'],
    [birth('1985', 'year'), birth('1979-04-12'), '1985', 'kept'],
    [birth('1985-04-12'), birth('1985-12-04'), '1985-04-12', 'kept'],
    [birth('1983', 'about'), birth('1985', 'year'), '1985', 'more-exact'],
    [null, birth('1985', 'year'), '1985', 'only-one'],
    [birth('1985-04', 'month'), birth('1985-04', 'month'), '1985-04', 'same'],
  ] as const)('%o and %o is %s: %s', (kept, other, date, why) => {
    expect(birthAsOne(kept, other)).toMatchObject({ value: { date }, why });
  });

  it('is asked about only where both cannot be true', () => {
    expect(mayBothBeTrue(birth('1983', 'about'), birth('1985', 'year'))).toBe(true);
    expect(mayBothBeTrue(birth('1982', 'about'), birth('1985', 'year'))).toBe(false);
  });
});

it('a number or a name that both know is known once, and nothing that either knows is lost', () => {
  const phone = fc.stringMatching(/^\+7[0-9]{10}$/);
  fc.assert(
    fc.property(
      fc.array(phone, { maxLength: 2 }),
      fc.array(phone, { maxLength: 2 }),
      (one, other) => {
        const kept = { ...named('Оразбаева', 'Мәдина'), phones: one };
        const known = identityAsOne(kept, { ...named('Orazbayeva', 'Madina'), phones: other });
        expect(known.names.map(({ kind }) => kind)).toEqual(['called', 'former']);
        expect(new Set(known.phones)).toEqual(new Set([...one, ...other]));
        expect(identityAsOne(kept, kept).names).toEqual(kept.names);
      },
    ),
  );
});

it('two personal numbers are asked about, two passports are not', () => {
  const side = (kind: 'personal-number' | 'passport', number: string) => ({
    ...{ sex: 'female' as const, life: null, region: null, holders: ['Сәуле'] },
    identity: { ...named('Оразбаева', 'Мәдина'), documents: [{ kind, number }] },
  });
  expect(
    mergeConflicts(
      side('personal-number', '850412400123'),
      side('personal-number', '850412400124'),
    ),
  ).toEqual(['document-differs']);
  expect(mergeConflicts(side('passport', 'N1234567'), side('passport', 'N7654321'))).toEqual([]);
});

it('ids are replaced wherever they stand, and nothing else is', () => {
  const standIns = new Map([['b', 'a']]);
  const value = { id: 'b', people: ['b', 'c'], at: null, count: 2, note: 'b and c' };
  expect(asOne(value, standIns)).toEqual({ ...value, id: 'a', people: ['a', 'c'] });
});

it('a child that both records are mother of has one mother, and one home of both has her once', () => {
  const person = (id: string) => ({ id, sex: 'female' as const, birth: null, life: null });
  const evidence = { kind: 'asserted' as const, by: 'person' as const };
  const parentage = (id: string, parent: string) => ({
    ...{ id, parent, child: 'c', kind: 'biological' as const, evidence },
  });
  const home = (who: string) => ({ person: who, from: null, until: null });
  const graph = graphAsOne(
    {
      persons: [person('a'), person('b'), person('c')],
      parentages: [parentage('1', 'a'), parentage('2', 'b')],
      households: [{ id: '3', members: [home('a'), home('b'), home('c')], evidence }],
      ...{ unions: [], cares: [] },
    },
    new Map([['b', 'a']]),
  );
  expect(graph.persons.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(graph.parentages.map(({ id }) => id)).toEqual(['1']);
  expect(graph.households[0]?.members.map((member) => member.person)).toEqual(['a', 'c']);
});
