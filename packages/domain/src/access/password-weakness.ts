import { COMMON_PASSWORD_WORDS } from './common-passwords.ts';

/** At least so many characters; a passphrase of a few words has more. NIST SP 800-63B (2025) asks 8 with a second factor. */
export const PASSWORD_MIN_LENGTH = 12;
/** Longer ones only cost work. */
export const PASSWORD_MAX_LENGTH = 128;

/** Why a password is refused; each has its sentence in the catalogue of the page. */
export type PasswordWeakness = 'too-short' | 'too-long' | 'too-common' | 'holds-name';

/** What the password must not be made of. */
export interface PasswordHolder {
  readonly signInName: string;
  readonly displayName: string;
}

/**
 * Whether a new password is too weak to be taken, or null when it may be. No rules about kinds of characters: they make
 * people write passwords down. The same function runs in the page and on the server.
 */
export function passwordWeakness(
  password: string,
  holder: PasswordHolder,
): PasswordWeakness | null {
  const text = normalPassword(password);
  const length = [...text].length;
  if (length < PASSWORD_MIN_LENGTH) return 'too-short';
  if (length > PASSWORD_MAX_LENGTH) return 'too-long';
  const folded = text.toLowerCase();
  if (holdsName(folded, holder)) return 'holds-name';
  if (isRepetitive(folded) || isRunOfKeys(folded) || isCommon(folded)) return 'too-common';
  return null;
}

/** The one way to write a password: composed alike whatever the keyboard (RFC 8265 asks NFC; NFKC also folds width). */
export const normalPassword = (password: string): string => password.normalize('NFKC');

function holdsName(folded: string, { signInName, displayName }: PasswordHolder): boolean {
  const parts = [signInName, ...signInName.split(/[._@-]/), ...displayName.split(/\s+/)];
  return parts.some((part) => [...part].length >= 4 && folded.includes(part.toLowerCase()));
}

/** Fewer than five different characters, or one short piece over and over (`12341234…`). */
function isRepetitive(folded: string): boolean {
  if (new Set(folded).size < 5) return true;
  for (let period = 1; period <= 4; period++) {
    const piece = folded.slice(0, period);
    if (piece.repeat(Math.ceil(folded.length / period)).startsWith(folded)) return true;
  }
  return false;
}

const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.',
  '1q2w3e4r5t6y7u8i9o0p',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'әіңғүұқөһ',
];
const ALL_RUNS = RUNS.flatMap((run) => [run, [...run].reverse().join('')]);

/** Nothing but neighbouring keys or letters: every stretch of four stands in a row of the keyboard or the alphabet. */
function isRunOfKeys(folded: string): boolean {
  let covered = 0;
  let at = 0;
  while (at < folded.length) {
    const length = longestRun(folded.slice(at));
    if (length >= 4) covered += length;
    at += Math.max(length, 1);
  }
  return folded.length - covered < 4;
}

function longestRun(text: string): number {
  let length = Math.min(text.length, 40);
  while (length > 1 && !ALL_RUNS.some((run) => run.includes(text.slice(0, length)))) length--;
  return length;
}

const LETTER_OF_SIGN: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

/**
 * No letter at all (a telephone number, the twelve digits of a Kazakhstani identity number), or one to three common words
 * with digits and signs around them, also with the usual signs in place of letters.
 */
function isCommon(folded: string): boolean {
  const letters = folded.replace(/[^\p{L}]/gu, '');
  const unmasked = folded
    .replace(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, '')
    .replace(/[01345@$]/g, (sign) => LETTER_OF_SIGN[sign] ?? '')
    .replace(/[^\p{L}]/gu, '');
  return [letters, unmasked].some((text) => fewestWords(text) <= 3);
}

/** Into how few common words a text falls apart without rest; 0 for no text, Infinity when it does not. */
function fewestWords(text: string): number {
  const fewest = [0];
  for (let end = 1; end <= text.length; end++) {
    let best = Number.POSITIVE_INFINITY;
    for (let start = 0; start < end; start++) {
      const before = fewest[start] ?? Number.POSITIVE_INFINITY;
      if (COMMON_PASSWORD_WORDS.has(text.slice(start, end))) best = Math.min(best, before + 1);
    }
    fewest[end] = best;
  }
  return fewest[text.length] ?? Number.POSITIVE_INFINITY;
}
