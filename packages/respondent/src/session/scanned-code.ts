import { ONE_TIME_LENGTH, readCode } from '@tirek/domain/surveys/phone';

/**
 * The code from the sheet's QR picture (`#code`, or `?c=code`), taken out of the address bar at once,
 * so that it stays neither in the history nor on a picture of the screen.
 */
export function takeScannedCode(): string | null {
  const { hash, search, pathname } = location;
  const query = new URLSearchParams(search);
  const read = readCode(query.get('c') ?? hash.slice(1), ONE_TIME_LENGTH);
  if (query.has('c') || read.kind === 'code') {
    query.delete('c');
    const rest = `${query}`;
    history.replaceState(history.state, '', pathname + (rest && `?${rest}`));
  }
  return read.kind === 'code' ? read.code : null;
}
