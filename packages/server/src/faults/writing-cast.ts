import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { totpCode, totpStep } from '../access/index.ts';
import { sessionCookieName } from '../http/cookies.ts';
import { programmeDay } from '../programmes/index.ts';
import { phq8, SETTINGS, submissionOf } from '../surveys/test/test-survey.ts';
import { castPassword, castTotpSecret } from '../test/cast.ts';
import type { KilledProgram } from './killed-program.ts';
import type { Write } from './steady-writer.ts';

/** Dana at her desk, signed in by both steps over HTTP. */
export interface Dana {
  readonly cookie: string;
  call(path: string, body: unknown): Promise<unknown>;
}

export async function danaSignedIn(program: KilledProgram): Promise<Dana> {
  let cookie = '';
  const name = sessionCookieName(program.origin);
  async function call(path: string, body: unknown): Promise<unknown> {
    const answer = await fetch(`${program.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: program.origin, cookie },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    for (const set of answer.headers.getSetCookie()) {
      if (set.startsWith(`${name}=`)) cookie = set.split(';')[0] ?? '';
    }
    return JSON.parse(text);
  }
  await call('/api/sign-in/password', {
    signInName: 'dana',
    password: castPassword('dana'),
    device: 'test',
  });
  const code = totpCode(castTotpSecret('dana'), totpStep(new Date().toISOString()));
  await call('/api/sign-in/totp', { code });
  return {
    get cookie() {
      return cookie;
    },
    call,
  };
}

/** An open campaign of this month that anybody may answer. */
export async function openCampaign(dana: Dana): Promise<{ slug: string; waveId: string }> {
  const campaignId = randomUUID();
  const campaign = (await dana.call('/api/campaigns', { id: campaignId, settings: SETTINGS })) as {
    edition: number;
  };
  await dana.call(`/api/campaigns/${campaignId}/publish`, {
    id: randomUUID(),
    basedOn: campaign.edition,
  });
  const waveId = randomUUID();
  const now = Date.now();
  const wave = (await dana.call(`/api/campaigns/${campaignId}/waves`, {
    id: waveId,
    opensOn: programmeDay(new Date(now).toISOString()),
    closesOn: programmeDay(new Date(now + 10 * 86_400_000).toISOString()),
  })) as { slug: string };
  await dana.call(`/api/waves/${waveId}/open`, { id: randomUUID() });
  // The survey page asks the database at most so often which waves are open.
  await sleep(100);
  return { slug: wave.slug, waveId };
}

/** One more mother answers. */
export function answersFor(slug: string): Write {
  const submission = submissionOf(SETTINGS, { answers: phq8('1') });
  return { id: submission.id, path: `/api/surveys/${slug}/answers`, body: submission };
}

/** Dana notes one more campaign. */
export function campaignBy(dana: Dana): Write {
  const id = randomUUID();
  return { id, path: '/api/campaigns', body: { id, settings: SETTINGS }, cookie: dana.cookie };
}
