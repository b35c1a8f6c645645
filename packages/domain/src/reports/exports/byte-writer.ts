import { utf8Length, writeUtf8 } from './utf8.ts';

/** Writers hand out what they wrote in pieces of about this many bytes. */
const CHUNK_BYTES = 1 << 18;

/**
 * Bytes written one after the other, little-endian. A generator yields `take()` whenever `isFull`, so
 * that a file of any length needs a quarter of a megabyte.
 */
export class ByteWriter {
  #bytes = new Uint8Array(CHUNK_BYTES + 4096);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** Whether it is time to yield what is there. */
  get isFull(): boolean {
    return this.#length >= CHUNK_BYTES;
  }

  /** What was written since the last time. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  u8(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  u16(value: number): void {
    this.#room(2);
    this.#view.setUint16(this.#length, value, true);
    this.#length += 2;
  }

  i16(value: number): void {
    this.u16(value);
  }

  i32(value: number): void {
    this.#room(4);
    this.#view.setInt32(this.#length, value, true);
    this.#length += 4;
  }

  /** A whole number up to 2^53, in 64 bits. */
  u64(value: number): void {
    this.#room(8);
    this.#view.setBigUint64(this.#length, BigInt(value), true);
    this.#length += 8;
  }

  f64(value: number): void {
    this.#room(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** A number as JavaScript writes it; small whole numbers, of which data are full, without a string. */
  decimal(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 999) {
      this.text(String(value));
      return;
    }
    this.#room(3);
    const bytes = this.#bytes;
    let at = this.#length;
    if (value > 99) bytes[at++] = 0x30 + Math.floor(value / 100);
    if (value > 9) bytes[at++] = 0x30 + (Math.floor(value / 10) % 10);
    bytes[at++] = 0x30 + (value % 10);
    this.#length = at;
  }

  /** A short cell (`short-cells.ts`) and the byte that follows it. */
  short(cell: number, after: number): void {
    this.#room(4);
    const bytes = this.#bytes;
    const begun = this.#length;
    bytes[begun] = cell;
    bytes[begun + 1] = cell >> 8;
    bytes[begun + 2] = cell >> 16;
    const end = begun + (cell >> 24);
    bytes[end] = after;
    this.#length = end + 1;
  }

  /** A text in UTF-8; returns how many bytes it took. */
  text(value: string): number {
    this.#room(value.length * 3);
    const begun = this.#length;
    this.#length = writeUtf8(value, this.#bytes, begun);
    return this.#length - begun;
  }

  /** A text in exactly `size` bytes, filled up with `filler`; it must fit. */
  field(value: string, size: number, filler: number): void {
    if (utf8Length(value) > size) throw new RangeError(`"${value}" takes more than ${size} bytes`);
    const written = this.text(value);
    this.fill(filler, size - written);
  }

  bytes(values: Uint8Array): void {
    this.#room(values.length);
    this.#bytes.set(values, this.#length);
    this.#length += values.length;
  }

  fill(byte: number, count: number): void {
    this.#room(count);
    this.#bytes.fill(byte, this.#length, this.#length + count);
    this.#length += count;
  }

  #room(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}
