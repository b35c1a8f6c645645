import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameDistance, nameLikeness } from './name-distance.ts';
import { nameKey } from './name-key.ts';
import { nameTokens } from './name-tokens.ts';

/** Spellings of one name as passports, school lists and telephones have them; the people are invented. */
const ONE_NAME: readonly (readonly string[])[] = [
  ['Әсел', 'Асел', 'Асель', 'Assel', 'Asel', 'Äsel'],
  ['Айгүл', 'Айгуль', 'Aigul', 'Aygul', 'Aigül', 'АЙГУЛЬ'],
  ['Гүлжан', 'Гульжан', 'Gulzhan', 'Gülzhan', 'Güljan'],
  ['Қанат', 'Канат', 'Kanat', 'Qanat'],
  ['Ұлжан', 'Улжан', 'Ulzhan', 'Uljan', 'Ūljan'],
  ['Ғалым', 'Галым', 'Galym', 'Ğalym', 'Ghalym'],
  ['Сәуле', 'Сауле', 'Saule', 'Säule', 'Sawle'],
  ['Жанна', 'Жана', 'Zhanna', 'Janna'],
  ['Шынар', 'Shynar', 'Şynar', 'Шинар'],
  ['Хадиша', 'Khadisha', 'Hadisha', 'Hadişa'],
  ['Ерлан', 'Yerlan', 'Erlan'],
  ['Елена', 'Yelena', 'Elena'],
  ['Ләззат', 'Ляззат', 'Lyazzat', 'Lazzat', 'Läzzat'],
  ['Юлия', 'Yuliya', 'Iuliia', 'Yulia'],
  ['Яна', 'Yana', 'Iana'],
  ['Әлия', 'Алия', 'Aliya', 'Aliia', 'Alia'],
  ['Алёна', 'Алена', 'Alyona', 'Alena'],
  ['Цой', 'Tsoy', 'Tsoi'],
  ['Щербак', 'Shcherbak'],
  ['Чингиз', 'Chingiz'],
  ['Жамбыл', 'Джамбыл', 'Zhambyl', 'Dzhambyl', 'Jambyl'],
  ['Ахметова', 'Ахметов', 'Akhmetova', 'Akhmetov', 'Ахметұлы', 'Ахметқызы', 'Ahmetova', 'Ахмет'],
  ['Әбдірахманова', 'Abdirakhmanova', 'Абдирахманова', 'Abdirahmanov'],
  ['Нұрпейісова', 'Нурпеисова', 'Nurpeissova', 'Nurpeisova', 'Nūrpeiısova'],
  ['Сергеева', 'Sergeeva', 'Sergeyeva', 'Sergeyev'],
  ['Ковальская', 'Ковальский', 'Kovalskaya', 'Kovalskiy', 'Kovalsky'],
  ['Серікқызы', 'Серик кызы', 'Serikkyzy', 'Serik qyzy', 'Serikqyzy', 'Серікұлы'],
  ['Сейітжан', 'Сейтжан', 'Seitzhan', 'Seytjan'],
  ['Қожа-Ахмет', 'Қожаахмет', 'Kozhaakhmet', "Qoja'ahmet"],
  ['Александр', 'Alexandr', 'Aleksandr'],
  ['Максим', 'Maxim', 'Maksim'],
  ['Махмуд', 'Makhmud', 'Maxmud'],
];

/** Spellings that have not one key, and are yet one name: a sound heard otherwise, a letter lost. */
const CLOSE_NAMES: readonly (readonly [string, string])[] = [
  ['Тілеубек', 'Tleubek'],
  ['Шыңғыс', 'Чингиз'],
  ['Өмірбек', 'Умирбек'],
  ['Мырзахмет', 'Мурзахмет'],
  ['Мұхаммед', 'Mukhamad'],
  ['Рақым', 'Рахим'],
  ['Людмила', 'Liudmila'],
  ['Татьяна', 'Tatiana'],
  ['Гүлнара', 'Гульнар'],
  ['Бекжан', 'Бегжан'],
  ['Айгерім', 'Айгерм'],
];

