import { useFormat } from '../text/use-format.ts';

/** Two days as one stretch: "1 Nov 2026 – 30 Nov 2026". */
export function useDateSpan(): (span: {
  readonly opensOn: string;
  readonly closesOn: string;
}) => string {
  const format = useFormat();
  return ({ opensOn, closesOn }) =>
    opensOn === closesOn
      ? format.date(opensOn, 'medium')
      : `${format.date(opensOn, 'medium')}\u00a0\u2013 ${format.date(closesOn, 'medium')}`;
}
