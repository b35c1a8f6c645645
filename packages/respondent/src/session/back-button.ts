/**
 * Lets the phone's own back button go back one question instead of leaving the survey.
 * One extra history entry stands guard; when it is used up by going back, it is put there again.
 */
export interface BackButton {
  /** Stands guard from now on. */
  guard(): void;
  isGuarding(): boolean;
  /** Lets the next step back pass. */
  release(): void;
}

/** @param onBack goes back one question; false when there is none to go back to */
export function createBackButton(onBack: () => boolean): BackButton {
  let isGuarding = false;
  addEventListener('popstate', () => {
    if (!isGuarding) return;
    isGuarding = false;
    if (onBack()) guard();
  });
  function guard(): void {
    if (isGuarding) return;
    isGuarding = true;
    if (history.state !== 'guard') history.pushState('guard', '');
  }
  return {
    guard,
    isGuarding: () => isGuarding,
    release() {
      isGuarding = false;
    },
  };
}
