import { describe, expect, it } from 'vitest';
import { connection } from './connection.ts';

describe('the connection as a tab knows it', () => {
  it('believes a call that failed more than the browser, and a call that came through again', () => {
    let browserSays: () => void = () => undefined;
    const line = connection({
      isOnline: () => true,
      onChange: (listener) => {
        browserSays = listener;
      },
    });
    let changes = 0;
    line.subscribe(() => {
      changes += 1;
    });
    line.found(false);
    expect(line.isReached()).toBe(false);
    line.found(false);
    expect(changes).toBe(1);
    browserSays();
    expect(line.isReached()).toBe(true);
  });
});
