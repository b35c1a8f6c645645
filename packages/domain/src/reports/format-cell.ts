import { formatInterval, formatNumber, formatPercent, type Language } from '../text/index.ts';
import { isHidden } from './hidden-cell.ts';
import type { Base, Cell, Column } from './report.ts';
import type { PageTexts } from './report-page-texts.ts';

/** A cell as a reader sees it; what is not there is a dash and what is hidden a mark, never a zero. */
export function formatCell(
  cell: Cell,
  { kind, decimals }: Pick<Column, 'kind' | 'decimals'>,
  { t, language }: { t: PageTexts; language: Language },
): string {
  if (cell === null) return t('none');
  if (isHidden(cell)) return t('hidden.mark');
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') {
    if (kind === 'p-value') return formatP(cell, decimals, language);
    return kind === 'percent'
      ? formatPercent(cell, language, { decimals })
      : formatNumber(cell, language, { decimals });
  }
  if ('low' in cell) {
    const percent = kind === 'percent-interval';
    // A place that is certain: not "1–1".
    if (cell.low === cell.high && decimals === 0) return formatNumber(cell.low, language);
    return formatInterval([cell.low, cell.high], language, { decimals, percent });
  }
  const count = formatNumber(cell.count, language);
  return cell.percent === null
    ? count
    : `${count} (${formatPercent(cell.percent, language, { decimals })})`;
}

/** A p of 0 does not exist: what the decimals cannot say is "less than". */
function formatP(p: number, decimals: number, language: Language): string {
  const least = 10 ** -decimals;
  return p < least
    ? `<\u00a0${formatNumber(least, language, { decimals })}`
    : formatNumber(p, language, { decimals });
}

export function formatBase({ n, cases, unit }: Base, { t }: { t: PageTexts }): string {
  return n === cases ? t('base.all', { n, unit }) : t('base', { n, cases, unit });
}
