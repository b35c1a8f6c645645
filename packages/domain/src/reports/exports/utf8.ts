const REPLACEMENT = 0xfffd;

/** How many bytes a text takes in UTF-8; half of a surrogate pair counts as the replacement character. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isPair(text, i)) {
      bytes += 4;
      i += 1;
    } else bytes += 3;
  }
  return bytes;
}

/**
 * Writes a text into `bytes` from `at` on and returns the place after it. There must be room.
 * Own code, since what the domain may use has no encoder that is the same in browsers and servers.
 */
export function writeUtf8(text: string, bytes: Uint8Array, at: number): number {
  let place = at;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes[place++] = unit;
    else if (unit < 0x800) {
      bytes[place++] = 0xc0 | (unit >> 6);
      bytes[place++] = 0x80 | (unit & 0x3f);
    } else if (isPair(text, i)) {
      const point = text.codePointAt(i) ?? REPLACEMENT;
      i += 1;
      bytes[place++] = 0xf0 | (point >> 18);
      bytes[place++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[place++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[place++] = 0x80 | (point & 0x3f);
    } else {
      const point = unit >= 0xd800 && unit < 0xe000 ? REPLACEMENT : unit;
      bytes[place++] = 0xe0 | (point >> 12);
      bytes[place++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[place++] = 0x80 | (point & 0x3f);
    }
  }
  return place;
}

/** The text cut to at most `limit` bytes of UTF-8, never inside a character; an ellipsis tells that it was cut. */
export function cutToBytes(text: string, limit: number): string {
  if (utf8Length(text) <= limit) return text;
  return `${cut(text, limit - utf8Length('…'), utf8Length)}…`;
}

/** The same for a limit in characters. */
export function cutToCharacters(text: string, limit: number): string {
  if ([...text].length <= limit) return text;
  return `${cut(text, limit - 1, () => 1)}…`;
}

function cut(text: string, limit: number, weigh: (character: string) => number): string {
  let weight = 0;
  let kept = '';
  for (const character of text) {
    weight += weigh(character);
    if (weight > limit) break;
    kept += character;
  }
  return kept.trimEnd();
}

const isPair = (text: string, i: number) => {
  const high = text.charCodeAt(i);
  const low = text.charCodeAt(i + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
};
