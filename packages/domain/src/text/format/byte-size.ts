import type { Language } from '../languages.ts';
import { BYTE_UNITS } from './generated/locale-data.ts';
import { formatNumber } from './number.ts';

/** Writes a size in bytes in the largest fitting unit of 1000: `12,5 МБ`. */
export function formatByteSize(bytes: number, language: Language): string {
  const units = BYTE_UNITS[language];
  let size = bytes;
  let unit = 0;
  // 999.5 would be written "1000": it belongs to the next unit.
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const decimals = unit === 0 || size >= 99.95 ? 0 : 1;
  return `${formatNumber(size, language, { decimals })}\u00a0${units[unit]}`;
}
