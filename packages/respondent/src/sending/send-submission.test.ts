import { describe, expect, it } from 'vitest';
import { waitBefore } from './back-off.ts';
import { resultOf } from './send-submission.ts';

const answer = (status: number, body: unknown, type = 'application/json') =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': type },
  });
const problem = (status: number, code: string, details = {}) =>
  answer(status, { code, status, details }, 'application/problem+json');

describe('the answer to a submission', () => {
  it('is an arrival only when our own server says so', async () => {
    expect(await resultOf(answer(200, { done: true }))).toEqual({ kind: 'sent' });
  });

  it('is no arrival when a café answers with its sign-in page', async () => {
    const page = answer(200, '<h1>Wi-Fi</h1>', 'text/html');
    expect(await resultOf(page)).toEqual({ kind: 'later', seconds: 0 });
    expect(await resultOf(answer(200, { hello: 'guest' }))).toEqual({ kind: 'later', seconds: 0 });
    expect(await resultOf(answer(200, '{"done":tr'))).toEqual({ kind: 'later', seconds: 0 });
  });

  it('is a refusal with its code and details', async () => {
    const details = { findings: [{ form: 'needs', path: 'age', code: 'too-large' }] };
    expect(await resultOf(problem(422, 'answers-invalid', details))).toEqual({
      kind: 'refused',
      code: 'answers-invalid',
      details,
    });
  });

  it('is to be asked again when the server is busy or broken', async () => {
    expect(await resultOf(problem(429, 'too-many-requests', { seconds: 40 }))).toEqual({
      kind: 'later',
      seconds: 40,
    });
    expect(await resultOf(problem(503, 'unavailable'))).toEqual({ kind: 'later', seconds: 0 });
    expect(await resultOf(answer(502, 'Bad gateway', 'text/html'))).toMatchObject({
      kind: 'later',
    });
  });
});

describe('the pause before the next try', () => {
  it('doubles up to five minutes', () => {
    const waits = [1, 2, 3, 8, 9, 40].map((tries) => waitBefore(tries, { chance: 0.5 }));
    expect(waits).toEqual([2000, 4000, 8000, 256_000, 300_000, 300_000]);
  });

  it('is spread, so that a village does not ask all at once, and never shorter than the server asked for', () => {
    expect(waitBefore(3, { chance: 0 })).toBe(6400);
    expect(waitBefore(3, { chance: 0.999 })).toBeGreaterThan(9500);
    expect(waitBefore(1, { chance: 0, atLeastSeconds: 40 })).toBe(40_000);
  });
});
