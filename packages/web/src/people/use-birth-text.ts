import type { Birth } from '@tirek/domain/people';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';

/** A birth in words, as exactly as it is known and no more. */
export function useBirthText(): (birth: Birth | null) => string {
  const text = useText('people');
  const format = useFormat();
  return (birth) => {
    if (!birth) return text('birth.unknown');
    switch (birth.precision) {
      case 'day':
        return format.date(birth.date);
      case 'month':
        return format.date(birth.date, 'month');
      case 'year':
        return birth.date;
      case 'about':
        return text('birth.about', { year: birth.date });
    }
  };
}
