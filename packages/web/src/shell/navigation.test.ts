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
      [
        ...[
          'home',
          'services',
          'responsibilities',
          'adolescence',
          'helpGiven',
          'consents',
          'supportRules',
          'safetyClock',
          'pathway',
          'instruments',
          'surveys',
          'reports',
          'releases',
          'exports',
        ],
        'demands',
      ],
    ],
    [
      'Timur',
      ['analyst'],
      [
        'home',
        'adolescence',
        'helpGiven',
        'instruments',
        'surveys',
        'reports',
        'releases',
        'exports',
      ],
    ],
    [
      'Aidos',
      ['regional-coordinator'],
      [
        ...[
          'home',
          'referralBoard',
          'onCall',
          'services',
          'responsibilities',
          'caseloads',
          'adolescence',
          'helpGiven',
        ],
        ...['pathway', 'instruments', 'surveys', 'releases'],
      ],
    ],
    [
      'Ruslan',
      ['data-protection-officer'],
      [
        'home',
        'instruments',
        'surveys',
        'releases',
        'exports',
        'extracts',
        'accounts',
        'duties',
        'emergencies',
        'breaches',
        'copies',
        'demands',
        'erasures',
        'retention',
        'audit',
      ],
    ],
    ['Kairat', ['technical-administrator'], ['home', 'accounts', 'messages']],
    [
      'Saule',
      ['practitioner'],
      [
        ...[
          'home',
          'safety',
          'today',
          'lists',
          'rescreens',
          'families',
          'careGaps',
          'supportGroups',
          'ownHelp',
          'referrals',
          'papers',
        ],
        ...['competences', 'along', 'waiting', 'onCall', 'services', 'responsibilities', 'pathway'],
        ...['instruments', 'releases', 'extracts'],
      ],
    ],
    [
      'Gulmira',
      ['supervisor'],
      [
        ...[
          'home',
          'safety',
          'today',
          'lists',
          'rescreens',
          'families',
          'careGaps',
          'supportGroups',
          'ownHelp',
          'referrals',
          'papers',
        ],
        ...[
          'competences',
          'onCall',
          'services',
          'responsibilities',
          'pathway',
          'instruments',
          'releases',
        ],
        ...['extracts', 'emergencies'],
        'retention',
      ],
    ],
    ['Bolat', ['school-social-worker'], ['home', 'pupils']],
    ['Zarina', ['peer-provider'], ['home', 'meetings']],
    ['Nobody', [], ['home']],
  ])('to %s', (_, roles, places) => {
    expect(placesOf(...roles)).toEqual(places);
  });
});
