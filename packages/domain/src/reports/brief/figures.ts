import { lowestRatings, mostNamed } from '../needs/leading-rows.ts';
import type { Chart, Figure } from '../report.ts';
import { describeInWords } from '../words.ts';
import type { Source } from './source.ts';

/** Bars of one chart, so that two charts stand side by side. */
const SHOWN = 7;

/** Charts side by side. */
const MOST = 2;

/** The lowest ratings and the answers named most, as charts of their first rows; where one is hidden, the next takes its place. */
export function figuresOf(source: Source): Figure[] {
  const [lowest, ...others] = lowestRatings(source).map(({ told }) => told.table.id);
  const named = mostNamed(source).flatMap(({ told }) => told[0]?.table.id ?? []);
  const wanted = [...(lowest ? [lowest] : []), ...named, ...others];
  return wanted
    .flatMap((table) => {
      const figure = source.report.sections
        .flatMap(({ blocks }) => blocks)
        .find((block) => block.kind === 'figure' && block.id === `figure-${table}`);
      return figure?.kind === 'figure' ? firstRows(figure, source) : [];
    })
    .slice(0, MOST);
}

function firstRows(figure: Figure, { b, speech }: Source): Figure[] {
  const { chart } = figure;
  if (chart.type === 'diverging-bars') return [];
  const rows = chart.rows.slice(0, SHOWN);
  const all = chart.rows.length;
  return [
    {
      ...figure,
      id: `brief-${figure.id}`,
      description: describeInWords(rows, { ...speech, lead: `${figure.title}.` }),
      chart: { ...chart, rows } as Chart,
      notes: [
        ...(all > rows.length ? [b('figure.some', { shown: rows.length })] : []),
        ...figure.notes.filter((note) => note === speech.t('hidden.figureNote')),
      ],
    },
  ];
}
