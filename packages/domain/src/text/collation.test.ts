import { describe, expect, it } from 'vitest';
import { collationKey, type Language } from './index.ts';

const sorted = (texts: string[], language: Language) =>
  texts.toSorted((a, b) => (collationKey(a, language) < collationKey(b, language) ? -1 : 1));

const ALPHABET =
  'а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я';

describe('sorting', () => {
  it('follows the 42 letters of Kazakh', () => {
    const letters = ALPHABET.split(' ');
    expect(letters).toHaveLength(42);
    expect(sorted(letters.toReversed(), 'kk')).toEqual(letters);
    expect(sorted(letters.map((l) => l.toUpperCase()).toReversed(), 'kk').join(' ')).toBe(
      ALPHABET.toUpperCase(),
    );
  });

  it('puts the regions of Kazakhstan in their Kazakh order', () => {
    expect(
      sorted(
        [
          'Қостанай',
          'Ұлытау',
          'Абай',
          'Шымкент',
          'Түркістан',
          'Қарағанды',
          'Ақтөбе',
          'Жетісу',
          'Астана',
          'Алматы',
        ],
        'kk',
      ),
    ).toEqual([
      'Абай',
      'Ақтөбе',
      'Алматы',
      'Астана',
      'Жетісу',
      'Қарағанды',
      'Қостанай',
      'Түркістан',
      'Ұлытау',
      'Шымкент',
    ]);
  });

  it('agrees with ICU on plain Russian and English words', () => {
    const russian = [
      'яблоко',
      'ёлка',
      'еда',
      'жук',
      'Анна',
      'анна',
      'мать',
      'март',
      'дом 9',
      'дом 10',
    ];
    expect(sorted(russian, 'ru')).toEqual([
      'Анна',
      'анна',
      'дом 9',
      'дом 10',
      'еда',
      'ёлка',
      'жук',
      'март',
      'мать',
      'яблоко',
    ]);
    const english = ['zebra', 'Apple', 'banana', 'éclair', 'east', 'école'];
    expect(sorted(english, 'en')).toEqual(english.toSorted(new Intl.Collator('en').compare));
  });

  it('puts the reader\u2019s own script first', () => {
    expect(sorted(['Болат', 'Aidos'], 'kk')).toEqual(['Болат', 'Aidos']);
    expect(sorted(['Болат', 'Aidos'], 'en')).toEqual(['Aidos', 'Болат']);
  });
});
