import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../text/index.ts';
import { sayAccount, sayReason, sayRefusal } from './disclosure-page.ts';
import { REFUSALS, type Refusal } from './refusal.ts';
import { RISKS } from './risks.ts';

const nameOf = (id: string) => `name of ${id}`;

describe.each(LANGUAGES)('in %s', (language) => {
  it('has a sentence of its own for every reason and every refusal', () => {
    const refusals = REFUSALS.map(
      (code) =>
        sayRefusal(
          { kind: 'refused', code, table: null, details: [], changes: [] },
          { language, nameOf },
        ).reason,
    );
    const reasons = [...RISKS, 'derivable' as const].map((risk) => sayReason(risk, language));
    const all = [...refusals, ...reasons];
    expect(new Set(all).size).toBe(REFUSALS.length + RISKS.length + 1);
    for (const sentence of all) expect(sentence).toMatch(/^[A-ZА-ЯӘІҢҒҮҰҚӨҺ«].*\.$/u);
  });
});

it('says what to ask instead, by the names on the screen', () => {
  const refusal: Refusal = {
    kind: 'refused',
    code: 'place-too-fine',
    table: 'a',
    details: ['region'],
    changes: [
      { kind: 'drop-dimension', table: 'a', variable: 'region' },
      { kind: 'drop-table', table: 'b' },
    ],
  };
  expect(sayRefusal(refusal, { language: 'en', nameOf })).toEqual({
    reason: 'Places are split more finely than these readers may see.',
    changes: [
      'In the table “name of a” do not split by “name of region”.',
      'Leave out the table “name of b”.',
    ],
  });
  expect(sayRefusal({ ...refusal, changes: [] }, { language: 'en', nameOf }).changes).toEqual([
    'No small change was found with which it would pass.',
  ]);
});

it('accounts for a release in the numbers of the language', () => {
  const account = {
    cells: 1255,
    told: 1106,
    primary: 131,
    complementary: 18,
    keptShare: 0.854,
    proved: 183,
    width: 5,
    comparedReleases: 2,
    givenAwayBefore: 0,
  };
  expect(sayAccount(account, 'ru')).toEqual([
    'Показано: 1\u202f106 из 1\u202f255.',
    'Скрыто ради них самих: 131. Скрыто, чтобы те нельзя было вычислить: 18.',
    'Доля показанных среди чисел, которые сами по себе не опасны: 85,4\u00a0%.',
    'Для скрытых чисел, названных и не названных, доказано: между наименьшим и наибольшим возможным значением не меньше 5. Доказательств: 183.',
    'Сопоставлено с прежними выпусками: 2.',
  ]);
  expect(sayAccount({ ...account, givenAwayBefore: 3, keptShare: null, proved: 0 }, 'en')).toEqual([
    'Shown: 1,106 of 1,255.',
    'Hidden for their own sake: 131. Hidden so that these cannot be worked out: 18.',
    'Held against earlier releases: 2.',
    'Earlier releases already give away small groups: 3. Nothing new can take that back.',
  ]);
});
