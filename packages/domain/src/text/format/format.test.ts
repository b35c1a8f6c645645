import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localeDataSource } from '../../../../../scripts/locale-data.ts';
import {
  dateOfInstant,
  formatByteSize,
  formatDate,
  formatInstant,
  formatInterval,
  formatNumber,
  formatPercent,
  formatRelativeDay,
  LANGUAGES,
} from '../index.ts';

/** No-break and thin spaces told apart in an expectation. */
const seen = (text: string) =>
  text.replaceAll('\u202f', '\u2005').replaceAll('\u00a0', '~').replaceAll('\u2005', '_');

describe('dates', () => {
  it.each([
    ['kk', 'full', '2026_ж. 22 қараша, жексенбі'],
    ['kk', 'long', '2026_ж. 22 қараша'],
    ['kk', 'medium', '2026_ж. 22 қар.'],
    ['kk', 'short', '22.11.2026'],
    ['kk', 'month', '2026_ж. қараша'],
    ['kk', 'day', '22 қараша'],
    ['ru', 'full', 'воскресенье, 22 ноября 2026_г.'],
    ['ru', 'long', '22 ноября 2026_г.'],
    ['ru', 'medium', '22 нояб. 2026_г.'],
    ['ru', 'short', '22.11.2026'],
    ['ru', 'month', 'ноябрь 2026_г.'],
    ['ru', 'day', '22 ноября'],
    ['en', 'full', 'Sunday, 22 November 2026'],
    ['en', 'long', '22 November 2026'],
    ['en', 'medium', '22 Nov 2026'],
    ['en', 'short', '22 Nov 2026'],
    ['en', 'month', 'November 2026'],
    ['en', 'day', '22 November'],
  ] as const)('are written in %s, %s, as %s', (language, width, text) => {
    expect(seen(formatDate('2026-11-22', language, width))).toBe(text);
  });

  it('take a month without a day only where a month is wanted', () => {
    expect(formatDate('2022-05', 'en', 'month')).toBe('May 2022');
    expect(() => formatDate('2022-05', 'en', 'long')).toThrow(RangeError);
  });

  it('refuse a day that never was', () => {
    expect(() => formatDate('2026-02-30', 'kk')).toThrow('no such day');
    expect(() => formatDate('22.11.2026', 'kk')).toThrow('not a date');
  });

  it('show an instant by the wall clock of the place', () => {
    const sent = '2026-11-21T20:30:00Z';
    const shown = LANGUAGES.map((l) => seen(formatInstant(sent, l, { utcOffsetMinutes: 300 })));
    expect(shown).toEqual([
      '2026_ж. 22 қараша, 01:30',
      '22 ноября 2026_г. в 01:30',
      '22 November 2026 at 01:30',
    ]);
    expect(dateOfInstant(sent, 300)).toBe('2026-11-22');
    expect(dateOfInstant(sent, 0)).toBe('2026-11-21');
  });

  it('near today are told by their distance', () => {
    const told = (date: string, language: 'kk' | 'ru' | 'en') =>
      seen(formatRelativeDay(date, language, { today: '2026-11-22' }));
    expect(LANGUAGES.map((l) => told('2026-11-22', l))).toEqual(['бүгін', 'сегодня', 'today']);
    expect(LANGUAGES.map((l) => told('2026-11-21', l))).toEqual(['кеше', 'вчера', 'yesterday']);
    expect(LANGUAGES.map((l) => told('2026-11-17', l))).toEqual([
      '5 күн бұрын',
      '5 дней назад',
      '5 days ago',
    ]);
    expect(told('2026-11-25', 'ru')).toBe('через 3 дня');
    expect(told('2026-10-01', 'ru')).toBe('1 октября 2026_г.');
  });
});

describe('numbers', () => {
  it('carry the sign and the groups of the language', () => {
    expect(LANGUAGES.map((l) => seen(formatNumber(-1234567.891, l)))).toEqual([
      '\u22121_234_567,891',
      '\u22121_234_567,891',
      '\u22121,234,567.891',
    ]);
  });

  it.each([
    [1.005, 2, '1.01'],
    [2.675, 2, '2.68'],
    [0.5, 0, '1'],
    [-0.04, 1, '0.0'],
    [1e-9, 3, '0.000'],
    [4.4287, 2, '4.43'],
    [57.5, 0, '58'],
    [100, 1, '100.0'],
  ])('round %d to %d decimals as one would by hand: %s', (value, decimals, text) => {
    expect(formatNumber(value, 'en', { decimals })).toBe(text);
  });

  it('never write NaN to a page', () => {
    expect(() => formatNumber(Number.NaN, 'kk')).toThrow(RangeError);
  });

  it('write percentages, intervals and sizes', () => {
    expect(LANGUAGES.map((l) => seen(formatPercent(45.67, l)))).toEqual([
      '45,7%',
      '45,7~%',
      '45.7%',
    ]);
    expect(LANGUAGES.map((l) => seen(formatInterval([12.1, 20.34], l, { percent: true })))).toEqual(
      ['12,1\u201320,3%', '12,1\u201320,3~%', '12.1\u201320.3%'],
    );
    expect(LANGUAGES.map((l) => formatInterval([-1.2, 3.4], l))).toEqual([
      '\u22121,2\u20263,4',
      '\u22121,2\u20263,4',
      '\u22121.2 to 3.4',
    ]);
    expect(
      [0, 999, 12_500, 999_499, 999_950, 12_500_000].map((b) => seen(formatByteSize(b, 'ru'))),
    ).toEqual(['0~Б', '999~Б', '12,5~кБ', '999~кБ', '1,0~МБ', '12,5~МБ']);
    expect(seen(formatByteSize(4e9, 'kk'))).toBe('4,0~ГБ');
  });
});

describe('the locale data', () => {
  it('is what Node knows today', { timeout: 20_000 }, () => {
    const file = new URL('./generated/locale-data.ts', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(localeDataSource());
  });
});
