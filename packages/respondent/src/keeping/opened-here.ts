/**
 * Whether this tab is the one in which she answers: then a reload goes on without asking. The mark dies with the tab.
 */

const nameOf = (slug: string) => `survey:${slug}:open`;

export function isOpenedHere(slug: string): boolean {
  try {
    return sessionStorage.getItem(nameOf(slug)) === '1';
  } catch {
    return false;
  }
}

export function markOpenedHere(slug: string, isOpen: boolean): void {
  try {
    if (isOpen) sessionStorage.setItem(nameOf(slug), '1');
    else sessionStorage.removeItem(nameOf(slug));
  } catch {
    // Storage is refused altogether: she is asked after a reload.
  }
}
