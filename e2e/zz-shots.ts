import { totpCode, totpStep } from '../packages/server/src/access/index.ts';
import { castTotpSecret, madeUpId } from '../packages/server/src/demo/cast.ts';
import { launchBrowser, personAt } from './browser.ts';
import { signInThroughPages } from './signing-in.ts';
const origin = 'http://localhost:9462';
const browser = await launchBrowser();
const used = new Map<string, number>();
const totp = async (name: string) => {
  for (;;) {
    const now = totpStep(new Date().toISOString());
    const step = Math.max(now, (used.get(name) ?? 0) + 1);
    if (step <= now + 1) { used.set(name, step); return totpCode(castTotpSecret(name as never), step); }
    await new Promise((r) => setTimeout(r, 3000));
  }
};
const jobs: [string, string[]][] = [
  ['saule', ['/app/rescreens', '/app/rescreens?list=all', '/app/today', `/app/people/${madeUpId('person 1 0')}`]],
  ['dana', ['/app/adolescence']],
  ['aidos', ['/app/caseloads', '/app/adolescence']],
  ['gulmira', ['/app/rescreens?list=all']],
];
const only = process.argv[2];
for (const [language, screen] of [['ru', 'laptop'], ['kk', 'phone']] as const) {
  for (const [who, paths] of jobs) {
    if (only && only !== who) continue;
    const person = await personAt(browser, { screen, language, origin });
    const page = await person.context.newPage();
    await page.goto(`${origin}/app/`);
    await signInThroughPages(page, { program: { totp } as never, name: who as never, language });
    for (const path of paths) {
      const t = Date.now();
      await page.goto(origin + path);
      await page.locator('h1').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('[data-animate], .mantine-Skeleton-root'));
      await page.waitForTimeout(500);
      console.log(who, path, Date.now() - t, 'ms', await page.evaluate(() => document.documentElement.scrollWidth > innerWidth));
      await page.screenshot({ path: `/tmp/shot-${who}-${path.replaceAll(/[^a-z]/g, '_').slice(0, 30)}-${screen}.png`, fullPage: true });
    }
    await person.context.close();
  }
}
await browser.close();
