import { describe, expect, it } from 'vitest';
import { readReportFile } from '../consistency/document/read-report-file.ts';
import { divideNotes } from './divide-notes.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

function pointsOf(name: string, text: string) {
  const read = readReportFile({ name, bytes: new TextEncoder().encode(text) });
  if (read.kind !== 'read') throw new Error(read.reason);
  return divideNotes(read.document).map(({ speaker, text: said }) => [speaker, said]);
}

describe('notes of a workshop', () => {
  it('are divided at paragraphs and bullets, under the group that a line names', () => {
    const notes = `Специалисты:

- Нет единого списка служб.
- Дети не говорят о том, что было.

Женщины:

Хочу работать, но детей не с кем оставить.

Психолог: нам самим нужна поддержка.`;
    expect(pointsOf('notes.txt', notes)).toEqual([
      ['practitioners', 'Нет единого списка служб.'],
      ['practitioners', 'Дети не говорят о том, что было.'],
      ['returnee-women', 'Хочу работать, но детей не с кем оставить.'],
      ['practitioners', 'нам самим нужна поддержка.'],
    ]);
  });

  it('are read from a table by the heads of its columns, in any order', () => {
    const csv = 'Кім,Мәтін\nмаман,Құжат жинау ұзаққа созылады\nәйел,Көршілер жылы қарсы алды\n';
    expect(pointsOf('notes.csv', csv)).toEqual([
      ['practitioners', 'Құжат жинау ұзаққа созылады'],
      ['returnee-women', 'Көршілер жылы қарсы алды'],
    ]);
  });

  it('are the longest column where no column has a head', () => {
    expect(pointsOf('notes.csv', '1;Балаларға логопед керек\n2;Пәтер ақысы қымбат\n')).toEqual([
      [null, 'Балаларға логопед керек'],
      [null, 'Пәтер ақысы қымбат'],
    ]);
  });

  it('never grow longer than an excerpt may be, and lose no word', () => {
    const long = Array.from({ length: 120 }, (_, i) => `Сөйлем саны ${i} осында аяқталады.`).join(
      ' ',
    );
    const points = pointsOf('notes.txt', long);
    expect(points.length).toBeGreaterThan(1);
    expect(points.map(([, text]) => text).join(' ')).toBe(long);
  });
});
