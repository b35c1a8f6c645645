import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** So many letters fill half of a small screen: they are written smaller, to leave room for the answers. */
const LONG = 80;

let isFirstScreen = true;

/** The heading of a screen. A new screen begins at its top, with the reader's focus on its heading. */
export function Heading({ children }: { children: ComponentChildren }) {
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
  const isLong = typeof children === 'string' && children.length > LONG;
  return (
    <h1 ref={heading} tabIndex={-1} class={isLong ? 'long' : undefined}>
      {children}
    </h1>
  );
}
