import { describe, expect, it } from 'vitest';
import { type Catalogue, checkCatalogues } from './index.ts';

const found = (kk: Catalogue, ru: Catalogue, en: Catalogue) =>
  checkCatalogues({ kk, ru, en }).map(({ kind, language, key, detail }) =>
    [kind, language, key, detail].filter(Boolean).join(' '),
  );

describe('the checker of catalogues', () => {
  it('is silent about three equal languages', () => {
    expect(
      found(
        { title: 'Отбасы', n_one: '{{count}} бала', n_other: '{{count}} бала', ok: 'PIN-код' },
        {
          title: 'Семья',
          n_one: '{{count}} ребёнок',
          n_few: '{{count}} ребёнка',
          n_many: '{{count}} детей',
          n_other: '{{count}} ребёнка',
          ok: 'PIN-код доступа',
        },
        { title: 'Family', n_one: 'one child', n_other: '{{count}} children', ok: 'PIN' },
      ),
    ).toEqual([]);
  });

  it('names a text that one language lacks', () => {
    expect(found({ a: 'Иә' }, {}, { a: 'Yes' })).toEqual([
      'missing-key ru a other languages have it',
    ]);
  });

  it('names a text that only one language has', () => {
    expect(found({}, {}, { old: 'Gone' })).toEqual([
      'missing-key kk old other languages have it',
      'missing-key ru old other languages have it',
    ]);
  });

  it('names the plural forms Russian needs and those Kazakh does not have', () => {
    expect(
      found(
        { n_one: '{{count}} күн', n_few: '{{count}} күн', n_other: '{{count}} күн' },
        { n_one: '{{count}} день', n_other: '{{count}} дня' },
        { n_one: '{{count}} day', n_other: '{{count}} days' },
      ),
    ).toEqual(['extra-plural kk n few', 'missing-plural ru n few', 'missing-plural ru n many']);
  });

  it('names a placeholder lost or misspelt in translation', () => {
    expect(
      found({ a: 'Сәлем, {{name}}' }, { a: 'Здравствуйте, {{имя}}' }, { a: 'Hello, {{name}}' }),
    ).toEqual(['placeholders-differ ru a name']);
  });

  it('names empty texts and Kazakh that is still Russian', () => {
    expect(
      found({ a: 'Отправить', b: ' ' }, { a: 'Отправить', b: 'Да' }, { a: 'Send', b: 'Yes' }),
    ).toEqual(['kazakh-equals-russian kk a Отправить', 'empty kk b']);
  });
});
