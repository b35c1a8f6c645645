import type { ReportNumber } from './report-number.ts';

/**
 * The numbers of a report as the R script reads them, those that the files no longer give without their value: it would
 * tell what was withheld. No cell needs quotes.
 */
export function reportNumbersCsv(
  numbers: readonly ReportNumber[],
  isExact: (number: ReportNumber) => boolean,
): string {
  const lines = numbers.map((number) => {
    const { from, data, variable, row, statistic, code, points, value } = number;
    const how = [row ?? '', statistic, code ?? '', writtenPoints(points)];
    return [
      from,
      data,
      variable,
      ...how,
      ...(isExact(number) ? [value, 'exact'] : ['', 'changed']),
    ].join();
  });
  return ['from,data,variable,row,statistic,code,points,value,basis', ...lines, ''].join('\n');
}

const writtenPoints = (points: ReportNumber['points']) =>
  points ? [...points].map(([code, value]) => `${code}=${value}`).join(';') : '';
