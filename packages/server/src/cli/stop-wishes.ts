import type { StopWish } from './world.ts';

/** Ctrl-C in a terminal reaches every program of the pipeline, and npm passes it on: what comes together is one wish. */
const ONE_WISH_MILLISECONDS = 700;
const PARENT_CHECK_MILLISECONDS = 1000;

/**
 * Listens to everything that may ask the program to stop: Ctrl-C, a service manager, a closed terminal, the end of the small
 * program that started it under its own Node, and the end of npm (which passes no signal on to what it runs in a shell).
 */
export function onStop(listener: (wish: StopWish) => void): void {
  let askedAt: number | null = null;
  function ask(): void {
    const now = performance.now();
    if (askedAt === null) {
      askedAt = now;
      listener('asked');
    } else if (now - askedAt > ONE_WISH_MILLISECONDS) listener('again');
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  // `bin/tirek.js` holds the other end; it closes however that process ends.
  process.on('disconnect', ask);
  process.channel?.unref();
  if (process.env.npm_lifecycle_event) watchParent(ask);
}

function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, PARENT_CHECK_MILLISECONDS);
  timer.unref();
}
