import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, HOW_TO_GET_CHROMIUM } from '../e2e/find-chromium.ts';

/**
 * Makes sure that there is a browser for the journeys: `CHROMIUM_PATH`, the system's, Playwright's folder,
 * or, as root on a Debian-like system, installed now together with fonts that carry Kazakh letters.
 * @returns false after saying in one line what to install.
 */
export function provideChromium(): boolean {
  try {
    if (findChromium()) return true;
  } catch (error) {
    // CHROMIUM_PATH names a browser that is not there: nobody wants another one in its place.
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the journeys in the browser.');
    const quietly = {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    } as const;
    spawnSync('apt-get', ['update'], quietly);
    // Older releases have only the one with windows.
    for (const browser of ['chromium-headless-shell', 'chromium']) {
      spawnSync(
        'apt-get',
        ['install', '-y', '--no-install-recommends', browser, 'fonts-noto-core'],
        quietly,
      );
      if (findChromium()) return true;
    }
  }
  console.error(HOW_TO_GET_CHROMIUM);
  return false;
}
