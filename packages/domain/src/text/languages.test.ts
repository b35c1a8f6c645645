import { describe, expect, it } from 'vitest';
import { isLanguage, preferredLanguage } from './index.ts';

describe('the language of a first visit', () => {
  it.each([
    ['kk-KZ,kk;q=0.9,ru;q=0.8,en;q=0.7', 'kk'],
    ['ru-RU, ru;q=0.9', 'ru'],
    ['de-DE, en;q=0.5, kk;q=0.9', 'kk'],
    ['kk;q=0, en;q=0.1', 'en'],
    ['tr', 'ru'],
    ['', 'ru'],
  ])('reads %j as %s', (header, language) => {
    expect(preferredLanguage(header, 'ru')).toBe(language);
  });

  it('does not take a stranger for a language', () => {
    expect(isLanguage('kk')).toBe(true);
    expect(isLanguage('de')).toBe(false);
    expect(isLanguage(undefined)).toBe(false);
  });
});
