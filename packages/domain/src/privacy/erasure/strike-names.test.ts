import { describe, expect, it } from 'vitest';
import type { ConsentParticulars } from '../../consents/index.ts';
import type { Identity } from '../../people/index.ts';
import { strikeFromConsent, strikeNames } from './strike-names.ts';

const MADINA: Identity = {
  names: [
    { kind: 'called', family: 'Ахметова', given: 'Мәдина', patronymic: 'Серікқызы' },
    { kind: 'former', family: 'Оспанова', given: 'Мадина', patronymic: '' },
  ],
  birth: null,
  phones: ['+7 701 123 45 67'],
  documents: [{ kind: 'personal-number', number: '850412400123' }],
};
const strike = (text: string) => strikeNames(text, [MADINA]);

const child = (over: Partial<ConsentParticulars>): ConsentParticulars => ({
  witness: 'Айгүл Сейітова',
  guardian: { relation: 'parent', name: 'Мәдина Ахметова', document: null },
  withheld: [],
  unsafeReason: null,
  ...over,
});

describe('what names Madina', () => {
  it.each([
    ['Мәдина Ахметова', '— —'],
    ['Madina Akhmetova', '— —'],
    ['АХМЕТОВА Мадина Сериковна', '— — —'],
    ['не говорить Мадине Оспановой', 'не говорить — —'],
    ['анасы Мәдина келді', 'анасы — келді'],
    ['Мәдинаның телефоны', '— телефоны'],
    ['Мәди келді', 'Мәди келді'],
    ['Мәдина Ахметовамен бірге', '— — бірге'],
    ['Мадина Оспановадан', '— —'],
    ['Мәдина Серікқызымен', '— —'],
  ])('is struck out of “%s”', (text, struck) => {
    expect(strike(text)).toBe(struck);
  });

  it('is not the family name alone, which her children bear', () => {
    expect(strike('Ахметов Дамир')).toBe('Ахметов Дамир');
  });

  it('is her telephone and the number of her papers, however they are written', () => {
    expect(strike('звонить 8(701)1234567')).toBe('звонить —');
    expect(strike('тел. +7 (701) 123-45-67.')).toBe('тел. —.');
    expect(strike('ЖСН 850412 400123')).toBe('ЖСН —');
  });

  it('goes out of her child’s consent together with the paper that names her, and the rest stays', () => {
    const struck = strikeFromConsent(
      child({ guardian: { relation: 'parent', name: 'Мадина Ахметова', document: '№ 12' } }),
      [MADINA],
    );
    expect(struck).toEqual(child({ guardian: { relation: 'parent', name: '—', document: null } }));
  });

  it('is nothing in a consent that does not name her', () => {
    expect(strikeFromConsent(child({ guardian: null }), [MADINA])).toBeNull();
  });
});
