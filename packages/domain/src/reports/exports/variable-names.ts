import { utf8Length } from './utf8.ts';

/** SPSS takes 64 bytes, Stata 32 characters, R any length: the shorter of the two limits, whichever is met first. */
const MOST_CHARACTERS = 32;
const MOST_BYTES = 64;

/**
 * Words that SPSS (Command Syntax Reference, "Variable Names"), Stata (User's Guide 11.3, "Naming
 * conventions") or R (`?Reserved`) keep for themselves, in lower case: SPSS does not tell cases apart.
 */
const RESERVED: ReadonlySet<string> = new Set(
  [
    'all and by eq ge gt le lt ne not or to with',
    '_all _b byte _coef _cons double float if in int long _n _pi _pred _rc _skip strl using',
    'if else repeat while function for next break true false null inf nan na na_integer_ na_real_',
    'na_complex_ na_character_',
  ].flatMap((words) => words.split(' ')),
);
/** Stata's types of strings: `str1` to `str2045`. */
const STRING_TYPE = /^str\d+$/;

/**
 * What stays in a name: Latin and Cyrillic letters of long standing (all of Kazakh's are), digits, the
 * underscore. Younger letters of Unicode are no letters to older programs.
 */
const OTHER_SIGNS = /(?!(?=\p{L})[A-Za-z\u00c0-\u024f\u0400-\u04ff]|[0-9_])[\s\S]/gu;

/**
 * A name like the wished one that SPSS, Stata and R all take and that is not taken yet, whatever the
 * case. Signs that they do not take become underscores.
 * @param taken names in use, in lower case; the new one is added
 */
export function variableName(wished: string, taken: Set<string>): string {
  const words = wished.normalize('NFC').replace(OTHER_SIGNS, '_').replace(/_+$/, '');
  const isBad =
    !/^\p{L}/u.test(words) || RESERVED.has(words.toLowerCase()) || STRING_TYPE.test(words);
  const base = isBad ? `v_${words}` : words;
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `_${number}`;
    const name = shortened(base, ending);
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function shortened(base: string, ending: string): string {
  const characters = [...base];
  while (
    characters.length + ending.length > MOST_CHARACTERS ||
    byteLength(characters) + ending.length > MOST_BYTES
  ) {
    characters.pop();
  }
  return `${characters.join('').replace(/_+$/, '')}${ending}`;
}

const byteLength = (characters: readonly string[]) =>
  characters.reduce((sum, character) => sum + utf8Length(character), 0);
