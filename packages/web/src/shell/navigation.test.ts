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
  return placesFor((permission) => may(actor, permission)).map(
    ({ name, places }) => `${name}: ${places.map((place) => place.name).join(' ')}`,
  );
};

describe('the places that are shown', () => {
  it.each<[string, Role[], string[]]>([
    [
      'Dana',
      ['national-coordinator'],
      [
        'work: home',
        'help: services responsibilities pathway',
        'results: surveys instruments adolescence helpGiven reports releases exports',
        'rules: consents supportRules safetyClock',
        'trust: demands',
      ],
    ],
    [
      'Timur',
      ['analyst'],
      ['work: home', 'results: surveys instruments adolescence helpGiven reports releases exports'],
    ],
    [
      'Aidos',
      ['regional-coordinator'],
      [
        'work: home',
        'families: caseloads',
        'help: referralBoard onCall services responsibilities pathway',
        'results: surveys instruments adolescence helpGiven releases',
      ],
    ],
    [
      'Ruslan',
      ['data-protection-officer'],
      [
        'work: home duties',
        'families: extracts',
        'results: surveys instruments releases exports',
        'trust: emergencies breaches copies demands erasures retention audit',
        'accounts: accounts',
      ],
    ],
    ['Kairat', ['technical-administrator'], ['work: home', 'accounts: accounts messages']],
    [
      'Saule',
      ['practitioner'],
      [
        'work: home safety today lists rescreens',
        'families: families papers supportGroups ownHelp along waiting extracts',
        'help: careGaps referrals onCall services responsibilities pathway',
        'results: instruments competences releases',
      ],
    ],
    [
      'Gulmira',
      ['supervisor'],
      [
        'work: home safety today lists rescreens',
        'families: families papers supportGroups ownHelp extracts',
        'help: careGaps referrals onCall services responsibilities pathway',
        'results: instruments competences releases',
        'trust: emergencies retention',
      ],
    ],
    ['Bolat', ['school-social-worker'], ['work: home pupils']],
    ['Zarina', ['peer-provider'], ['work: home meetings']],
    ['Nobody', [], ['work: home']],
  ])('to %s', (_, roles, places) => {
    expect(placesOf(...roles)).toEqual(places);
  });
});
