import { actorOfSession, may, type Role } from '@tirek/domain/access';
import { describe, expect, it } from 'vitest';
import { signedIn } from '../access/test-standing.ts';
import { placesFor } from './navigation.ts';

const placesOf = (...roles: Role[]) => {
  const actor = actorOfSession(
    signedIn(
      'somebody',
      roles.map((role) => ({ role, region: null })),
    ),
  );
  return placesFor((permission) => may(actor, permission)).map(({ name }) => name);
};

describe('the places that are shown', () => {
  it.each<[string, Role[], string[]]>([
    [
      'Dana',
      ['national-coordinator'],
      ['home', 'consents', 'supportRules', 'surveys', 'reports', 'releases', 'exports'],
    ],
    ['Timur', ['analyst'], ['home', 'surveys', 'reports', 'releases', 'exports']],
    ['Aidos', ['regional-coordinator'], ['home', 'caseloads', 'surveys', 'releases']],
    [
      'Ruslan',
      ['data-protection-officer'],
      [
        'home',
        'surveys',
        'releases',
        'exports',
        'accounts',
        'duties',
        'emergencies',
        'breaches',
        'copies',
        'erasures',
        'audit',
      ],
    ],
    ['Kairat', ['technical-administrator'], ['home', 'accounts']],
    [
      'Saule',
      ['practitioner'],
      ['home', 'today', 'lists', 'families', 'along', 'waiting', 'releases'],
    ],
    ['Gulmira', ['supervisor'], ['home', 'today', 'lists', 'families', 'releases', 'emergencies']],
    ['Bolat', ['school-social-worker'], ['home']],
    ['Nobody', [], ['home']],
  ])('to %s', (_, roles, places) => {
    expect(placesOf(...roles)).toEqual(places);
  });
});
