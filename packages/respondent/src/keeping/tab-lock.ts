/** This tab may answer until it lets go. */
export interface TabLock {
  release(): void;
}

/**
 * One tab answers at a time. The lock lives no longer than the page: the browser lets go of it when the tab
 * closes, crashes or is killed, so it can never be left behind.
 *
 * @param onTaken called when another tab has taken over
 * @returns null when another tab answers
 */
export async function holdTab(
  slug: string,
  { takeOver, onTaken }: { takeOver: boolean; onTaken: () => void },
): Promise<TabLock | null> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { locks } = navigator;
  // Without locks (a page that came over an unsafe connection) two tabs still lose nothing: the journal only grows.
  if (!locks) return { release };
  return new Promise((resolve) => {
    const options: LockOptions = takeOver ? { steal: true } : { ifAvailable: true };
    let isHeld = false;
    locks
      .request(`survey:${slug}`, options, (lock) => {
        isHeld = lock !== null;
        resolve(isHeld ? { release } : null);
        return isHeld ? released : undefined;
      })
      .catch(() => (isHeld ? onTaken() : resolve({ release })));
  });
}
