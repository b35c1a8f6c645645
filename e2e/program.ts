import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CampaignSummary } from '@tirek/domain/surveys';
import type { BrowserContext } from 'playwright-core';
import { totpCode, totpStep } from '../packages/server/src/access/index.ts';
import { findRunning } from '../packages/server/src/db/embedded/index.ts';
import type { ColleagueName } from '../packages/server/src/demo/colleagues.ts';
import { freePort } from '../packages/server/src/free-port.ts';
import { sessionCookieName } from '../packages/server/src/http/cookies.ts';
import { programFile } from '../packages/server/src/program-file.ts';
import { type CastName, castPassword, castTotpSecret } from '../packages/server/src/test/cast.ts';
import { putPreparedDemo } from '../packages/server/src/test/prepared-demo.ts';
import { type StartedProgram, startProgram } from '../packages/server/src/test/started-program.ts';
import { type Api, apiAt } from './api.ts';

/** The cast, and the practitioners beside it. */
type SignsIn = CastName | ColleagueName;

const PAGES = ['respondent/dist/respondent.js', 'respondent/dist/own.js', 'web/dist/index.html'];
const PACKAGES = join(import.meta.dirname, '../packages');
/** A code of the step after this one is taken too, and each code once. */
const STEP_MS = 30_000;
const DAY_MS = 86_400_000;
const CLOCK_AHEAD = join(import.meta.dirname, 'clock-ahead.ts');
/** The last one waits to be approved. */
const DEMO_RELEASES = 3;

/** A real `tirek serve --demo` of its own: data in a folder of its own, a free port, the built pages. */
export interface DemoProgram {
  /** `http://localhost:…` */
  readonly origin: string;
  readonly folder: string;
  /** One of them, signed in over HTTP once and then kept. */
  as(name: SignsIn): Promise<Api>;
  /** Puts the session of `as` into a browser: for journeys that are not about signing in. */
  signIn(context: BrowserContext, name: SignsIn): Promise<void>;
  /** Six digits of the authenticator app that nobody has used yet; waits for them when these were all used. */
  totp(name: SignsIn): Promise<string>;
  /** The campaign of the demo, by what it asks. */
  campaign(which: 'past' | 'open' | 'by-code'): Promise<CampaignSummary>;
  /** The releases that the demo makes by itself after it has begun to answer; waits for them. */
  releases(): Promise<Readonly<Record<'network' | 'public' | 'waiting', string>>>;
  /** What the program has said so far, on both streams. */
  said(): string;
  /** Where its database can be reached by a test that looks at what was really stored. */
  database(): NonNullable<ReturnType<typeof findRunning>>;
  /** Ends it in order and starts it again on the same data at the same address. */
  restart(): Promise<void>;
  /** The same, so many days after today: whoever was signed in is not any more. */
  restartLater(days: number): Promise<void>;
  stop(): Promise<void>;
}

/** @throws Error when the pages were not built, or with all its words when the program does not start. */
export async function startDemo(): Promise<DemoProgram> {
  const missing = PAGES.filter((page) => !existsSync(join(PACKAGES, page)));
  if (missing.length > 0) throw new Error(`npm run build comes first: no ${missing.join(', ')}`);
  const folder = await mkdtemp(join(tmpdir(), 'tirek-e2e-'));
  const port = await freePort('127.0.0.1');
  const origin = `http://localhost:${port}`;
  const start = async (data: string, days = 0) => {
    const started = startProgram(['serve', '--demo'], {
      ...(days > 0 && { start: [process.execPath, '--import', CLOCK_AHEAD, programFile()] }),
      environment: {
        DAYS_AHEAD: String(days),
        TIREK_DATA: data,
        TIREK_PORT: String(port),
        TIREK_LANGUAGE: 'en',
        TIREK_LOG: 'error',
      },
    });
    await started.until(/Ready: http/);
    return started;
  };
  const end = async (program: StartedProgram) => {
    program.process.kill('SIGTERM');
    await program.ended();
  };

  const data = join(folder, 'data');
  await putPreparedDemo(data);
  let program = await start(data);
  let daysAhead = 0;
  const apis = new Map<SignsIn, Promise<Api>>();
  const lastStep = new Map<SignsIn, number>();

  async function totp(name: SignsIn): Promise<string> {
    for (;;) {
      const now = totpStep(new Date(Date.now() + daysAhead * DAY_MS).toISOString());
      const step = Math.max(now, (lastStep.get(name) ?? 0) + 1);
      if (step <= now + 1) {
        lastStep.set(name, step);
        return totpCode(castTotpSecret(name), step);
      }
      await sleep((step - 1) * STEP_MS - Date.now() - daysAhead * DAY_MS);
    }
  }

  async function signedIn(name: SignsIn): Promise<Api> {
    const api = apiAt(origin);
    const first = await api.call('signInWithPassword', {
      signInName: name,
      password: castPassword(name),
    });
    if (first.kind === 'second-factor') {
      await api.call('signInWithTotp', { code: await totp(name) });
    }
    return api;
  }

  const as = (name: SignsIn) => {
    const api = apis.get(name) ?? signedIn(name);
    apis.set(name, api);
    return api;
  };

  return {
    origin,
    folder,
    as,
    totp,
    async signIn(context, name) {
      const value = (await as(name)).token() ?? '';
      await context.addCookies([
        { name: sessionCookieName(origin), value, url: origin, httpOnly: true, sameSite: 'Strict' },
      ]);
    },
    async campaign(which) {
      const { campaigns } = await (await as('dana')).call('listCampaigns', {});
      const found = campaigns.find(({ linkage, waves }) => {
        const isPast = waves.some(({ isImported }) => isImported);
        if (which === 'past' || isPast) return which === 'past' && isPast;
        return linkage === (which === 'open' ? 'open' : 'one-time');
      });
      if (!found) throw new Error(`The demo has no campaign "${which}".`);
      return found;
    },
    async releases() {
      const timur = await as('timur');
      let { releases } = await timur.call('listReleases', {});
      while (releases.length < DEMO_RELEASES) {
        await sleep(500);
        ({ releases } = await timur.call('listReleases', {}));
      }
      const idOf = (audience: string) =>
        releases.find((each) => each.audience === audience)?.id ?? '';
      return { network: idOf('network'), public: idOf('public'), waiting: idOf('internal') };
    },
    said: () => `${program.said.output}\n${program.said.errors}`,
    database() {
      const found = findRunning(data);
      if (!found) throw new Error('The program serves no database.');
      return found;
    },
    async restart() {
      await end(program);
      program = await start(data, daysAhead);
    },
    async restartLater(days) {
      daysAhead = days;
      apis.clear();
      await end(program);
      program = await start(data, days);
    },
    async stop() {
      await end(program);
      await rm(folder, { recursive: true });
    },
  };
}
