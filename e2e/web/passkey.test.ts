import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, leave, personAt } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

let program: DemoProgram;
let browser: Browser;
beforeAll(async () => {
  program = await startDemo();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** A fingerprint reader, as the browser's own tools play one; its owner always puts the finger on it. */
async function fingerprintReader(page: Page): Promise<{ device: CDPSession; id: string }> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { device, id: authenticatorId };
}

describe('a passkey', () => {
  it('of Aliya signs her in without a password, and opens her locked screen', async () => {
    const aliya = await personAt(browser, {
      screen: 'laptop',
      language: 'en',
      origin: program.origin,
    });
    await program.signIn(aliya.context, 'aliya');
    const page = await aliya.context.newPage();
    const { device, id } = await fingerprintReader(page);
    await page.goto('/app/account');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Name of the device').fill('Office laptop');
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.getByRole('rowheader', { name: 'Office laptop' }).waitFor();
    await expectSound(page, 'account with a passkey');

    await page.getByRole('button', { name: /Әлия/ }).click();
    await page.getByRole('button', { name: 'Lock the screen' }).click();
    aliya.watch.expect(/401/);
    await page.getByRole('button', { name: 'Unlock with a passkey' }).click();
    await page.getByRole('heading', { name: 'My account' }).waitFor();

    await page.getByRole('button', { name: /Әлия/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('heading', { name: 'My account' }).waitFor();

    // Another reader, which has no key of hers: the question is turned down, and the page stays as it is.
    await page.getByRole('button', { name: /Әлия/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await device.send('WebAuthn.clearCredentials', { authenticatorId: id });
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await leave(aliya);
  });
});
