import type { ReportNumber } from './report-number.ts';

/** The numbers of a report as the R script reads them; no cell needs quotes. */
export function reportNumbersCsv(numbers: readonly ReportNumber[]): string {
  const lines = numbers.map(({ from, data, variable, row, statistic, code, points, value }) =>
    [from, data, variable, row ?? '', statistic, code ?? '', writtenPoints(points), value].join(),
  );
  return ['from,data,variable,row,statistic,code,points,value', ...lines, ''].join('\n');
}

const writtenPoints = (points: ReportNumber['points']) =>
  points ? [...points].map(([code, value]) => `${code}=${value}`).join(';') : '';
