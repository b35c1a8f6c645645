/** How a report writes numbers: which sign parts the decimals, and whether an ordinary blank may group thousands. */
export type NumberStyle = { readonly decimal: '.' | ','; readonly groupsByBlank: boolean };

const MOST_DIGITS = 14;
const MOST_DECIMALS = 12;
const COMMA_DECIMAL = /(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d.,])/g;
const POINT_DECIMAL = /(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.,])/g;
const DATE = /\d{1,2}\.\d{1,2}\.\d{2,4}/g;

/** Finds the style of a report from its own numbers; where they do not tell, from its letters. */
export function numberStyleOf(text: string): NumberStyle {
  const dateless = text.replace(DATE, ' ');
  const commas = dateless.match(COMMA_DECIMAL)?.length ?? 0;
  const points = dateless.match(POINT_DECIMAL)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const isCyrillic = cyrillic > latin;
  const isComma = commas === points ? isCyrillic : commas > points;
  return { decimal: isComma ? ',' : '.', groupsByBlank: isCyrillic || isComma };
}

/**
 * Reads the digits of one number. A sign followed by exactly three digits is a thousands sign unless the style or a leading
 * zero says otherwise. Null when the digits are no number in this style.
 */
export function parseDigits(
  written: string,
  style: NumberStyle,
): { value: number; decimals: number } | null {
  const plain = written.replace(/[\s\u00a0\u2009\u202f'’]/g, '').replace(/[−–]/g, '-');
  const sign = plain.startsWith('-') ? -1 : 1;
  const digits = plain.replace(/^[-+]/, '');
  const other = style.decimal === ',' ? '.' : ',';
  const [head = '', ...tail] = digits.split(style.decimal);
  const whole = head.split(other);
  if (tail.length > 1) return groupedOnly(digits, style.decimal, sign);
  const last = tail[0];
  if (whole.length === 1) return toNumber(head, last ?? '', sign);
  if (last === undefined && whole.length === 2) {
    const [before = '', after = ''] = whole;
    // The other sign with one, two, four … digits, or after a lone zero, can only part decimals.
    return isGrouped(before, after)
      ? toNumber(before + after, '', sign)
      : toNumber(before, after, sign);
  }
  return whole.slice(1).every((group) => group.length === 3)
    ? toNumber(whole.join(''), last ?? '', sign)
    : null;
}

function groupedOnly(digits: string, mark: string, sign: number) {
  const groups = digits.split(mark);
  return groups.slice(1).every((group) => group.length === 3)
    ? toNumber(groups.join(''), '', sign)
    : null;
}

const isGrouped = (before: string, after: string) =>
  after.length === 3 && before.length <= 3 && !/^0/.test(before) && before !== '';

function toNumber(whole: string, fraction: string, sign: number) {
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(fraction) || whole + fraction === '') return null;
  // Longer ones are account numbers and the like, and past what doubles hold exactly.
  if (whole.length + fraction.length > MOST_DIGITS || fraction.length > MOST_DECIMALS) return null;
  const value = sign * Number(`${whole || '0'}${fraction && `.${fraction}`}`);
  return { value, decimals: fraction.length };
}
