import { expect, it } from 'vitest';
import { textSharer } from './share-texts.ts';

it('leaves answers as they are, in lists, rows of children and reasons too', () => {
  const answers = {
    worry: 'every-day',
    children: [{ worry: 'every-day', age: 7 }, { worry: { absent: 'declined' } }],
    wishes: ['school', 'work', 'school'],
    words: 'Балам мектепке барады, бірақ жол алыс. '.repeat(3),
    alone: null,
    married: false,
  };
  const before = structuredClone(answers);
  textSharer()(answers);
  expect(answers).toEqual(before);
});
