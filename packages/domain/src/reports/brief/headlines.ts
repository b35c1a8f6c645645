import { proportionInterval } from '@tirek/statistics';
import { formatInterval } from '../../text/index.ts';
import { highestBands, lowestRatings, mostNamed } from '../needs/leading-rows.ts';
import { numbersIn, plainLabel, type ToldRow } from '../needs/told-rows.ts';
import { numberAt } from '../sentences/sentence.ts';
import type { Headline } from './brief.ts';
import type { Source } from './source.ts';

/** Up to four numbers in large letters: how many answered, the highest band, the lowest rating, the answer named most. */
export function headlinesOf(source: Source): Headline[] {
  const { b } = source;
  const [band] = highestBands(source);
  // A low rating in large letters says that none is lower, which only a table without hidden rows bears out.
  const lowest = lowestRatings(source).find(({ isWhole }) => isWhole);
  const [named] = mostNamed(source);
  const first = named?.told[0];
  return [
    ...responses(source),
    ...(band
      ? shareOf('band', band.told, {
          source,
          label: b('headline.band', { scale: band.title, band: band.told.row.label }),
        })
      : []),
    ...(lowest
      ? shareOf('lowest', lowest.told, {
          source,
          label: b('headline.lowest', { item: plainLabel(lowest.told.row.label) }),
        })
      : []),
    ...(named && first
      ? shareOf('named', first, {
          source,
          label: b('headline.named', {
            answer: plainLabel(first.row.label),
            question: named.title,
          }),
          percent: 'percentOfRespondents',
        })
      : []),
  ];
}

/** The number of answers, unless the report hides it. */
function responses(source: Source): Headline[] {
  const { b } = source;
  const table = source.find('response-flow');
  const row = table?.rows.find(({ id }) => id === 'analysed');
  if (!table || !row || numberAt(table, row.id, 'count') === null) return [];
  return [
    {
      id: 'responses',
      number: numbersIn({ table, row }, source).cell('count'),
      label: b('headline.responses'),
      base: b('headline.all'),
      interval: null,
    },
  ];
}

/** A share with its base and its 95% interval by Wilson's method, both from numbers that the row tells. */
function shareOf(
  id: string,
  told: ToldRow,
  { source, label, percent = 'percent' }: { source: Source; label: string; percent?: string },
): Headline[] {
  const { b, speech } = source;
  const { cell, base } = numbersIn(told, source);
  const count = numberAt(told.table, told.row.id, 'count');
  const interval = count === null ? null : proportionInterval({ count, n: told.row.n });
  if (interval?.kind !== 'estimated') return [];
  const limits = [interval.low * 100, interval.high * 100] as const;
  return [
    {
      id,
      number: cell(percent),
      label,
      base: b('headline.base', { count: cell('count').text, n: base().text }),
      interval: b('headline.interval', {
        interval: formatInterval(limits, speech.language, { decimals: 1, percent: true }),
      }),
    },
  ];
}
