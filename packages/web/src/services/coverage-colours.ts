import type { Coverage, Share } from '@tirek/domain/services';

/** Each state in a light colour under dark letters; wherever one stands, a word says the same. */
export const COVERAGE_COLOURS: Readonly<Record<Coverage, string>> = {
  none: '#f9d9d5',
  stale: '#fbe9c6',
  remote: '#dbe7f6',
  full: '#eadff2',
  present: '#d2ecd9',
};

export const SHARE_COLOURS: Readonly<Record<Share, string>> = {
  none: COVERAGE_COLOURS.none,
  some: COVERAGE_COLOURS.stale,
  most: COVERAGE_COLOURS.present,
};
