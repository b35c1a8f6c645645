import { Problem } from '@tirek/domain/problem';
import { describe, expect, it } from 'vitest';
import { type CallableEndpoint, makeApi } from './make-api.ts';
import { NetworkFailure } from './network-failure.ts';

const ENDPOINTS = {
  listCampaigns: { kind: 'read', method: 'GET', path: '/api/campaigns' },
  closeWave: { kind: 'write', method: 'POST', path: '/api/waves/:waveId/close' },
  signInWithPassword: { kind: 'session', method: 'POST', path: '/api/sign-in/password' },
} as const satisfies Record<string, CallableEndpoint>;

type Answer = Response | Error;
const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
const refused = (code: string, status: number, details = {}) =>
  json({ code, status, details }, status, 'application/problem+json');
const noAnswer = () => new TypeError('Failed to fetch');

/** A client whose network gives these answers one after another, and what it sent. */
function clientOver(answers: Answer[], { isOnline = true } = {}) {
  const sent: Array<{ url: string; body: unknown }> = [];
  const waited: number[] = [];
  const reached: boolean[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: the answers of these tests have no schema
  const api = makeApi<any>(ENDPOINTS, {
    fetch: async (url, init) => {
      sent.push({ url: String(url), body: init?.body ?? null });
      const answer = answers.shift();
      if (!answer || answer instanceof Error) throw answer ?? noAnswer();
      return answer;
    },
    newId: () => 'an-id',
    isOnline: () => isOnline,
    wait: async (milliseconds) => {
      waited.push(milliseconds);
    },
    onReach: (isReached) => reached.push(isReached),
  });
  return { api, sent, waited, reached };
}

const closing = { id: '017f22e2-79b0-7cc3-98c4-dc0c0c07398f', waveId: 'w', reason: 'Всё собрано' };

describe('the client', () => {
  it('gives Dana what the server answered', async () => {
    const { api, reached } = clientOver([json({ campaigns: [] })]);
    expect(await api.call('listCampaigns', {})).toEqual({ campaigns: [] });
    expect(reached).toEqual([true]);
  });

  it('makes a refusal the same Problem that the server threw', async () => {
    const { api, sent } = clientOver([refused('changed-meanwhile', 409, { edition: 4 })]);
    const problem = await api.call('closeWave', closing).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code: 'changed-meanwhile', details: { edition: 4 } });
    expect(sent).toHaveLength(1);
  });

  it('sends the very same write again when the line broke, so that it is done once', async () => {
    const { api, sent, waited } = clientOver([noAnswer(), noAnswer(), json({ id: 'w' })]);
    await api.call('closeWave', closing);
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
    expect(waited).toEqual([400, 1600]);
  });

  it('gives Dana the file that the server sends, and the refusal where it sends none', async () => {
    const file = new Response('%PDF', {
      headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment' },
    });
    const { api } = clientOver([file, refused('wave-not-closed', 409)]);
    expect(await (await api.download('listCampaigns', {})).text()).toBe('%PDF');
    await expect(api.download('listCampaigns', {})).rejects.toMatchObject({
      code: 'wave-not-closed',
    });
  });

  it('takes no page of somebody between us for a file', async () => {
    const page = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
    const { api } = clientOver([page(), page(), page()]);
    await expect(api.download('listCampaigns', {})).rejects.toMatchObject({ kind: 'not-ours' });
  });

  it('gives up after the third try and says that the server is out of reach', async () => {
    const { api, sent, reached } = clientOver([noAnswer(), noAnswer(), noAnswer()]);
    const failure = await api.call('closeWave', closing).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NetworkFailure);
    expect(failure).toMatchObject({ kind: 'unreachable' });
    expect(sent).toHaveLength(3);
    expect(reached).toEqual([false]);
  });

  it('does not knock again when the browser itself knows that there is no network', async () => {
    const { api, sent } = clientOver([noAnswer()], { isOnline: false });
    await expect(api.call('listCampaigns', {})).rejects.toMatchObject({ kind: 'offline' });
    expect(sent).toHaveLength(1);
  });

  it('asks again when the server is only starting', async () => {
    const { api, sent } = clientOver([refused('unavailable', 503), json({ campaigns: [] })]);
    await api.call('listCampaigns', {});
    expect(sent).toHaveLength(2);
  });

  it('never repeats a sign-in by itself: a code works once', async () => {
    const { api, sent } = clientOver([noAnswer()]);
    await expect(api.call('signInWithPassword', {})).rejects.toBeInstanceOf(NetworkFailure);
    expect(sent).toHaveLength(1);
  });

  it('knows the sign-in page of a hotel from an answer of ours', async () => {
    const page = () =>
      new Response('<html>Welcome</html>', { headers: { 'content-type': 'text/html' } });
    const { api } = clientOver([page(), page(), page()]);
    await expect(api.call('listCampaigns', {})).rejects.toMatchObject({ kind: 'not-ours' });
  });

  it('lets a page that was left stop its question', async () => {
    const left = new AbortController();
    left.abort();
    const { api, sent } = clientOver([new DOMException('left', 'AbortError')]);
    await expect(api.call('listCampaigns', {}, { signal: left.signal })).rejects.toBeInstanceOf(
      DOMException,
    );
    expect(sent).toHaveLength(1);
  });

  it('tells Timur every step of a long piece of work, and begins anew when the connection breaks', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"done":0.5}\n'));
      },
      pull: (controller) => controller.error(noAnswer()),
    });
    const headers = { 'content-disposition': 'attachment; filename="preview.ndjson"' };
    const { api, sent } = clientOver([
      new Response(broken, { headers }),
      new Response('{"done":0.5}\n{"outcome":"there"}\n', { headers }),
    ]);
    const told: unknown[] = [];
    await api.lines('listCampaigns', {}, { onLine: (line) => told.push(line) });
    expect(told).toEqual([{ done: 0.5 }, { done: 0.5 }, { outcome: 'there' }]);
    expect(sent).toHaveLength(2);
  });
});
