import { openForm } from '@tirek/domain/instruments/engine';
import { expect, it } from 'vitest';
import { everyKind } from '../test/sample-survey.ts';
import { makeSubmission } from './make-submission.ts';

it('sends every item, the untouched ones with the reason why they are not there, and no PIN, place or time', () => {
  const submission = makeSubmission([openForm(everyKind('kk'), '2026-11-22')], {
    id: '3b241101-e2bb-4255-8caf-4136c566a962',
    consent: { version: 'survey-one-time-1', language: 'kk' },
    phone: 'own',
    language: 'ru',
    answers: {
      'every-kind': {
        has_garden: false,
        garden_since: '2019-05',
        breakfast: ['milk', 'bread'],
        wish: ' тыныштық ',
        pets: [{ pet_name: 'Ақтөс', pet_age: { absent: 'unknown' } }],
      },
    },
    typed: {},
    confirmed: ['every-kind:people#many-people'],
    place: 'review',
    code: '23456789CDFH',
    isFinished: true,
  });
  expect(submission).toEqual({
    id: '3b241101-e2bb-4255-8caf-4136c566a962',
    language: 'ru',
    consent: { version: 'survey-one-time-1', language: 'kk' },
    answers: {
      'every-kind': {
        has_garden: false,
        garden_since: { absent: 'not-shown' },
        breakfast: ['bread', 'milk'],
        people: { absent: 'not-reached' },
        hours: { absent: 'not-reached' },
        wish: 'тыныштық',
        pets: [{ pet_name: 'Ақтөс', pet_age: { absent: 'unknown' } }],
      },
    },
    forms: { 'every-kind': '1' },
    code: '23456789CDFH',
  });
});
