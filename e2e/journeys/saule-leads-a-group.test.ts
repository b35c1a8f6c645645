import { randomUUID } from 'node:crypto';
import { fullName } from '@tirek/domain/people';
import { translator } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import domain from '../../packages/domain/src/text/kk/support.json' with { type: 'json' };
import domainRu from '../../packages/domain/src/text/ru/support.json' with { type: 'json' };
import { madeUpId } from '../../packages/server/src/demo/cast.ts';
import kk from '../../packages/web/src/text/kk/support.json' with { type: 'json' };
import ru from '../../packages/web/src/text/ru/support.json' with { type: 'json' };
import { launchBrowser, leave, type Person, personAt } from '../browser.ts';
import { oneAfterAnother } from '../one-after-another.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectSound } from '../sound-page.ts';

const say = translator(kk, 'kk');
const sayRu = translator(ru, 'ru');
/** Five mothers of Saule; the cases of three are open already. */
const FAMILIES = [0, 1, 2, 3, 4];
const OPENED_HERE = [0, 2];
const MISSED = madeUpId('person 3 0');
const METHOD = 'self-help-plus';

let program: DemoProgram;
let browser: Browser;
const people: Person[] = [];
let page: Page;
let names: ReadonlyMap<string, string>;

async function at(
  name: 'saule' | 'gulmira' | 'dana',
  language: 'kk' | 'ru',
  screen: 'phone' | 'laptop',
) {
  const person = await personAt(browser, { screen, language, origin: program.origin });
  people.push(person);
  await program.signIn(person.context, name);
  page = await person.context.newPage();
  return page;
}

beforeAll(async () => {
  [program, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const saule = await program.as('saule');
  const today = new Date().toISOString().slice(0, 10);
  for (const family of OPENED_HERE) {
    const personId = madeUpId(`person ${family} 0`);
    await saule.call('recordConsent', {
      ...{ id: randomUUID(), personId, party: 'person', mode: 'written', language: 'kk' },
      ...{ givenOn: today, witness: null, guardian: null, unsafeReason: null },
      decisions: [
        {
          ...{ id: randomUUID(), purpose: 'service', receiverId: null, textVersion: 'service-1' },
          ...{ decision: 'given', until: null, withheld: [] },
        },
      ],
    });
    await saule.call('recordCaseEntry', {
      ...{ id: randomUUID(), familyId: madeUpId(`family ${family}`), basedOn: 0 },
      entry: {
        ...{ kind: 'case', state: 'open', personId, words: null },
        value: { openedOn: today, attention: 'usual' },
      },
    });
  }
  const { families } = await saule.call('listFamilies', {});
  names = new Map(
    families.flatMap(({ members }) =>
      members.map(({ personId, name }) => [personId, name ? fullName(name) : ''] as const),
    ),
  );
});
afterAll(async () => {
  for (const person of people) await leave(person);
  await browser?.close();
  await program?.stop();
});

const women = FAMILIES.map((family) => madeUpId(`person ${family} 0`));
const nameOf = (personId: string) => names.get(personId) ?? '';
/** The panel of a group is named by its kind and its method. */
const methodNamed = (method: string) => new RegExp(method.replaceAll(/[.+()]/g, '\\$&'));
const group = () => page.getByRole('region', { name: methodNamed(domain[`method.${METHOD}`]) });

describe('a group of five', () => {
  oneAfterAnother(() => page);

  it('is begun by Saule in Kazakh on her phone, with one who did not come', async () => {
    await at('saule', 'kk', 'phone');
    await page.goto('/app/support-groups');
    await page.getByRole('button', { name: say('groups.new'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('method'), { exact: true }).selectOption(METHOD);
    for (const personId of women) {
      await dialog.getByRole('checkbox', { name: nameOf(personId), exact: true }).check();
    }
    await dialog
      .getByLabel(say('attendanceOf', { name: nameOf(MISSED) }), { exact: true })
      .selectOption('missed');
    await expectSound(page, 'a new group');
    await dialog.getByRole('button', { name: say('save'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await group()
      .getByText(say('attended', { attended: 1, expected: 1 }))
      .first()
      .waitFor();
    expect(
      await group()
        .getByText(say('attended', { attended: 1, expected: 1 }))
        .count(),
    ).toBe(4);
    expect(
      await group()
        .getByText(say('attended', { attended: 0, expected: 1 }))
        .count(),
    ).toBe(1);
    await expectSound(page, 'groups');
  });

  it('meets again: one sheet, everybody came unless told, and two missed in a row stand in red', async () => {
    await group()
      .getByRole('button', { name: say('sheet.title'), exact: true })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(nameOf(MISSED), { exact: true }).selectOption('missed');
    await expectSound(page, 'the sheet of a group');
    await dialog.getByRole('button', { name: say('save'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await group()
      .getByText(say('missedInRow', { count: 2 }))
      .waitFor();
    await page.goto(`/app/people/${MISSED}/support`);
    await page.getByText(say('missedInRow', { count: 2 })).waitFor();
    for (const other of women.filter((each) => each !== MISSED)) {
      expect(await page.getByText(nameOf(other)).count()).toBe(0);
    }
    await expectSound(page, 'help given to one person');
  });

  it('is seen by Gulmira, who may write nothing into it', async () => {
    await at('gulmira', 'ru', 'laptop');
    await page.goto('/app/support-groups');
    const shown = page.getByRole('region', {
      name: methodNamed(domainRu[`method.${METHOD}`]),
    });
    await shown.getByText(sayRu('missedInRow', { count: 2 })).waitFor();
    expect(await page.getByRole('button', { name: sayRu('sheet.title') }).count()).toBe(0);
    await page.goto('/app/own-help');
    await page.getByRole('rowheader', { name: domainRu['kind.group'], exact: true }).waitFor();
    await expectSound(page, 'help in the families of a team');
  });

  it('is no more than counts to Dana, and none of small groups', async () => {
    await at('dana', 'ru', 'laptop');
    await page.goto('/app/help-given');
    await page.getByRole('heading', { name: sayRu('help'), exact: true }).waitFor();
    for (const personId of women) expect(await page.getByText(nameOf(personId)).count()).toBe(0);
    await expectSound(page, 'help given in numbers');
    const dana = await program.as('dana');
    await expect(dana.call('listSupportGroups', {})).rejects.toThrow();
    await expect(dana.call('listSupport', { personId: MISSED })).rejects.toThrow();
  });
});
