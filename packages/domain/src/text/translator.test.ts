import { describe, expect, expectTypeOf, it } from 'vitest';
import { type KeyOf, translator } from './index.ts';

const ru = {
  title: 'Семьи',
  greeting: 'Здравствуйте, {{name}}!',
  children_one: '{{count}} ребёнок',
  children_few: '{{count}} ребёнка',
  children_many: '{{count}} детей',
  children_other: '{{count}} ребёнка',
};
const en = { title: 'Families', children_one: 'one child', children_other: '{{count}} children' };
const kk = { title: 'Отбасылар', children_one: '{{count}} бала', children_other: '{{count}} бала' };

describe('a translated text', () => {
  it('is found by its key', () => {
    expect(translator(en, 'en')('title')).toBe('Families');
  });

  it('counts as each language counts', () => {
    const t = translator(ru, 'ru');
    expect([1, 2, 5, 11, 21, 22, 1057, 1.5].map((count) => t('children', { count }))).toEqual([
      '1 ребёнок',
      '2 ребёнка',
      '5 детей',
      '11 детей',
      '21 ребёнок',
      '22 ребёнка',
      '1\u202f057 детей',
      '1,5 ребёнка',
    ]);
    expect([1, 2].map((count) => translator(en, 'en')('children', { count }))).toEqual([
      'one child',
      '2 children',
    ]);
    expect(translator(kk, 'kk')('children', { count: 2 })).toBe('2 бала');
  });

  it('takes a name as it is, even one that looks like a placeholder or a pattern', () => {
    const t = translator(ru, 'ru');
    expect(t('greeting', { name: '$& {{count}} <Мадина>' })).toBe(
      'Здравствуйте, $& {{count}} <Мадина>!',
    );
  });

  it('knows at compile time which keys there are', () => {
    expectTypeOf<KeyOf<typeof ru>>().toEqualTypeOf<'title' | 'greeting' | 'children'>();
    expectTypeOf<KeyOf<typeof kk | typeof en>>().toEqualTypeOf<'title' | 'children'>();
  });
});
