import type { ByteWriter } from '../byte-writer.ts';
import { utf8Length, writeUtf8 } from '../utf8.ts';
import { elementsOf } from './sav-layout.ts';

/** What a byte of instruction says about the next element of eight bytes. */
const VERBATIM = 253;
const BLANKS = 254;
const LARGEST_CODE = 251;
const SPACE = 0x20;
/** A long string is spread over its variables in parts of 255 bytes, the last of an element being padding. */
const PART_BYTES = 255;

/**
 * Cases of an SPSS file in its byte code: eight instructions, then the elements of eight bytes that
 * could not be said by their instruction. A whole number from 1 to 251 less the bias is an instruction.
 */
export class CaseWriter {
  readonly #out: ByteWriter;
  readonly #bias: number;
  readonly #instructions = new Uint8Array(8);
  #count = 0;
  /** Elements said verbatim since the last instructions. */
  readonly #elements = new Uint8Array(64);
  readonly #view = new DataView(this.#elements.buffer);
  #length = 0;
  #text = new Uint8Array(64);

  constructor(out: ByteWriter, bias: number) {
    this.#out = out;
    this.#bias = bias;
  }

  /** @throws RangeError on the one number that SPSS takes for "unknown" */
  number(value: number): void {
    const code = value + this.#bias;
    if (code >= 1 && code <= LARGEST_CODE && Number.isInteger(code) && Number.isInteger(value)) {
      this.#instruct(code);
      return;
    }
    if (value === -Number.MAX_VALUE) throw new RangeError('SPSS cannot hold the lowest number');
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
    this.#instruct(VERBATIM);
  }

  /** @param segments widths of the variables that hold the text */
  text(value: string, segments: readonly number[]): void {
    const bytes = utf8Length(value);
    if (bytes > this.#text.length) this.#text = new Uint8Array(bytes * 2);
    writeUtf8(value, this.#text, 0);
    segments.forEach((width, segment) => {
      const from = segment * PART_BYTES;
      const to = Math.min(bytes, from + PART_BYTES);
      for (let element = 0; element < elementsOf(width); element += 1) {
        this.#element(from + element * 8, to);
      }
    });
  }

  /** Fills up the last instructions. */
  end(): void {
    if (this.#count > 0) this.#flush();
  }

  #element(from: number, end: number): void {
    const to = Math.min(end, from + 8);
    let isBlank = true;
    for (let at = from; at < to; at += 1) if (this.#text[at] !== SPACE) isBlank = false;
    if (isBlank) {
      this.#instruct(BLANKS);
      return;
    }
    this.#elements.fill(SPACE, this.#length, this.#length + 8);
    this.#elements.set(this.#text.subarray(from, to), this.#length);
    this.#length += 8;
    this.#instruct(VERBATIM);
  }

  #instruct(code: number): void {
    this.#instructions[this.#count] = code;
    this.#count += 1;
    if (this.#count === 8) this.#flush();
  }

  #flush(): void {
    this.#instructions.fill(0, this.#count);
    this.#out.bytes(this.#instructions);
    this.#out.bytes(this.#elements.subarray(0, this.#length));
    this.#count = 0;
    this.#length = 0;
  }
}
