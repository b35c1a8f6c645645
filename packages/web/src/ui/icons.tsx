import type { ReactNode } from 'react';

/** Line pictures on a field of 24 by 24, drawn in the colour of the text beside them. They never speak alone. */
const PATHS = {
  arrowLeft: 'M19 12H5m6-6-6 6 6 6',
  arrowRight: 'M5 12h14m-6-6 6 6-6 6',
  arrowUp: 'M12 19V5m-6 6 6-6 6 6',
  calendar: 'M4 6.5h16V20H4zM4 10.5h16M8 3.5v5M16 3.5v5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chevronDown: 'm6 9.5 6 6 6-6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5V12l3 2',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  device: 'M4 5h16v11H4zM9 20h6M12 16v4',
  download: 'M12 4v11m-5-4.5 5 5 5-5M5 20h14',
  family:
    'M10.5 7.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM19 8.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM2.5 20c.2-4.4 1.8-6.5 5-6.5s4.8 2.1 5 6.5M15 14.2c.5-.2 1-.2 1.5-.2 3 0 4.5 2 4.8 6',
  file: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.8 2.6 4 5.6 4 9s-1.2 6.4-4 9c-2.8-2.6-4-5.6-4-9s1.2-6.4 4-9z',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.6v.1',
  home: 'M4 11l8-7 8 7v9h-5.5v-5.5h-5V20H4z',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.6v.1',
  key: 'M15 9.5a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM13.8 12.8 20.5 19.5M17.5 16.5l2-2',
  list: 'M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4 6.5h.1M4 12h.1M4 17.5h.1',
  lock: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  menu: 'M4 7h16M4 12h16M4 17h16',
  people:
    'M12.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM2.5 20c.4-3.6 2.8-5.5 6.5-5.5s6.1 1.9 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.9c2 .7 3.2 2.4 3.5 5.1',
  plus: 'M12 5v14M5 12h14',
  printer: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM20 14v2M17 20h3v-1.5M14 20h.1',
  report: 'M5 20V10.5M10 20V4.5M15 20v-6.5M20 20V8',
  send: 'M20.5 3.5 10 14M20.5 3.5l-6.5 17-4-6.5-6.5-4z',
  shield: 'M12 3.5l7 2.5v5.5c0 4.3-2.7 7.3-7 9-4.3-1.7-7-4.7-7-9V6zM9 11.8l2.2 2.2L15.2 10',
  signOut: 'M14 8V4.5H5v15h9V16M10 12h10.5m-3.5-3.5L20.5 12 17 15.5',
  survey: 'M6 4.5h12v16H6zM9 3.5h6v2.5H9zM9 11h6M9 15h4',
  upload: 'M12 19V8m-5 4.5 5-5 5 5M5 4.5h14',
  user: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4.5 20.5c.6-4 3.3-6 7.5-6s6.9 2 7.5 6',
  warning: 'M12 4.5 21 20H3zM12 10.5v4.5M12 17.4v.1',
  wifiOff:
    'M4 4l16 16M2.5 9.5a14 14 0 0 1 5-3M11 5.5a14 14 0 0 1 10.5 4M6 13.5a9 9 0 0 1 4-2.3M15.5 12.2a9 9 0 0 1 2.5 1.3M12 18.5v.1',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
