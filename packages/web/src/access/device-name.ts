/**
 * What the list of sessions calls this device: browser and system, nothing more exact, since it is only there to tell
 * one's own devices apart.
 */
export function deviceName(userAgent: string): string {
  const browser = BROWSERS.find(([, mark]) => mark.test(userAgent))?.[0];
  const system = SYSTEMS.find(([, mark]) => mark.test(userAgent))?.[0];
  return [browser, system].filter(Boolean).join(', ');
}

/** The order matters: Edge and Yandex also call themselves Chrome, and Chrome calls itself Safari. */
const BROWSERS: ReadonlyArray<readonly [string, RegExp]> = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Yandex', /YaBrowser\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
];

const SYSTEMS: ReadonlyArray<readonly [string, RegExp]> = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh|Mac OS X/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
];
