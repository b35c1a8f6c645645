import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import access from '../../packages/web/src/text/ru/access.json' with { type: 'json' };
import { alongIn, everythingOnDisk, PASSPHRASE, withoutSignal } from '../along.ts';
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
      hasPrf: true,
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

  it('of Saule opens what she took along where there is no signal; it can be left for a passphrase and taken back', async () => {
    const { say, button, openDoor } = alongIn('ru');
    const saule = await personAt(browser, {
      screen: 'phone',
      language: 'ru',
      origin: program.origin,
    });
    saule.watch.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
    await program.signIn(saule.context, 'saule');
    const page = await saule.context.newPage();
    const { device, id } = await fingerprintReader(page);
    await page.goto('/app/account');
    await button(page, access['passkey.add']).click();
    await button(page, access['passkey.make']).click();
    await page.getByText(access['passkey.made']).waitFor();

    await page.goto('/app/along');
    const byPasskey = page.getByRole('radio', { name: new RegExp(`^${say('way.passkey')}`) });
    await byPasskey.waitFor();
    expect(await byPasskey.isChecked()).toBe(true);
    await expectSound(page, 'choosing what opens it');
    await page.getByLabel(say('choose.all'), { exact: true }).check();
    await button(page, say('begin.go')).click();
    await page.getByText(say('way.passkey.alone')).waitFor();
    await expectSound(page, 'taken along with a passkey');

    // A passphrase beside it, proven by the passkey.
    await button(page, say('way.passphrase.add')).click();
    await page.getByLabel(say('passphrase'), { exact: true }).fill(PASSPHRASE);
    await page.getByLabel(say('begin.again'), { exact: true }).fill(PASSPHRASE);
    await button(page, say('way.save')).click();
    await page.getByText(say('way.passkey.alone')).waitFor({ state: 'detached' });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    expect(await everythingOnDisk(page)).not.toContain('Жұмабекова');

    // The page and the key in its memory are gone; the reader stays where it was.
    const anew = async () => {
      await page.goto('about:blank');
      await page.goto('/app/families');
    };
    await withoutSignal(saule.context);
    await anew();
    await button(page, say('way.passkey.open')).click();
    await page.getByText(say('banner.words')).waitFor();
    await page.getByRole('article').first().waitFor();

    // The passkey is lost: what is left of it opens nothing, the passphrase does.
    await device.send('WebAuthn.clearCredentials', { authenticatorId: id });
    await anew();
    await button(page, say('way.passkey.open')).click();
    await page.getByText(say('way.passkey.given-up')).waitFor();
    await expectSound(page, 'a passkey that does not answer');
    await openDoor(page);
    await page.getByRole('article').first().waitFor();
    await page.goto('/app/along');
    await openDoor(page);
    await page
      .getByRole('button', { name: say('way.dropNamed', { name: say('way.passkey') }) })
      .click();
    await page.getByText(say('way.unset')).waitFor();
    await leave(saule);
  });
});
