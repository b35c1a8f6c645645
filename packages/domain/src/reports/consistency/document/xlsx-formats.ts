import { attributeOf, readMarkup } from './markup.ts';

/** The formats a workbook need not spell out (ECMA-376 part 1, 18.8.30) as far as they show plain numbers. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'd/m/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'd/m/yy h:mm',
};

/** The number format of each cell style of a workbook, from `xl/styles.xml`. */
export function readFormats(stylesXml: string): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let isCellStyles = false;
  for (const piece of readMarkup(stylesXml)) {
    if (piece.kind === 'text') continue;
    if (piece.name === 'cellxfs') isCellStyles = piece.kind === 'open';
    if (piece.kind !== 'open') continue;
    if (piece.name === 'numfmt')
      own.set(
        Number(attributeOf(piece.attributes, 'numFmtId')),
        attributeOf(piece.attributes, 'formatCode') ?? 'General',
      );
    if (piece.name === 'xf' && isCellStyles) {
      const id = Number(attributeOf(piece.attributes, 'numFmtId') ?? 0);
      formats.push(own.get(id) ?? BUILT_IN[id] ?? 'General');
    }
  }
  return formats;
}

/** A number as its cell shows it, with a point for the decimals and no thousands sign; a date as its day of the calendar. */
export function showNumber(value: number, format: string): string {
  if (!Number.isFinite(value)) return '';
  const [positive = ''] = format.split(';');
  const plain = positive.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (/[dy]|m{3}/i.test(plain) && !/[0#]/.test(plain)) return dayOf(value);
  const isPercent = plain.includes('%');
  const shown = isPercent ? value * 100 : value;
  const decimals = /[.]([0#?]+)/.exec(plain)?.[1]?.length ?? (/[0#]/.test(plain) ? 0 : null);
  // General shows at most eleven signs; a share kept unrounded is compared with all of them.
  const digits =
    decimals === null ? String(Number(shown.toPrecision(10))) : shown.toFixed(decimals);
  return isPercent ? `${digits}%` : digits;
}

/** Days of the 1900 calendar of workbooks, which counts a 29 February that never was. */
const dayOf = (serial: number) =>
  new Date(Math.round((serial - 25569) * 86_400_000)).toISOString().slice(0, 10);
