/** A browser as far as the server sees it: a cookie, an address of its own, and answers that come packed. */
import { Agent, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Endpoint } from '@tirek/domain/contract';
import { totpCode, totpStep } from '../../packages/server/src/access/index.ts';
import { routes } from '../../packages/server/src/app.ts';
import { sessionCookieName } from '../../packages/server/src/http/cookies.ts';
import { PASSWORD, type Worker } from './staff.ts';

export interface Answer {
  readonly packed: Buffer;
  readonly encoding: string | undefined;
}
/** @throws Error with the endpoint, the status and what was answered */
export type Call = (name: string, input: Record<string, unknown>) => Promise<Answer>;

const agent = new Agent({ keepAlive: true });

export function openBrowser({ port, address }: { port: number; address: string }): Call {
  const origin = `http://localhost:${port}`;
  let cookie = '';

  return async (name, input) => {
    const { endpoint } = routes.find((route) => route.name === name) ?? {};
    if (!endpoint) throw new Error(`No endpoint ${name}.`);
    const { method, path, body } = onTheWire(endpoint, input);
    return await new Promise<Answer>((resolve, reject) => {
      const asked = request(
        {
          ...{ port, method, path, agent },
          headers: {
            ...{ origin, 'x-forwarded-for': address, 'accept-encoding': 'gzip' },
            ...{ host: `localhost:${port}`, 'sec-fetch-site': 'same-origin' },
            ...(cookie ? { cookie } : {}),
            ...(body ? { 'content-type': 'application/json' } : {}),
          },
        },
        (answer) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece) => pieces.push(piece));
          answer.on('end', () => {
            const [set] = answer.headers['set-cookie'] ?? [];
            const token = set?.split(';')[0];
            if (token?.startsWith(sessionCookieName(origin))) cookie = token;
            const packed = Buffer.concat(pieces);
            const isWhole = (answer.statusCode ?? 500) < 400;
            if (!isWhole) reject(new Error(`${name} ${answer.statusCode} ${packed.toString()}`));
            else resolve({ packed, encoding: answer.headers['content-encoding'] });
          });
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  };
}

export async function signIn(call: Call, { signInName, totpSecret }: Worker): Promise<Answer> {
  await call('signInWithPassword', { signInName, password: PASSWORD, device: 'bench' });
  const code = totpCode(totpSecret, totpStep(new Date().toISOString()));
  return await call('signInWithTotp', { code });
}

/** Answers that are not looked into are not unpacked: that would be time of the load. */
export const unpacked = ({ packed, encoding }: Answer): unknown =>
  JSON.parse((encoding === 'gzip' ? gunzipSync(packed) : packed).toString());

function onTheWire({ method, path }: Endpoint, input: Record<string, unknown>) {
  const rest = { ...input };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { method, path: filled, body: method === 'GET' ? undefined : JSON.stringify(rest) };
}
