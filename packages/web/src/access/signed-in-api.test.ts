import { Problem } from '@tirek/domain/problem';
import { describe, expect, it } from 'vitest';
import type { TirekApi } from '../api.ts';
import { signedInApi } from './signed-in-api.ts';

/** The pages' client over a server that first refuses with these problems and then answers. */
function clientOver(problems: Problem[], given: { isBack?: boolean; isProven?: boolean } = {}) {
  const sent: unknown[] = [];
  const interrupted: string[] = [];
  let asked = 0;
  const api = {
    newId: () => 'an-id',
    call: async (_: string, input: unknown) => {
      sent.push(input);
      const problem = problems.shift();
      if (problem) throw problem;
      return { id: 'w' };
    },
  } as unknown as TirekApi;
  const client = signedInApi(
    api,
    {
      interrupt: (code) => interrupted.push(code),
      whenBack: async () => given.isBack ?? true,
    },
    async () => {
      asked += 1;
      return given.isProven ?? true;
    },
  );
  return { client, sent, interrupted, asked: () => asked };
}

const closing = { id: '017f22e2-79b0-7cc3-98c4-dc0c0c07398f', waveId: 'w', reason: 'Всё собрано' };

describe('a write of somebody whose session has ended', () => {
  it.each(['not-signed-in', 'session-locked', 'second-factor-needed'] as const)(
    'waits for her after %s and is sent again as it was',
    async (code) => {
      const { client, sent, interrupted } = clientOver([new Problem(code)]);
      await client.call('closeWave', closing as never);
      expect(interrupted).toEqual([code]);
      expect(sent).toEqual([closing, closing]);
    },
  );

  it('is not sent for anybody else who signs in instead', async () => {
    const { client, sent } = clientOver([new Problem('not-signed-in')], { isBack: false });
    await expect(client.call('closeWave', closing as never)).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    expect(sent).toHaveLength(1);
  });
});

describe('a change to one’s own sign-in', () => {
  it('asks Saule for her password and then goes through', async () => {
    const { client, sent, asked } = clientOver([new Problem('proof-needed')]);
    await client.call('renewRecoveryCodes', {});
    expect(asked()).toBe(1);
    expect(sent).toHaveLength(2);
  });

  it('is refused when she closes the question', async () => {
    const { client } = clientOver([new Problem('proof-needed')], { isProven: false });
    await expect(client.call('renewRecoveryCodes', {})).rejects.toMatchObject({
      code: 'proof-needed',
    });
  });

  it('leaves every other refusal to the page', async () => {
    const { client, asked, interrupted } = clientOver([new Problem('last-second-factor')]);
    await expect(client.call('removeTotp', {})).rejects.toMatchObject({
      code: 'last-second-factor',
    });
    expect(asked()).toBe(0);
    expect(interrupted).toEqual([]);
  });
});
