import type { AheadEvent } from '@tirek/domain/cases';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';

/** What is known to come, in words: what, why it matters, and when. */
export function useAheadWords() {
  const text = useText('cases');
  const format = useFormat();
  const day = (date: string) => format.date(date, 'medium');
  return {
    told(event: AheadEvent, name: string): string {
      switch (event.kind) {
        case 'age':
          return text('ahead.age', { name, age: event.age });
        case 'school':
          return text(`ahead.school.${event.stage}`, { name });
        case 'release':
          return text('ahead.release', { name });
      }
    },

    /** What a birthday turns, or by what a turn at school is counted; empty where the event says it all. */
    why(event: AheadEvent): string {
      if (event.kind === 'release') return '';
      if (event.kind === 'school')
        return text(event.by === 'grade' ? 'ahead.byGrade' : 'ahead.byAge');
      const names = event.instruments.map((code) => code.toUpperCase()).join(', ');
      return [
        ...(event.isOfConsent ? [text('ahead.consent')] : []),
        ...(names ? [text('ahead.instruments', { names })] : []),
      ].join(' ');
    },

    when: ({ from, to }: AheadEvent): string =>
      from === to ? day(from) : text('ahead.between', { from: day(from), to: day(to) }),
  };
}
