import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@tirek/domain/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpId } from '../../packages/server/src/demo/cast.ts';
import type { CastName } from '../../packages/server/src/test/cast.ts';
import { launchBrowser, leave, personAt, type Screen } from '../browser.ts';
import { type DemoProgram, startDemo } from '../program.ts';
import { expectFits, expectSound } from '../sound-page.ts';

let program: DemoProgram;
let browser: Browser;
let released: Pick<Ids, 'release' | 'published'>;
beforeAll(async () => {
  program = await startDemo();
  browser = await launchBrowser();
  const waveId = (await program.campaign('past')).waves[0]?.id ?? '';
  const made = await program.releases();
  released = { release: made.network, published: made.public };
  await (await program.as('timur')).call('requestExport', {
    id: randomUUID(),
    waveId,
    language: 'ru',
    k: 5,
    l: 2,
    reason: 'Факторный анализ для годового отчёта',
  });
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** Who looks at a page, and what stands for the parts of its address. */
const VISITS: Readonly<Record<string, { who: CastName | null; at: (ids: Ids) => string }>> = {
  '/': { who: 'dana', at: () => '/' },
  '/invitation': { who: null, at: () => '/invitation' },
  '/account': { who: 'dana', at: () => '/account' },
  '/accounts': { who: 'kairat', at: () => '/accounts' },
  '/accounts/new': { who: 'kairat', at: () => '/accounts/new' },
  '/accounts/$accountId': { who: 'kairat', at: ({ account }) => `/accounts/${account}` },
  '/reach': { who: 'saule', at: () => '/reach' },
  '/messages': { who: 'kairat', at: () => '/messages' },
  '/rescreens': { who: 'saule', at: () => '/rescreens' },
  '/adolescence': { who: 'dana', at: () => '/adolescence' },
  '/families': { who: 'saule', at: () => '/families' },
  '/care-gaps': { who: 'saule', at: () => '/care-gaps' },
  '/help-given': { who: 'dana', at: () => '/help-given' },
  '/own-help': { who: 'saule', at: () => '/own-help' },
  '/support-groups': { who: 'saule', at: () => '/support-groups' },
  '/people/$personId/support': {
    who: 'saule',
    at: ({ person }) => `/people/${person}/support`,
  },
  '/families/$familyId/support': {
    who: 'saule',
    at: ({ worked }) => `/families/${worked}/support`,
  },
  '/families/new': { who: 'saule', at: () => '/families/new' },
  '/families/import': { who: 'gulmira', at: () => '/families/import' },
  '/families/$familyId/new': { who: 'saule', at: ({ family }) => `/families/${family}/new` },
  '/consents': { who: 'dana', at: () => '/consents' },
  '/people/$personId/consents': { who: 'saule', at: ({ person }) => `/people/${person}/consents` },
  '/people/$personId/consents/new': {
    who: 'saule',
    at: ({ person }) => `/people/${person}/consents/new`,
  },
  '/people/$personId': { who: 'saule', at: ({ person }) => `/people/${person}` },
  '/people/$personId/views': { who: 'saule', at: ({ person }) => `/people/${person}/views` },
  '/people/$personId/same': { who: 'saule', at: ({ person }) => `/people/${person}/same` },
  '/people/$personId/same/$otherId': {
    who: 'saule',
    at: ({ person, another }) => `/people/${person}/same/${another}`,
  },
  '/merges': { who: 'gulmira', at: () => '/merges' },
  '/people/$personId/own-copies': {
    who: 'saule',
    at: ({ person }) => `/people/${person}/own-copies`,
  },
  '/emergencies': { who: 'gulmira', at: () => '/emergencies' },
  '/breaches': { who: 'ruslan', at: () => '/breaches' },
  '/demands': { who: 'ruslan', at: () => '/demands' },
  '/retention': { who: 'gulmira', at: () => '/retention' },
  '/extracts': { who: 'saule', at: () => '/extracts' },
  '/duties': { who: 'ruslan', at: () => '/duties' },
  '/own-copies': { who: 'ruslan', at: () => '/own-copies' },
  '/erasures': { who: 'ruslan', at: () => '/erasures' },
  '/people/$personId/assessments/new': {
    who: 'saule',
    at: ({ asked }) => `/people/${asked}/assessments/new`,
  },
  '/people/$personId/assessments/$assessmentId': {
    who: 'saule',
    at: ({ asked, answered }) => `/people/${asked}/assessments/${answered}`,
  },
  '/people/$personId/assessments/$assessmentId/correct': {
    who: 'saule',
    at: ({ asked, answered }) => `/people/${asked}/assessments/${answered}/correct`,
  },
  '/people/$personId/assessments/$assessmentId/sheet': {
    who: 'saule',
    at: ({ asked, answered }) => `/people/${asked}/assessments/${answered}/sheet`,
  },
  '/competences': { who: 'aliya', at: () => '/competences' },
  '/papers': { who: 'saule', at: () => '/papers' },
  '/pupils': { who: 'bolat', at: () => '/pupils' },
  '/pupils/$pupilId': { who: 'bolat', at: () => `/pupils/${madeUpId('pupil Інжу')}` },
  '/pupils/$pupilId/teacher': {
    who: 'bolat',
    at: () => `/pupils/${madeUpId('pupil Інжу')}/teacher`,
  },
  '/people/$personId/school-sheet': {
    who: 'saule',
    at: () => `/people/${madeUpId('person 1 2')}/school-sheet`,
  },
  '/meetings': { who: 'zarina', at: () => '/meetings' },
  '/along': { who: 'saule', at: () => '/along' },
  '/waiting': { who: 'saule', at: () => '/waiting' },
  '/caseloads': { who: 'aidos', at: () => '/caseloads' },
  '/families/$familyId/graph': { who: 'saule', at: ({ family }) => `/families/${family}/graph` },
  '/lists': { who: 'gulmira', at: () => '/lists?list=ages&age=12' },
  '/today': { who: 'gulmira', at: () => '/today' },
  '/instruments': { who: 'saule', at: () => '/instruments' },
  '/instruments/$code': { who: 'saule', at: () => '/instruments/who-5' },
  '/instruments/$code/translations/$language': {
    who: 'saule',
    at: () => '/instruments/who-5/translations/kk',
  },
  '/pathway': { who: 'dana', at: () => '/pathway' },
  '/pathway/edit': { who: 'aliya', at: () => '/pathway/edit' },
  '/safety': { who: 'saule', at: () => '/safety' },
  '/safety/$eventId': { who: 'saule', at: ({ safety }) => `/safety/${safety}` },
  '/on-call': { who: 'aidos', at: () => '/on-call' },
  '/support-rules': { who: 'dana', at: () => '/support-rules' },
  '/safety-clock': { who: 'dana', at: () => '/safety-clock' },
  '/families/$familyId/case': { who: 'saule', at: ({ worked }) => `/families/${worked}/case` },
  '/referrals': { who: 'saule', at: () => '/referrals' },
  '/referral-board': { who: 'aidos', at: () => '/referral-board' },
  '/people/$personId/referrals': {
    who: 'saule',
    at: ({ referred }) => `/people/${referred}/referrals`,
  },
  '/people/$personId/referrals/new': {
    who: 'saule',
    at: ({ referred }) => `/people/${referred}/referrals/new`,
  },
  '/people/$personId/referrals/$referralId': {
    who: 'saule',
    at: ({ referred, referral }) => `/people/${referred}/referrals/${referral}`,
  },
  '/received': { who: 'omarov', at: () => '/received' },
  '/referral': { who: null, at: () => '/referral' },
  '/services': { who: 'aidos', at: () => '/services' },
  '/care-rule': { who: 'aliya', at: () => '/care-rule' },
  '/services/import': { who: 'aidos', at: () => '/services/import' },
  '/services/coverage': { who: 'dana', at: () => '/services/coverage' },
  '/responsibilities': { who: 'aidos', at: () => '/responsibilities' },
  '/surveys': { who: 'dana', at: () => '/surveys' },
  '/surveys/new': { who: 'dana', at: () => '/surveys/new' },
  '/surveys/$campaignId': { who: 'dana', at: ({ byCode }) => `/surveys/${byCode}` },
  '/surveys/$campaignId/edit': { who: 'dana', at: ({ past }) => `/surveys/${past}/edit` },
  '/surveys/$campaignId/cards': { who: 'dana', at: ({ byCode }) => `/surveys/${byCode}/cards` },
  '/surveys/$campaignId/import': { who: 'dana', at: ({ past }) => `/surveys/${past}/import` },
  '/surveys/$campaignId/imports/$importId': {
    who: 'dana',
    at: ({ past }) => `/surveys/${past}/imports/00000000-0000-7000-8000-000000000000`,
  },
  '/surveys/$campaignId/waves/$waveId': {
    who: 'dana',
    at: ({ byCode, openWave }) => `/surveys/${byCode}/waves/${openWave}`,
  },
  '/surveys/$campaignId/waves/$waveId/codes': {
    who: 'dana',
    at: ({ byCode, openWave }) => `/surveys/${byCode}/waves/${openWave}/codes`,
  },
  '/reports': { who: 'timur', at: () => '/reports' },
  '/reports/check': { who: 'timur', at: () => '/reports/check' },
  '/reports/$waveId': { who: 'timur', at: ({ closedWave }) => `/reports/${closedWave}` },
  '/reports/$waveId/brief': {
    who: 'timur',
    at: ({ closedWave }) => `/reports/${closedWave}/brief`,
  },
  '/reports/$waveId/themes': {
    who: 'timur',
    at: ({ closedWave }) => `/reports/${closedWave}/themes`,
  },
  '/reports/$waveId/themes/new': {
    who: 'dana',
    at: ({ closedWave }) => `/reports/${closedWave}/themes/new`,
  },
  '/reports/$waveId/themes/compare': {
    who: 'timur',
    at: ({ closedWave }) => `/reports/${closedWave}/themes/compare`,
  },
  '/reports/$waveId/themes/quotes': {
    who: 'timur',
    at: ({ closedWave }) => `/reports/${closedWave}/themes/quotes`,
  },
  '/themes/$noteId': { who: 'dana', at: ({ note }) => `/themes/${note}` },
  '/exports': { who: 'ruslan', at: () => '/exports' },
  '/releases': { who: 'timur', at: () => '/releases' },
  '/releases/new': { who: 'dana', at: () => '/releases/new' },
  '/releases/$releaseId': { who: 'saule', at: ({ release }) => `/releases/${release}` },
  '/releases/$releaseId/brief': {
    who: 'saule',
    at: ({ release }) => `/releases/${release}/brief`,
  },
  '/published': { who: null, at: () => '/published' },
  '/published/$releaseId': { who: null, at: ({ published }) => `/published/${published}` },
  '/published/$releaseId/brief': {
    who: null,
    at: ({ published }) => `/published/${published}/brief`,
  },
  '/audit': { who: 'ruslan', at: () => '/audit' },
};

/** The report that stands there is the one of `/reports/$waveId`, about whose thousands of cells axe is asked. */
const RELEASES: readonly string[] = ['/releases/$releaseId', '/published/$releaseId'];

interface Ids {
  /** A family whose case is open. */
  readonly worked: string;
  readonly account: string;
  readonly family: string;
  readonly person: string;
  /** An event about that person, raised for this visit. */
  readonly safety: string;
  /** Somebody of another family. */
  readonly another: string;
  /** Somebody who answered questionnaires, and one of them. */
  readonly asked: string;
  readonly answered: string;
  /** Somebody who was referred to a service, and how. */
  readonly referred: string;
  readonly referral: string;
  readonly byCode: string;
  readonly openWave: string;
  readonly past: string;
  readonly closedWave: string;
  readonly note: string;
  readonly release: string;
  readonly published: string;
}

/** Raised once, however often the ids are asked for. */
const DANGER = {
  ...{ id: randomUUID(), kind: 'suicide', urgency: 'today', words: null },
  seenAt: new Date().toISOString(),
} as const;

async function ids(): Promise<Ids> {
  const byCode = await program.campaign('by-code');
  const past = await program.campaign('past');
  const closedWave = past.waves[0]?.id ?? '';
  const { notes } = await (await program.as('dana')).call('listThemeNotes', { waveId: closedWave });
  const { accounts } = await (await program.as('kairat')).call('listAccounts', {});
  const { families } = await (await program.as('saule')).call('listFamilies', {});
  const { cases } = await (await program.as('saule')).call('listCases', {});
  const person = families[0]?.members[0]?.personId ?? '';
  await (await program.as('saule')).call('raiseSafetyEvent', { ...DANGER, personId: person });
  const asked = madeUpId('person 1 0');
  const { assessments } = await (await program.as('saule')).call('listAssessments', {
    personId: asked,
  });
  const { referrals } = await (await program.as('saule')).call('listReferrals', {});
  return {
    referred: referrals[0]?.person.id ?? '',
    referral: referrals[0]?.referral.id ?? '',
    safety: DANGER.id,
    worked: cases.find(({ status }) => status === 'open')?.family.id ?? '',
    family: families[0]?.id ?? '',
    person,
    another: families[1]?.members[0]?.personId ?? '',
    account: accounts.find(({ signInName }) => signInName === 'saule')?.id ?? '',
    asked,
    answered: assessments.at(-1)?.id ?? '',
    byCode: byCode.id,
    openWave: byCode.waves[0]?.id ?? '',
    past: past.id,
    closedWave,
    note: notes.find(({ isCoded }) => isCoded)?.id ?? '',
    ...released,
  };
}

/** Every page that `routes.tsx` names, one a line. */
const ROUTES = [
  ...readFileSync(join(import.meta.dirname, '../../packages/web/src/routes.tsx'), 'utf8').matchAll(
    /^ {2}page\(\s*'([^']+)'/gm,
  ),
].map(([, path]) => path ?? '');

describe('every page of the practitioners’ app', () => {
  it('is visited', () => {
    expect(ROUTES.length).toBeGreaterThan(15);
    expect(Object.keys(VISITS).sort()).toEqual([...ROUTES].sort());
  });

  // Two passes ask axe, about the laptop and about the phone: in one document it is several times as quick as in a new one each
  // time. The third, in other words again, loads every page by its address.
  it.each<{ language: Language; screen: Screen; isLoaded: boolean; isAsked: boolean }>([
    { language: 'ru', screen: 'laptop', isLoaded: false, isAsked: true },
    { language: 'kk', screen: 'phone', isLoaded: false, isAsked: true },
    { language: 'en', screen: 'phone', isLoaded: true, isAsked: false },
  ])(
    'is sound in $language on a $screen, asks nobody but us and keeps to its policy',
    async ({ language, screen, isLoaded, isAsked }) => {
      const known = await ids();
      for (const who of new Set(Object.values(VISITS).map((visit) => visit.who))) {
        const person = await personAt(browser, { screen, language, origin: program.origin });
        // The browser writes a line of its own about an import that is not there.
        person.watch.expect(/404/);
        if (who) await program.signIn(person.context, who);
        const page = await person.context.newPage();
        for (const [route, visit] of Object.entries(VISITS)) {
          if (visit.who !== who) continue;
          const address = `/app${visit.at(known)}`;
          if (isLoaded || page.url() === 'about:blank') await page.goto(address);
          else await goWithin(page, address);
          await page.locator('h1').first().waitFor();
          await page.waitForFunction(
            () => !document.querySelector('[data-animate], .mantine-Skeleton-root'),
          );
          expect(await page.locator('html').getAttribute('lang')).toBe(language);
          const where = `${route} (${who ?? 'a visitor'})`;
          const part = RELEASES.includes(route) ? '.report-section' : undefined;
          const elsewhere = { part, contrast: screen === 'phone' };
          await (isAsked ? expectSound(page, where, elsewhere) : expectFits(page, where));
        }
        await leave(person);
      }
    },
  );
});

/** To another page of the app as one of its links leads there: the old page has gone when this returns. */
async function goWithin(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-left', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await page.waitForFunction(() => {
    const heading = document.querySelector('h1');
    return heading !== null && !heading.hasAttribute('data-left');
  });
}
