/**
 * One spelling for the many that one name has: Kazakh and Russian Cyrillic, the Kazakh Latin alphabets of 2017 to 2021, the
 * spellings of passports of several years. Two names with one key sound alike; which of them is right it does not say.
 *
 * Letters of the key: `a e i o u` and consonants, each sound one letter: `ş` is sh, `ç` ch, `j` zh, `c` ts, `h` kh.
 */

/** Endings that come and go with sex, document and fashion: Ахметов, Ахметова, Ахметұлы, Ахметқызы, Ахмет. */
const ENDINGS: readonly RegExp[] = [
  /(?<=.{3})(ұлы|улы|уулу|ұғлы|угли|оглы|қызы|кызы|кизи|гызы)$/u,
  /(?<=.{3})(uly|ulı|ūly|úly|ūlı|ulu|uulu|ugli|ogli|ogly|oglu|qyzy|kyzy|qızı|qizi|kizi|gyzy|gizi)$/u,
  /(?<=.{2})[оеё]в(ич|на|а)?$/u,
  /(?<=.{2})(y?e|o)v(ich|ych|na|a)?$/u,
];
const ADJECTIVES: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<=.{2})ск(ий|ая|ой)$/u, 'ск'],
  [/(?<=.{2})sk(iy|ii|ij|y|i|aya|aia|oy|oi)$/u, 'sk'],
];
/** Words that only say whose child somebody is. */
const PARTICLES: ReadonlySet<string> = new Set([
  ...['ұлы', 'улы', 'уулу', 'оглы', 'угли', 'қызы', 'кызы', 'кизи', 'гызы'],
  ...['uly', 'ulı', 'ūly', 'úly', 'uulu', 'ogly', 'oglu', 'ugli', 'qyzy', 'kyzy', 'qizi', 'kizi'],
]);

const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'j' },
  ...{ җ: 'j', з: 'z', и: 'i', й: 'i', і: 'i', ї: 'i', ы: 'i', к: 'k', қ: 'k', ҡ: 'k', л: 'l' },
  ...{ м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u' },
  ...{ ү: 'u', ў: 'u', ф: 'f', х: 'h', һ: 'h', ҳ: 'h', ц: 'c', ч: 'ç', ҷ: 'j', ш: 'ş', щ: 'ş' },
  ...{ ъ: '', ь: '', э: 'e', ӣ: 'i', ӯ: 'u' },
};

/** Several letters for one sound, the longest first. */
const LATIN_SOUNDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/shch|sch|sh|ş|ś|š/gu, 'ş'],
  [/tch|ch|ç|č/gu, 'ç'],
  [/c/gu, 'k'],
  [/dzh|dj|zh|ž|ż/gu, 'j'],
  [/kh/gu, 'h'],
  [/gh|ğ|ģ|ǵ/gu, 'g'],
  [/ñ|ń|ŋ/gu, 'n'],
  [/ts|tz/gu, 'c'],
  [/(?<=[aeiou])x(?=[aeiou])/gu, 'ks'],
  [/x/gu, 'h'],
  [/q/gu, 'k'],
  [/w/gu, 'u'],
  [/[äáàâəā]/gu, 'a'],
  [/[öóòôø]/gu, 'o'],
  [/[üúùûū]/gu, 'u'],
  [/[éèêë]/gu, 'e'],
  [/[ıíìîīï]/gu, 'y'],
  [/yo/gu, 'e'],
  // After a consonant the y of ya and yu only softens it: Lyazzat is Ләззат.
  [/(?<=[bcdfghjklmnpqrstvzşç])y(?=[au])/gu, ''],
  [/ye/gu, 'e'],
  [/y/gu, 'i'],
];

/** The key of one part of a name, its words in order; empty where there is no letter. */
export function nameKey(part: string): string {
  return keyWords(part).join(' ');
}

/** The keys of the words of one part of a name. What a hyphen or an apostrophe joins is one word. */
export function keyWords(part: string): string[] {
  return part
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Pd}'’ʼʻ`´"«».]/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !PARTICLES.has(word))
    .map(keyOfWord)
    .filter((key) => key !== '');
}

function keyOfWord(word: string): string {
  const stem = withoutEnding(word);
  const key = /\p{Script=Cyrillic}/u.test(stem) ? cyrillicKey(stem) : latinKey(stem);
  return key.replace(/(.)\1+/gu, '$1');
}

function withoutEnding(word: string): string {
  for (const ending of ENDINGS) {
    const stem = word.replace(ending, '');
    if (stem !== word) return stem;
  }
  return ADJECTIVES.reduce((stem, [ending, root]) => stem.replace(ending, root), word);
}

function cyrillicKey(word: string): string {
  const softened = word
    .replace(/дж/gu, 'ж')
    .replace(/тс/gu, 'ц')
    .replace(/ьо|йо/gu, 'е')
    .replace(/[ьъ]/gu, '');
  return [...softened]
    .map((letter, at) => {
      if (letter !== 'я' && letter !== 'ю') return CYRILLIC[letter] ?? latinKey(letter);
      const vowel = letter === 'я' ? 'a' : 'u';
      const isSoftening = /[бвгғджзкқлмнңпрстфхһцчшщ]/u.test(softened[at - 1] ?? '');
      return isSoftening ? vowel : `i${vowel}`;
    })
    .join('');
}

function latinKey(word: string): string {
  const plain = LATIN_SOUNDS.reduce((text, [sound, letter]) => text.replace(sound, letter), word);
  return plain
    .normalize('NFD')
    .replace(/(?<![sc])\p{M}/gu, '')
    .normalize('NFC');
}