/** Names that are not one, though they share letters. */
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['Айгүл', 'Айнұр'],
  ['Мадина', 'Марина'],
  ['Асан', 'Үсен'],
  ['Серік', 'Берік'],
  ['Жанар', 'Шынар'],
];

describe('the key of a name', () => {
  it.each(ONE_NAME)('is one for %s and its other spellings', (...spellings) => {
    const keys = new Set(spellings.map((spelling) => nameKey(spelling)));
    expect([...keys]).toHaveLength(1);
  });

  it('keeps apart what sounds otherwise', () => {
    const keys = OTHER_NAMES.flat().map(nameKey);
    expect(new Set(keys).size).toBe(new Set(OTHER_NAMES.flat()).size);
  });

  it('is empty where there is no letter, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const key = nameKey(text);
        if (!/\p{L}/u.test(text)) expect(key).toBe('');
        expect(key).toBe(key.trim());
      }),
    );
  });

  it('does not depend on capitals, marks composed or not, or spaces around', () => {
    const spellings = fc.constantFrom(...ONE_NAME.flat());
    fc.assert(
      fc.property(spellings, (name) => {
        const key = nameKey(name);
        expect(nameKey(name.toUpperCase())).toBe(key);
        expect(nameKey(name.normalize('NFD'))).toBe(key);
        expect(nameKey(`  ${name}. `)).toBe(key);
      }),
    );
  });
});

describe('how like two names are', () => {
  it.each(CLOSE_NAMES)('%s and %s are close', (one, other) => {
    expect(nameLikeness(nameKey(one), nameKey(other))).toBeGreaterThanOrEqual(0.7);
  });

  it.each(OTHER_NAMES)('%s and %s are not the same', (one, other) => {
    expect(nameLikeness(nameKey(one), nameKey(other))).toBeLessThan(0.9);
  });

  it('is the same either way, nothing for oneself, and no more than the longer name has letters', () => {
    const key = fc.string({ unit: fc.constantFrom(...'aeioubdgklmnprstşçjh'), maxLength: 9 });
    fc.assert(
      fc.property(key, key, (one, other) => {
        expect(nameDistance(one, other)).toBeCloseTo(nameDistance(other, one), 9);
        expect(nameDistance(one, one)).toBe(0);
        expect(nameDistance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});

const LETTERS = 'абгдежзиклмнопрстуфхшыәғқңөұүі';
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 5, maxLength: 12 });

describe('the tokens of a name', () => {
  const tokensOf = (given: string) => nameTokens([{ family: '', given, patronymic: '' }]);
  const shared = (one: string, other: string) => {
    const others = new Set(tokensOf(other));
    const all = tokensOf(one);
    return all.filter((token) => others.has(token)).length;
  };

  it.each(CLOSE_NAMES)('%s and %s share some', (one, other) => {
    expect(shared(one, other)).toBeGreaterThanOrEqual(2);
  });

  it('are mostly shared by a word with one letter changed, lost or put in', () => {
    const change = fc.record({
      at: fc.nat(11),
      letter: fc.constantFrom(...LETTERS),
      kind: fc.constantFrom('change', 'lose', 'put in'),
    });
    fc.assert(
      fc.property(word, change, (name, { at, letter, kind }) => {
        const place = at % name.length;
        const rest = name.slice(kind === 'put in' ? place : place + 1);
        const wrong = name.slice(0, place) + (kind === 'lose' ? '' : letter) + rest;
        // Vowels in a row sound as one, so that a long word may be a short name.
        fc.pre(nameKey(name).length >= 6 && nameKey(wrong).length >= 6);
        const fewest = Math.min(tokensOf(name).length, tokensOf(wrong).length);
        expect(shared(name, wrong)).toBeGreaterThanOrEqual(Math.max(1, fewest - 7));
      }),
      { numRuns: 500 },
    );
  });

  it('are the same when given and family name change places, and when one is written in two words', () => {
    const of = (family: string, given: string) => nameTokens([{ family, given, patronymic: '' }]);
    expect(of('Сейітов', 'Нұрсұлтан')).toEqual(of('Нұрсұлтан', 'Сейітов'));
    expect(of('', 'Нұр Сұлтан')).toEqual(expect.arrayContaining(of('', 'Нұрсұлтан')));
  });
});
