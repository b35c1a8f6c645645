import { formatNumber, LANGUAGES, type Language } from '../../../text/index.ts';
import { reportTexts } from '../../report-texts.ts';
import type { CodedValue, Said } from '../data-table.ts';

/** Half-open bands as coded values 1, 2, 3 …; both ends are open, so that nobody's own least or greatest value is told. */
export function bandValues(
  starts: readonly number[],
  { language, isWhole }: { readonly language: Language; readonly isWhole: boolean },
): CodedValue[] {
  return starts.map((from, i) => {
    const below = starts[i + 1];
    const labels: Said = Object.fromEntries(
      LANGUAGES.map((each) => [each, labelOf({ from, below, isFirst: i === 0, isWhole }, each)]),
    );
    const id = i === 0 && below !== undefined ? `below-${below}` : `from-${from}`;
    return { value: i + 1, id, labels, label: labels[language] ?? id };
  });
}

function labelOf(
  band: { from: number; below: number | undefined; isFirst: boolean; isWhole: boolean },
  language: Language,
): string {
  const { from, below, isFirst, isWhole } = band;
  const t = reportTexts(language);
  const write = (value: number) => formatNumber(value, language);
  if (below === undefined) return t('bands.from', { from });
  if (isFirst) return t('groups.below', { below });
  if (!isWhole) return `[${write(from)}; ${write(below)})`;
  const last = below - 1;
  return last === from ? write(from) : `${write(from)}\u2013${write(last)}`;
}
