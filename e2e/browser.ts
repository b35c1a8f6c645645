import { userInfo } from 'node:os';
import type { Language } from '@tirek/domain/text';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium, HOW_TO_GET_CHROMIUM } from './find-chromium.ts';
import { type Watch, watchContext } from './watch.ts';

/** @throws Error with the one line that tells what to install. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(HOW_TO_GET_CHROMIUM);
  return await chromium.launch({
    executablePath,
    args: [
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      // Chromium's sandbox does not start as root.
      ...(userInfo().uid === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

/** Madina's phone, Saule's tablet, Dana's laptop. */
export const SCREENS = {
  phone: {
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
  tablet: {
    viewport: { width: 800, height: 1280 },
    deviceScaleFactor: 1,
    isMobile: true,
    hasTouch: true,
  },
  laptop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
} as const;
export type Screen = keyof typeof SCREENS;

const LOCALES: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };

/** One person's browser: cookies and storage of its own, everything it asks for and complains about is seen. */
export interface Person {
  readonly context: BrowserContext;
  readonly watch: Watch;
}

/**
 * Opens a browser of one person. Close it with `leave`, which fails when anything left the origin, was written to
 * the console as an error or broke the page's policy.
 */
export async function personAt(
  browser: Browser,
  given: {
    readonly screen: Screen;
    readonly language: Language;
    readonly origin: string;
    readonly withoutScript?: boolean;
  },
): Promise<Person> {
  const context = await browser.newContext({
    ...SCREENS[given.screen],
    locale: LOCALES[given.language],
    timezoneId: 'Asia/Almaty',
    baseURL: given.origin,
    reducedMotion: 'reduce',
    javaScriptEnabled: !given.withoutScript,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  return { context, watch: await watchContext(context, given.origin) };
}

/** Closes a person's browser, and fails if anything happened in it that must not. */
export async function leave({ context, watch }: Person): Promise<void> {
  await context.close();
  watch.requireCalm();
}
