import type { Family, Identity, Person } from '@tirek/domain/people';
import { describe, expect, it } from 'vitest';
import { peopleComposed, peopleWhileOffline } from './while-offline.ts';

const ID = '019acf00-0000-7000-8000-00000000000';
const name = (given: string) => ({ kind: 'called', family: 'Омарова', given, patronymic: '' });
const identity = (given: string, phones: string[] = []) =>
  ({ names: [name(given)], birth: null, phones, documents: [] }) as Identity;
const member = {
  id: `${ID}8`,
  personId: `${ID}1`,
  name: name('Айгүл'),
  birth: null,
  sex: 'female',
  from: null,
};
const person = {
  id: `${ID}1`,
  sex: 'female',
  registeredAt: '2026-11-01T05:00:00.000Z',
  identities: [{ version: 1, identity: identity('Айгүл'), recordedAt: '2026-11-01T05:00:00.000Z' }],
  languages: ['kk'],
  residences: [{ id: `${ID}2`, region: 'KZ-27', from: null, until: null }],
  families: [{ id: `${ID}3`, holder: 'Сәуле', members: [member] }],
} as Person;
const read = { name: 'getPerson', input: { personId: `${ID}1` }, output: person };
const shown = (write: string, input: Record<string, unknown>, of: typeof read = read) =>
  peopleWhileOffline[write]?.shows(of, { id: `${ID}9`, personId: `${ID}1`, ...input });

describe('a page about Aigul without signal shows what Saule has written', () => {
  it('her move, with the end of where she lived', () => {
    const { residences } = shown('recordMove', { region: 'KZ-75', from: '2026-11-20' }) as Person;
    expect(residences.map(({ region, until }) => [region, until])).toEqual([
      ['KZ-75', null],
      ['KZ-27', '2026-11-20'],
    ]);
  });

  it('her new name, on her page and among her family', () => {
    const changed = shown('changeIdentity', {
      basedOn: 1,
      identity: identity('Айгерім'),
    }) as Person;
    expect(changed.identities.map(({ version }) => version)).toEqual([2, 1]);
    expect(changed.families[0]?.members[0]?.name?.given).toBe('Айгерім');
    const list = { name: 'listFamilies', input: {}, output: { families: person.families } };
    const families = peopleWhileOffline.changeIdentity?.shows(list, {
      id: `${ID}9`,
      personId: `${ID}1`,
      basedOn: 1,
      identity: identity('Айгерім'),
    }) as { families: Family[] };
    expect(families.families[0]?.members[0]?.name?.given).toBe('Айгерім');
  });

  it('and a page about somebody else stays as it is', () => {
    const other = { ...read, input: { personId: `${ID}7` } };
    expect(shown('recordMove', { region: 'KZ-75', from: '2026-11-20' }, other)).toBe(person);
    expect(shown('recordLanguages', { languages: ['ru'] }, other)).toBe(person);
  });
});

describe('two versions of Aigul', () => {
  const mine = {
    id: `${ID}9`,
    personId: `${ID}1`,
    basedOn: 1,
    identity: identity('Айгерім', ['1']),
  };
  const now = {
    ...person,
    identities: [
      { version: 2, identity: identity('Айгүл', ['2']), recordedAt: person.registeredAt },
    ],
  };
  const clash = peopleWhileOffline.changeIdentity?.clash;

  it('differ in the fields that differ', () => {
    expect(clash?.fields(mine, now).map(({ key }) => key)).toEqual(['names', 'phones']);
  });

  it('become one as Saule decides, on top of what holds', () => {
    expect(clash?.settled(mine, now, new Set(['phones']))).toMatchObject({
      basedOn: 2,
      identity: { names: [name('Айгерім')], phones: ['2'] },
    });
  });
});

it('the list of families is that of those that came along, the newest first', () => {
  const families = [
    { id: 'a', madeAt: '2026-01-01T00:00:00.000Z' },
    { id: 'b', madeAt: '2026-02-01T00:00:00.000Z' },
  ];
  const composed = peopleComposed.listFamilies?.compose(families) as { families: { id: string }[] };
  expect(composed.families.map(({ id }) => id)).toEqual(['b', 'a']);
});
