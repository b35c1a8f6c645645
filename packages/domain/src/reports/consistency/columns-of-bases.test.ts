import { describe, expect, it } from 'vitest';
import { reportCsv } from '../documents/index.ts';
import { buildWaveReport } from '../index.ts';
import { SMALL_FORM, smallWave } from '../small-wave.ts';
import { checkReport, readReportFile } from './index.ts';

const found = (name: string, text: string) => {
  const file = readReportFile({ name, bytes: new TextEncoder().encode(text) });
  if (file.kind !== 'read') throw new Error(file.reason);
  return checkReport(file.document).map(({ printed, reading }) => [printed, reading]);
};

describe('a table that says again in every row of how many its shares are', () => {
  it.each([
    ['ru', 'База (n)', 'Респонденты', 'Все'],
    ['kk', 'База (n)', 'Респонденттер', 'Барлығы'],
    ['en', 'Base (n)', 'Respondents', 'All'],
  ])('is right in %s: a base is no part of the total', (_, base, people, all) => {
    const rows = ['0;104;2;1,92', '1;104;15;14,42', '2;104;83;79,81', '3;104;4;3,85'];
    const text = [`X;${base};${people};%`, ...rows, `${all};104;104;100`].join('\n');
    expect(found('sizes.csv', text)).toEqual([]);
  });

  it('is still held to the sum of its people', () => {
    const rows = ['0;104;2', '1;104;15', '2;104;83', '3;104;5'];
    const text = ['Указано;База (n);Респонденты', ...rows, 'Всего;104;104'].join('\n');
    expect(found('sizes.csv', text)).toEqual([['104', expect.any(String)]]);
  });

  it('is right beside coefficients, which add up to nothing', () => {
    const head =
      'Тема;Решения;Первый кодировщик;Второй кодировщик;Оба;Каппа Коэна;Альфа Криппендорфа';
    const rows = ['Жильё;22;2;2;2;1;1', 'Работа;22;2;2;2;1;1', 'Здоровье;22;2;2;2;1;1'];
    const last = 'Помощь;22;3;3;3;1;1';
    expect(found('agreement.csv', [head, ...rows, last].join('\n'))).toEqual([]);
  });

  it('has no wrong percentage of nobody', () => {
    const rows = ['A;10;100', 'B;0;0', 'C;3;0'];
    expect(() => found('nobody.csv', ['X;n;%', ...rows].join('\n'))).not.toThrow();
  });
});

it('finds nothing wrong in the tables of a report of ours, file by file, in any language', () => {
  const facts = smallWave(
    Array.from({ length: 60 }, (_, i) => ({
      answers: {
        age: 20 + (i % 9),
        home: i % 3 ? 'own' : 'rent',
        works: i % 2 === 0,
        calm: ['never', 'seldom', 'sometimes', 'often'][i % 4]!,
        tense: ['often', 'never', 'seldom'][i % 3]!,
        wishes: i % 2 ? ['house', 'work'] : ['rest'],
        children: Array.from({ length: i % 4 }, (_, at) => ({ child_age: 3 + at + (i % 5) })),
      },
    })),
  );
  for (const language of ['kk', 'ru', 'en'] as const) {
    const report = buildWaveReport(facts, [SMALL_FORM], { language });
    const files = reportCsv(report, { version: '1.0.0' });
    expect(files.flatMap(({ name, text }) => found(name, text))).toEqual([]);
  }
});
