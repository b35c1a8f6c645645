import { expect, it } from 'vitest';
import { afterTick } from './many-choices.tsx';

const question = {
  maxChoices: 2,
  options: ['bread', 'tea', 'milk', 'none'].map((id) => ({
    id,
    text: id,
    exclusive: id === 'none',
  })),
};
const tick = (chosen: string[], id: string, isChosen = true) =>
  afterTick(question, chosen, { id, isChosen });

it('ticks and unticks', () => {
  expect(tick(['bread'], 'tea')).toEqual(['bread', 'tea']);
  expect(tick(['bread', 'tea'], 'bread', false)).toEqual(['tea']);
});

it('takes no more than the question allows', () => {
  expect(tick(['bread', 'tea'], 'milk')).toBeNull();
});

it('lets "nothing" stand alone only', () => {
  expect(tick(['bread', 'tea'], 'none')).toEqual(['none']);
  expect(tick(['none'], 'tea')).toEqual(['tea']);
});
