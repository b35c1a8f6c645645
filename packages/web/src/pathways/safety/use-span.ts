import { useText } from '../../text/language.tsx';

/** So many minutes in words: in hours where they are more than one and whole. */
export function useSpan(): (minutes: number) => string {
  const text = useText('safety');
  return (minutes) =>
    minutes > 60 && minutes % 60 === 0
      ? text('clock.hours', { count: minutes / 60 })
      : text('clock.minutes', { count: minutes });
}
