import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

let isFirstScreen = true;

/** The heading of a screen. A new screen begins at its top, with the reader's focus on its heading. */
export function Heading({ children, id }: { children: ComponentChildren; id?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The page itself has just been opened: nothing to move.
    if (isFirstScreen) {
      isFirstScreen = false;
      return;
    }
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} id={id}>
      {children}
    </h1>
  );
}
