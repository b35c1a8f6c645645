import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** First the one without windows of its own, which spends the machine's time on pages alone. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

/** The one line to read when there is no browser. */
export const HOW_TO_GET_CHROMIUM =
  'No Chromium found. Install one (Debian: apt-get install chromium-headless-shell; anywhere: npx playwright-core install chromium) or name it in CHROMIUM_PATH.';

/**
 * The Chromium that the journeys run in: the one of CHROMIUM_PATH, of the system, or of Playwright's folder; null when there is none.
 * @throws Error when CHROMIUM_PATH names no program: somebody meant a browser that is not there.
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const { CHROMIUM_PATH, PATH = '' } = environment;
  if (CHROMIUM_PATH) {
    if (isProgram(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names no program: ${CHROMIUM_PATH}`);
  }
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  const ofSystem = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...ofSystem, ...ofPlaywright()].find(isProgram) ?? null;
}

/** Playwright tells where its own browser would lie, whether it was fetched or not. */
function ofPlaywright(): string[] {
  const path = chromium.executablePath();
  return path && existsSync(path) ? [path] : [];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
