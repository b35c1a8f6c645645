import { describe, expect, it } from 'vitest';
import { idleWatch } from './idle-watch.ts';

const MINUTE = 60_000;

function watchOf() {
  const clock = { now: 0 };
  const shared = { touch: 0 };
  const told: string[] = [];
  const watch = idleWatch({
    now: () => clock.now,
    lastTouch: {
      read: () => shared.touch,
      write: (at) => {
        shared.touch = at;
      },
    },
    lockAfter: 10 * MINUTE,
    keepAliveAfter: 10 * MINUTE,
    onIdle: () => told.push('idle'),
    keepAlive: () => told.push('alive'),
  });
  return { clock, shared, told, watch };
}

describe('the watch over an idle screen', () => {
  it('locks ten minutes after Saule has gone for tea', () => {
    const { clock, told, watch } = watchOf();
    clock.now = 10 * MINUTE - 1;
    watch.look();
    expect(told).toEqual([]);
    clock.now = 10 * MINUTE;
    watch.look();
    expect(told).toEqual(['idle']);
  });

  it('does not lock while she writes', () => {
    const { clock, told, watch } = watchOf();
    for (clock.now = 0; clock.now <= 60 * MINUTE; clock.now += MINUTE) {
      watch.touched();
      watch.look();
    }
    expect(told).not.toContain('idle');
  });

  it('does not lock this tab while she works in another one', () => {
    const { clock, shared, told, watch } = watchOf();
    clock.now = 9 * MINUTE;
    shared.touch = clock.now;
    clock.now = 12 * MINUTE;
    watch.look();
    expect(told).not.toContain('idle');
  });

  it('lets the server know now and then that somebody is writing a long text', () => {
    const { clock, told, watch } = watchOf();
    for (clock.now = MINUTE; clock.now <= 21 * MINUTE; clock.now += MINUTE) {
      watch.touched();
      watch.look();
    }
    expect(told).toEqual(['alive', 'alive']);
  });

  it('locks a laptop that was opened after the night, before the first touch counts', () => {
    const { clock, told, watch } = watchOf();
    clock.now = 8 * 60 * MINUTE;
    watch.touched();
    expect(told).toEqual(['idle']);
  });
});
