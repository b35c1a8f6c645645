import type { ComponentChildren } from 'preact';

/** Pictures beside words; they say nothing on their own, so readers of screens pass them over. */
function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const CheckIcon = () => (
  <Icon>
    <path d="M5 12.5l4.5 4.5L19 7.5" />
  </Icon>
);

export const SpeakerIcon = () => (
  <Icon>
    <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" />
    <path d="M15.5 9a4.2 4.2 0 010 6M18 6.5a7.8 7.8 0 010 11" />
  </Icon>
);

export const StopIcon = () => (
  <Icon>
    <path d="M7 7h10v10H7z" />
  </Icon>
);

export const ExitIcon = () => (
  <Icon>
    <path d="M7 7l10 10M17 7L7 17" />
  </Icon>
);

export const LockIcon = () => (
  <Icon>
    <path d="M6 11h12v8H6zM8.5 11V8.5a3.5 3.5 0 017 0V11" />
  </Icon>
);

export const PhoneIcon = () => (
  <Icon>
    <path d="M4 5.5A1.5 1.5 0 015.5 4H8l2 4.5-2.2 1.7a12 12 0 006 6L15.5 14l4.5 2v2.5a1.5 1.5 0 01-1.5 1.5C10.5 20 4 13.5 4 5.5z" />
  </Icon>
);
