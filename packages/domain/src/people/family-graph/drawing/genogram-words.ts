import type { GraphPerson, Union } from '../family-graph.ts';
import type { FamilyTexts } from '../family-texts.ts';
import type { GenogramWords } from '../layout/sizes.ts';
import type { LifeDate } from '../life-date.ts';

const DASH = '\u2013';

/** What stands beside symbols and lines: years only, since a drawing is read at a glance. */
export function genogramWords(name: (person: string) => string, t: FamilyTexts): GenogramWords {
  const year = (date: LifeDate) =>
    date.precision === 'about'
      ? t('note.about', { year: date.date.slice(0, 4) })
      : date.date.slice(0, 4);
  const stretch = (from: LifeDate | null, until: LifeDate | null, hasEnded: boolean) => {
    if (!from && !until) return '';
    if (!hasEnded) return from ? year(from) : '';
    return `${from ? year(from) : '?'}${DASH}${until ? year(until) : '?'}`;
  };
  return {
    name,
    notes: (person) => notesOf(person, { t, year, stretch }),
    union: (union: Union) => [
      t(`line.${union.kind}`),
      stretch(union.from, union.end?.on ?? null, union.end !== null),
    ],
    care: ({ kind }) => t(`line.${kind}`),
  };
}

function notesOf(
  { birth, life }: GraphPerson,
  {
    t,
    year,
    stretch,
  }: {
    t: FamilyTexts;
    year: (date: LifeDate) => string;
    stretch: (from: LifeDate | null, until: LifeDate | null, hasEnded: boolean) => string;
  },
): string[] {
  const years = stretch(
    birth,
    life?.state === 'deceased' ? life.on : null,
    life?.state === 'deceased',
  );
  const release =
    life?.state === 'imprisoned' && life.expectedRelease
      ? [t('note.release', { year: year(life.expectedRelease) })]
      : [];
  return [...(years === '' ? [] : [years]), ...release];
}
