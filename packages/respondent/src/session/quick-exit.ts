const WAIT_MS = 300;

/**
 * Leaves for a neutral page: the screen is empty at once, and this page is replaced in the history.
 *
 * @param cleanUp what must be wiped before leaving; it gets a third of a second and no more
 * @param isGuarded whether an extra history entry stands above this page (see `back-button.ts`)
 */
export async function leaveQuickly(
  address: string,
  { cleanUp, isGuarded }: { cleanUp: () => Promise<unknown>; isGuarded: boolean },
): Promise<void> {
  document.documentElement.replaceChildren();
  speechSynthesis?.cancel();
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  await Promise.race([cleanUp().catch(() => undefined), wait(WAIT_MS)]);
  // Below the guard lies the survey: it is the one to replace, or going back would show it.
  if (isGuarded) {
    history.back();
    await Promise.race([
      new Promise((resolve) => addEventListener('popstate', resolve)),
      wait(WAIT_MS),
    ]);
  }
  location.replace(address);
}

/** Calls `leave` when Esc is pressed twice within a second and a half. */
export function onDoubleEscape(leave: () => void): void {
  let last = Number.NEGATIVE_INFINITY;
  addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Escape') return;
    if (timeStamp - last < 1500) leave();
    last = timeStamp;
  });
}
