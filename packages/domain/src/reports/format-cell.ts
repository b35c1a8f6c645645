import { formatInterval, formatNumber, formatPercent } from '../text/index.ts';
import { type Base, type Cell, type Column, isHidden } from './report.ts';
import type { ReportTexts } from './report-texts.ts';
import type { Speech } from './variables.ts';

/** A cell as a reader sees it; what is not there is a dash and what is hidden a mark, never a zero. */
export function formatCell(
  cell: Cell,
  { kind, decimals }: Pick<Column, 'kind' | 'decimals'>,
  { t, language }: Speech,
): string {
  if (cell === null) return t('none');
  if (isHidden(cell)) return t('hidden.mark');
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') {
    return kind === 'percent'
      ? formatPercent(cell, language, { decimals })
      : formatNumber(cell, language, { decimals });
  }
  if ('low' in cell) {
    const percent = kind === 'percent-interval';
    return formatInterval([cell.low, cell.high], language, { decimals, percent });
  }
  const count = formatNumber(cell.count, language);
  return cell.percent === null
    ? count
    : `${count} (${formatPercent(cell.percent, language, { decimals })})`;
}

export function formatBase({ n, cases, unit }: Base, { t }: { t: ReportTexts }): string {
  return n === cases ? t('base.all', { n, unit }) : t('base', { n, cases, unit });
}
