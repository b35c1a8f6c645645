import { formatPercent, type Language } from '../text/index.ts';
import type { ReportTexts } from './report-texts.ts';

/** A figure said in words: what it shows, then every label with its value. */
export function describeInWords(
  rows: ReadonlyArray<{ label: string; percent: number | null }>,
  { language, lead }: { t: ReportTexts; language: Language; lead: string },
): string {
  const said = rows.map(({ label, percent }) =>
    percent === null ? label : `${label}: ${formatPercent(percent, language)}`,
  );
  return `${lead} ${said.join('; ')}.`;
}
