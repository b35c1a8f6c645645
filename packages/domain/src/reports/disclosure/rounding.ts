/**
 * Rounds a count to a multiple of `base`, up or down by chance such that the mean stays right. The
 * chance comes from a keyed hash of the cell's identity: the same cell is rounded the same way in
 * every table and release, so that asking again tells nothing, and without the key nobody can
 * compute which way.
 *
 * @param seed secret of the installation
 * @param identity name of the cell's group
 * @returns a multiple of base, less than base away; a multiple stays itself
 */
export function roundCount(
  count: number,
  { base, seed, identity }: { base: number; seed: string; identity: string },
): number {
  const rest = count % base;
  if (rest === 0) return count;
  const chance = Number(sipHash(seed, identity) >> 11n) / 2 ** 53;
  return chance * base < rest ? count - rest + base : count - rest;
}

const MASK = (1n << 64n) - 1n;

/**
 * SipHash-2-4 (Aumasson and Bernstein 2012), a hash with a key: 64 bits. The key is folded to 128
 * bits by hashing it under a fixed key twice.
 */
function sipHash(key: string, text: string): bigint {
  const low = sipHashOf([0n, 1n], key);
  const high = sipHashOf([2n, 3n], key);
  return sipHashOf([low, high], text);
}

/** @param key two words of 64 bits; exported for the published test vector */
export function sipHashOf([k0, k1]: readonly [bigint, bigint], text: string): bigint {
  let v0 = k0 ^ 0x736f6d6570736575n;
  let v1 = k1 ^ 0x646f72616e646f6dn;
  let v2 = k0 ^ 0x6c7967656e657261n;
  let v3 = k1 ^ 0x7465646279746573n;
  const turn = (x: bigint, by: bigint) => ((x << by) | (x >> (64n - by))) & MASK;
  const round = () => {
    v0 = (v0 + v1) & MASK;
    v1 = turn(v1, 13n) ^ v0;
    v0 = turn(v0, 32n);
    v2 = (v2 + v3) & MASK;
    v3 = turn(v3, 16n) ^ v2;
    v0 = (v0 + v3) & MASK;
    v3 = turn(v3, 21n) ^ v0;
    v2 = (v2 + v1) & MASK;
    v1 = turn(v1, 17n) ^ v2;
    v2 = turn(v2, 32n);
  };
  const bytes = utf8(text);
  const absorb = (word: bigint) => {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  };
  const whole = bytes.length - (bytes.length % 8);
  const wordAt = (start: number, end: number) => {
    let word = 0n;
    for (let i = start; i < end; i += 1) word |= BigInt(bytes[i]!) << BigInt(8 * (i - start));
    return word;
  };
  for (let start = 0; start < whole; start += 8) absorb(wordAt(start, start + 8));
  absorb(wordAt(whole, bytes.length) | (BigInt(bytes.length & 0xff) << 56n));
  v2 ^= 0xffn;
  for (let i = 0; i < 4; i += 1) round();
  return v0 ^ v1 ^ v2 ^ v3;
}

/** Bytes of a text in UTF-8, in a package that has neither the browser's nor Node's encoder. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
    }
  }
  return bytes;
}
