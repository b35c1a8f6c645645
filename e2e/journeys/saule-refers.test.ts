import { randomUUID } from 'node:crypto';
import { nameIn } from '@tirek/domain/services';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST_REGION, castId, madeUpId } from '../../packages/server/src/demo/cast.ts';
import kk from '../../packages/web/src/text/kk/referrals.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/referrals.json' with { type: 'json' };
import { answerReferral } from '../answering-a-referral.ts';
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

/** She speaks Kazakh and agreed to a record. */
const MADINA = madeUpId('person 2 0');
const NEED = 'Түнде ұйықтай алмайды, маманмен сөйлескісі келеді.';

let program: DemoProgram;
let browser: Browser;
let serviceId = '';
let serviceName = '';
let provider = { id: '', name: '' };
beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const saule = await program.as('saule');
  const { services, providers } = await saule.call('listServices', {});
  const found = services.find(
    ({ closed, service }) =>
      closed === null && service.regions.includes(CAST_REGION) && service.category === 'distress',
  );
  if (!found) throw new Error('no service');
  serviceId = found.id;
  serviceName = nameIn(found.service.name, 'kk');
  const of = providers.find(({ id }) => id === found.service.providerId);
  provider = { id: of?.id ?? '', name: of ? nameIn(of.provider.name, 'ru') : '' };
  await agrees(['service']);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Madina says yes to a purpose, or to a receiver. */
async function agrees(purposes: readonly 'service'[], receivers: readonly string[] = []) {
  const saule = await program.as('saule');
  for (const receiverId of receivers) {
    await saule.call('nameReferralReceiver', { id: randomUUID(), serviceId, receiverId });
  }
  const topics = [
    ...purposes.map((purpose) => ({ purpose, receiverId: null })),
    ...receivers.map((receiverId) => ({ purpose: 'referral' as const, receiverId })),
  ];
  await saule.call('recordConsent', {
    ...{ id: randomUUID(), personId: MADINA, party: 'person', mode: 'written', language: 'kk' },
    ...{ givenOn: new Date().toISOString().slice(0, 10), witness: null, guardian: null },
    unsafeReason: null,
    decisions: topics.map((topic) => ({
      ...{ id: randomUUID(), ...topic, textVersion: `${topic.purpose}-1` },
      ...({ decision: 'given', until: null, withheld: [] } as const),
    })),
  });
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).click();

describe('Saule refers Madina to Dr Omarov, in Kazakh on a phone,', () => {
  let saule: Person;
  let omarov: Person;
  let page: Page;
  let his: Page;
  beforeAll(async () => {
    saule = await personAt(browser, { screen: 'phone', language: 'kk', origin: program.origin });
    omarov = await personAt(browser, { screen: 'phone', language: 'kk', origin: program.origin });
    await program.signIn(saule.context, 'saule');
    await program.signIn(omarov.context, 'omarov');
    [page, his] = await Promise.all([saule.context.newPage(), omarov.context.newPage()]);
  });
  afterAll(async () => {
    if (saule) await leave(saule);
    if (omarov) await leave(omarov);
  });
  oneAfterAnother(() => page);

  it('writes a draft: the service out of the directory, to whom, and what is told', async () => {
    await page.goto(`/app/people/${MADINA}/referrals/new?category=distress`);
    await page
      .getByRole('button', { name: kk['make.chooseOf'].replace('{{name}}', serviceName) })
      .first()
      .click();
    await page.getByLabel(/Ерлан Омаров/).check();
    await page.getByLabel(kk['make.need']).last().fill(NEED);
    await expectSound(page, 'a referral being written');
    await press(page, kk['make.draft']);
    await page.getByText(kk['one.sees.draft']).waitFor();
    await page.getByText(NEED).waitFor();
    await page.getByText(kk['preview.notAgreed']).waitFor();
    expect(await page.getByRole('button', { name: kk.send, exact: true }).count()).toBe(0);
  });

  it('sends it once Madina has agreed to exactly him', async () => {
    await agrees([], [castId('omarov')]);
    await page.reload();
    await page.getByText(kk['preview.agreed']).waitFor();
    await expectSound(page, 'a referral before it is sent');
    await press(page, kk.send);
    await page.getByRole('button', { name: kk['settle.revoked'], exact: true }).waitFor();
  });

  it('so that he reads the need and takes her', async () => {
    await his.goto('/app/received');
    await his.getByText(NEED).waitFor();
    await expectSound(his, 'referrals of a receiver');
    const card = his.getByRole('region').filter({ hasText: NEED });
    await card.getByRole('button', { name: kk['say.accepted'], exact: true }).click();
    await his.getByRole('dialog').getByRole('button', { name: kk['say.send'] }).click();
    await card.getByRole('button', { name: kk['say.appointment'], exact: true }).waitFor();
  });

  it('and loses her at once when Madina withdraws in mid-referral', async () => {
    const receiverId = castId('omarov');
    await (await program.as('saule')).call('withdrawConsent', {
      ...{ id: randomUUID(), personId: MADINA, party: 'person', purpose: 'referral', receiverId },
      ...{ mode: 'written', language: 'kk', shown: [{ purpose: 'referral', receiverId }] },
    });
    const card = his.getByRole('region').filter({ hasText: NEED });
    await card.getByRole('button', { name: kk['say.discontinued'], exact: true }).waitFor();
    await his.reload();
    await his.getByRole('heading', { name: kk.received }).waitFor();
    await his.getByText(NEED).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText(/енді ештеңе көрмейді/).waitFor();
    await expectSound(page, 'a referral that was taken back');
  });
});

describe('a centre without an account, in Russian on a phone,', () => {
  let centre: Person;
  let page: Page;
  let link = { url: '', code: '' };
  beforeAll(async () => {
    await agrees([], [provider.id]);
    const saule = await program.as('saule');
    const referralId = randomUUID();
    await saule.call('draftReferral', {
      ...{ id: referralId, personId: MADINA },
      referral: {
        ...{ serviceId, receiverId: provider.id, urgency: 'normal', items: ['name', 'need'] },
        ...{ speaks: 'kk', needId: null, proposalId: null, insteadOf: null },
        words: { need: NEED, note: '' },
      },
    });
    const { mark } = await saule.call('previewReferral', { referralId });
    const sent = { id: randomUUID(), referralId, basedOn: 0, mark, override: null };
    const made = (await saule.call('sendReferral', sent)).link;
    if (!made) throw new Error('no link');
    link = made;
    centre = await personAt(browser, { screen: 'phone', language: 'ru', origin: program.origin });
    page = await centre.context.newPage();
  });
  afterAll(async () => {
    if (centre) await leave(centre);
  });
  oneAfterAnother(() => page);

  it('types a wrong code, is told kindly, and opens the one referral with the right one', async () => {
    await page.goto(`${program.origin}/app/referral#${link.url.split('#')[1] ?? ''}`);
    const code = page.getByLabel(ru['door.code']);
    await code.fill(link.code === '000000' ? '000001' : '000000');
    await press(page, ru['door.open']);
    await page.getByText(/Осталось попыток: 4/).waitFor();
    await expectSound(page, 'the door of a link');
    await code.fill(link.code);
    await press(page, ru['door.open']);
    await page.getByText(NEED).waitFor();
    await expectSound(page, 'a referral by a link');
  });

  it('takes her, says that she came, and gives feedback in three taps', async () => {
    await answerReferral(page, page, () => expectSound(page, 'feedback on a referral'));
    await page.getByText(ru['door.doneWords']).waitFor();
  });
});
