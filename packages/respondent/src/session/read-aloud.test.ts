import { expect, it } from 'vitest';
import { voiceFor } from './read-aloud.ts';

const voices = [
  { lang: 'en-GB', localService: true },
  { lang: 'ru_RU', localService: true },
  { lang: 'kk-KZ', localService: false },
];

it('reads aloud with a voice of the language that lives on the phone', () => {
  expect(voiceFor(voices, 'ru')).toEqual(voices[1]);
});

it('offers no reading in Kazakh when only a far-away server could speak it', () => {
  expect(voiceFor(voices, 'kk')).toBeNull();
  expect(voiceFor([], 'en')).toBeNull();
});
