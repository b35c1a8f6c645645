import { describe, expect, it } from 'vitest';
import { SMALL_FORM, smallWave } from '../small-wave.ts';
import { anonymityOf } from './anonymity.ts';
import { writeCsv } from './csv.ts';
import type { DataTable } from './data-table.ts';
import { buildWaveData } from './wave-data.ts';

/** Bytes that are different each time and the same in every run. */
function counting() {
  let next = 0;
  return (count: number) =>
    Uint8Array.from({ length: count }, () => {
      next += 37;
      return next % 256;
    });
}

const WAVE = smallWave([
  {
    language: 'kk',
    answers: {
      age: 34,
      home: 'own',
      works: true,
      calm: 'often',
      tense: 'seldom',
      wishes: ['house', 'rest'],
      children: [{ child_age: 7 }, { child_age: 2 }],
    },
  },
  {
    language: 'ru',
    answers: {
      age: { absent: 'declined' },
      home: 'rent',
      rent_paid: 50_000,
      works: false,
      calm: 'never',
      wishes: [],
      children: [],
    },
  },
]);
const [respondents, children] = buildWaveData(WAVE, [SMALL_FORM], {
  language: 'en',
  random: counting(),
}) as [DataTable, DataTable];

const linesOf = (table: DataTable) =>
  Buffer.concat([...writeCsv(table)])
    .toString('utf8')
    .trim()
    .split('\r\n');

describe('the answers of a wave as tables', () => {
  it('has a row for each respondent, the reason for each missing answer, and her scores', () => {
    const [head, ...rows] = linesOf(respondents);
    expect(head).toBe(
      'export_id,language,received,age,home,rent_paid,works,calm,tense,wishes_house,wishes_work,wishes_rest,children_n,ease_score,ease_pomp',
    );
    expect(rows.map((row) => row.replace(/^\w{8},/, '')).sort()).toEqual([
      '1,2026-11,34,1,.d,1,4,2,1,0,1,2,6,75',
      '2,2026-11,.a,2,50000,0,1,.e,.e,.e,.e,.e,.f,.f',
    ]);
  });

  it('has a row for each child, joined to its mother by the number made for this file', () => {
    const [head, ...rows] = linesOf(children);
    expect(head).toBe('export_id,row,child_age');
    const mother = linesOf(respondents)
      .find((line) => line.includes(',34,'))
      ?.slice(0, 8);
    expect(rows).toEqual([`${mother},1,7`, `${mother},2,2`]);
  });

  it('carries neither the ids of the programme nor the order in which answers came', () => {
    const many = smallWave(Array.from({ length: 60 }, (_, i) => ({ answers: { age: i } })));
    let seed = 7;
    const random = (count: number) =>
      Uint8Array.from({ length: count }, () => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        return seed >> 16;
      });
    const [table] = buildWaveData(many, [SMALL_FORM], { language: 'kk', random });
    const lines = linesOf(table!).slice(1);
    const ids = lines.map((line) => line.split(',')[0]!);
    expect(new Set(ids).size).toBe(60);
    expect(ids).toEqual([...ids].sort());
    expect(ids.every((id) => /^[a-z][a-z2-9]{7}$/.test(id))).toBe(true);
    expect(lines.join()).not.toMatch(/response-|2026-11-22/);
    const ages = lines.map((line) => Number(line.split(',')[3]));
    expect(ages.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i));
    expect(ages).not.toEqual(ages.toSorted((a, b) => a - b));
  });

  it('says how well people hide among each other', () => {
    const alike = smallWave([
      { answers: { age: 30, home: 'own', rent_paid: 1, works: true } },
      { answers: { age: 30, home: 'own', works: true } },
      { answers: { age: 31, home: 'own', works: true } },
    ]);
    const [table] = buildWaveData(alike, [SMALL_FORM], { language: 'en', random: counting() });
    expect(anonymityOf(table!)).toEqual({
      keys: ['age', 'home', 'rent_paid', 'works', 'children_n'],
      classes: 2,
      smallestClass: 1,
      rowsAlone: 1,
      rowsBelowThree: 3,
      rowsBelowFive: 3,
      diversity: [],
    });
  });
});
