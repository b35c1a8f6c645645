/** One variable as a Stata file has it. */
export type ReadVariable = {
  readonly name: string;
  readonly type: 'byte' | 'int' | 'long' | 'double' | 'string' | 'long-string';
  readonly format: string;
  readonly label: string;
  /** Null where the file binds no set of value labels to it. */
  readonly valueLabels: ReadonlyMap<string, string> | null;
  /** Numbers and texts; a missing one as Stata writes it, `.a`. */
  readonly values: readonly (number | string)[];
};

const NUMBERS = {
  65530: { type: 'byte', bytes: 1, missing: 101 },
  65529: { type: 'int', bytes: 2, missing: 32_741 },
  65528: { type: 'long', bytes: 4, missing: 2_147_483_621 },
  65526: { type: 'double', bytes: 8, missing: Number.NaN },
} as const;
const LONG_STRING = 32_768;

/**
 * A Stata file of release 118 read by its description (Stata's `help dta`), without a line of the writer: enough of it to look at
 * what a do-file names.
 */
export function readDta(file: Uint8Array): ReadVariable[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const bytesOf = (from: number, length: number) => file.subarray(from, from + length);
  const textAt = (from: number, most: number) => {
    const bytes = bytesOf(from, most);
    const end = bytes.indexOf(0);
    return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
  };
  const tagged = (name: string, from = 0) => {
    const at = Buffer.from(file).indexOf(`<${name}>`, from);
    if (at < 0) throw new Error(`no <${name}>`);
    return at + name.length + 2;
  };
  if (textAt(tagged('release'), 3) !== '118' || textAt(tagged('byteorder'), 3) !== 'LSF') {
    throw new Error('not a little-endian file of release 118');
  }
  const width = view.getUint16(tagged('K'), true);
  const rows = Number(view.getBigUint64(tagged('N'), true));
  const map = tagged('map');
  const section = (place: number, name: string) => {
    const at = Number(view.getBigUint64(map + 8 * place, true));
    if (tagged(name, at) !== at + name.length + 2) throw new Error(`the map misses <${name}>`);
    return at + name.length + 2;
  };
  const types = section(2, 'variable_types');
  const names = section(3, 'varnames');
  const formats = section(5, 'formats');
  const sets = section(6, 'value_label_names');
  const labels = section(7, 'variable_labels');
  const data = section(9, 'data');
  const labelSets = readLabelSets(section(11, 'value_labels'));

  function readLabelSets(from: number): Map<string, Map<string, string>> {
    const read = new Map<string, Map<string, string>>();
    let at = from;
    while (textAt(at, 5) === '<lbl>') {
      const length = view.getInt32(at + 5, true);
      const name = textAt(at + 9, 129);
      const table = at + 9 + 129 + 3;
      const count = view.getInt32(table, true);
      const texts = table + 8 + 8 * count;
      const set = new Map<string, string>();
      for (let i = 0; i < count; i += 1) {
        const value = view.getInt32(table + 8 + 4 * count + 4 * i, true);
        const offset = view.getInt32(table + 8 + 4 * i, true);
        set.set(String(told(value, NUMBERS[65528].missing)), textAt(texts + offset, 32_000));
      }
      read.set(name, set);
      at = table + length + '</lbl>'.length;
    }
    return read;
  }

  const codes = Array.from({ length: width }, (_, i) => view.getUint16(types + 2 * i, true));
  const bytesOfCode = (code: number) =>
    code === LONG_STRING ? 8 : code in NUMBERS ? NUMBERS[code as keyof typeof NUMBERS].bytes : code;
  const rowBytes = codes.reduce((sum, code) => sum + bytesOfCode(code), 0);
  let before = 0;
  return codes.map((code, i): ReadVariable => {
    const start = before;
    before += bytesOfCode(code);
    const cells = Array.from({ length: rows }, (_, row) => data + row * rowBytes + start);
    const set = textAt(sets + 129 * i, 129);
    const known = NUMBERS[code as keyof typeof NUMBERS];
    return {
      name: textAt(names + 129 * i, 129),
      type: known?.type ?? (code === LONG_STRING ? 'long-string' : 'string'),
      format: textAt(formats + 57 * i, 57),
      label: textAt(labels + 321 * i, 321),
      valueLabels: set === '' ? null : (labelSets.get(set) ?? null),
      values: cells.map((at) => {
        if (!known) return code === LONG_STRING ? '' : textAt(at, code);
        if (known.type === 'double') return doubleAt(at);
        if (known.type === 'long') return told(view.getInt32(at, true), known.missing);
        if (known.type === 'int') return told(view.getInt16(at, true), known.missing);
        return told(view.getInt8(at), known.missing);
      }),
    };
  });

  /** Missing doubles stand from 2^1023 on, the next letter a 4096th further. */
  function doubleAt(at: number): number | string {
    const high = view.getUint32(at + 4, true);
    if (high < 0x7fe0_0000 || high >= 0x8000_0000) return view.getFloat64(at, true);
    return letter((high - 0x7fe0_0000) / 0x100);
  }
}

const told = (value: number, missing: number) =>
  value >= missing ? letter(value - missing) : value;
const letter = (place: number) => (place === 0 ? '.' : `.${String.fromCharCode(96 + place)}`);
