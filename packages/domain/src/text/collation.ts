import type { Language } from './languages.ts';

/** The 42 letters of the Kazakh Cyrillic alphabet in their order; the Russian 33 keep theirs within it. */
const CYRILLIC = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const LATIN = 'abcdefghijklmnopqrstuvwxyz';

const WEIGHTS = {
  cyrillicFirst: weights(CYRILLIC + LATIN),
  latinFirst: weights(LATIN + CYRILLIC),
};

/**
 * A key by which texts sort as a reader of the language expects when keys are compared with `<`
 * (browsers have no Kazakh collation). Spaces and signs come before digits, digits before letters,
 * numbers by their value, the language's own script first; capitals and marks only break ties.
 */
export function collationKey(text: string, language: Language): string {
  const order = language === 'en' ? WEIGHTS.latinFirst : WEIGHTS.cyrillicFirst;
  let key = '';
  for (const [part] of text.normalize('NFC').toLowerCase().matchAll(/\d+|./gsu)) {
    if (/^\d/.test(part)) {
      const digits = part.replace(/^0+(?=\d)/, '');
      // The count of digits before the digits makes 9 come before 10.
      key += String.fromCharCode(0x100 + Math.min(digits.length, 0xff)) + digits;
    } else {
      const letter = order.has(part) ? part : part.normalize('NFD').charAt(0);
      key += order.get(letter) ?? (/\p{L}/u.test(part) ? `\u0fff${part}` : '\u0020');
    }
  }
  return `${key}\u0000${text}`;
}

function weights(letters: string): ReadonlyMap<string, string> {
  return new Map([...letters].map((letter, place) => [letter, String.fromCharCode(0x300 + place)]));
}
