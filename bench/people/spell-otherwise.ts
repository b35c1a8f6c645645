import type { Birth } from '../../packages/domain/src/people/index.ts';
import { type Chance, pick } from '../../packages/server/src/demo/made-up/chance.ts';
import type { MadeUp } from './made-up-people.ts';

/** Spellings of passports of Kazakhstan before 2021. Written by hand from passports' rules, not from the key that is measured. */
const PASSPORT: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z' },
  ...{ и: 'i', й: 'y', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p' },
  ...{ р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'kh', һ: 'h', ц: 'ts' },
  ...{ ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', і: 'i', ь: '', э: 'e', ю: 'yu', я: 'ya' },
};
const LATIN_2021: Readonly<Record<string, string>> = {
  ...PASSPORT,
  ...{ ә: 'ä', ғ: 'ğ', ж: 'j', қ: 'q', ң: 'ñ', ө: 'ö', ұ: 'ū', ү: 'ü', ш: 'ş', х: 'h', й: 'i' },
};
const RUSSIAN: Readonly<Record<string, string>> = {
  ...{ ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', і: 'и', һ: 'х' },
};
const HEARD: ReadonlyArray<readonly [string, string]> = [
  ...([
    ['ы', 'и'],
    ['і', 'ы'],
    ['ө', 'у'],
    ['ә', 'е'],
    ['ш', 'ч'],
    ['қ', 'х'],
    ['б', 'п'],
  ] as const),
  ...([
    ['д', 'т'],
    ['з', 'с'],
    ['о', 'у'],
    ['е', 'и'],
    ['а', 'о'],
    ['ғ', 'қ'],
    ['в', 'ф'],
  ] as const),
];
const ALPHABET = 'абвгдежзиклмнопрстуфхшы';

const letters = (word: string, map: Readonly<Record<string, string>>) =>
  [...word]
    .map((letter) => {
      const low = map[letter.toLowerCase()] ?? letter.toLowerCase();
      return letter === letter.toLowerCase() ? low : low.charAt(0).toUpperCase() + low.slice(1);
    })
    .join('');

const ofBoth = (change: (word: string) => string) => (person: MadeUp) => ({
  ...person,
  family: change(person.family),
  given: change(person.given),
});

/** One way in which a name comes to be written otherwise. */
export const WAYS: Readonly<Record<string, (person: MadeUp, random: Chance) => MadeUp>> = {
  'as it was': (person) => person,
  'passport, Latin': ofBoth((word) => letters(word, PASSPORT)),
  'Latin of 2021': ofBoth((word) => letters(word, LATIN_2021)),
  'Russian letters': ofBoth((word) => letters(word, RUSSIAN)),
  'a letter wrong': (person, random) => wrongLetter(person, random),
  'two letters wrong': (person, random) => wrongLetter(wrongLetter(person, random), random),
  'heard otherwise': (person, random) => heard(person, random),
  'passport and a letter wrong': (person, random) =>
    ofBoth((word) => letters(word, PASSPORT))(wrongLetter(person, random)),
  'another ending': (person) => ({
    ...person,
    family: person.family.replace(/(ова|ева|ов|ев)$/, '') || person.family,
  }),
  'given and family name swapped': (person) => ({
    ...person,
    family: person.given,
    given: person.family,
  }),
};

/** What is known of the birth: often the day, often the year alone, sometimes nothing, sometimes a wrong year. */
export function birthAsKnown(birth: Birth, random: Chance): Birth | null {
  const year = Number(birth.date.slice(0, 4));
  const turn = random();
  if (turn < 0.4) return birth;
  if (turn < 0.7) return { precision: 'year', date: String(year) };
  if (turn < 0.85) return { precision: 'year', date: String(year + (random() < 0.5 ? 1 : -1)) };
  return null;
}

function wrongLetter(person: MadeUp, random: Chance): MadeUp {
  const part = random() < 0.5 ? 'family' : 'given';
  const word = person[part];
  const at = 1 + Math.floor(random() * (word.length - 1));
  const rest = word.slice(at + 1);
  const turn = random();
  const wrong =
    turn < 0.35
      ? word.slice(0, at) + pick([...ALPHABET], random) + rest
      : turn < 0.6
        ? word.slice(0, at) + rest
        : turn < 0.8
          ? word.slice(0, at) + (word[at] ?? '') + (word[at] ?? '') + rest
          : word.slice(0, at - 1) + (word[at] ?? '') + (word[at - 1] ?? '') + rest;
  return { ...person, [part]: wrong };
}

function heard(person: MadeUp, random: Chance): MadeUp {
  const part = random() < 0.5 ? 'family' : 'given';
  const fitting = HEARD.filter(([sound]) => person[part].slice(1).includes(sound));
  if (fitting.length === 0) return person;
  const [sound, other] = pick(fitting, random);
  const word = person[part];
  return { ...person, [part]: (word[0] ?? '') + word.slice(1).replace(sound, other) };
}
