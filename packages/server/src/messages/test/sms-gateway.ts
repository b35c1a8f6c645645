import { once } from 'node:events';
import { createServer as createHttp, type IncomingMessage } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Arrived {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly receipt: string;
}

/** A gateway at the other end of HTTP, in this process: takes what it is sent and knows an id again. */
export interface SmsGateway extends AsyncDisposable {
  readonly url: string;
  /** Telephones that rang: one entry for each message it had not seen before. */
  readonly rang: readonly Arrived[];
  /** Everything that was asked of it. */
  readonly asked: readonly Arrived[];
  /** `no`: answers 200 and says no in the body; `key`: 401; `hangs`: takes it and does not answer until told otherwise. */
  behave(as: 'well' | 'no' | 'key' | 'hangs'): void;
  /** Stops listening, and listens again at the same place. */
  down(): Promise<void>;
  up(): Promise<void>;
}

export async function smsGateway(tls?: { cert: string; key: string }): Promise<SmsGateway> {
  const rang = new Map<string, Arrived>();
  const asked: Arrived[] = [];
  let manner: 'well' | 'no' | 'key' | 'hangs' = 'well';
  let held: (() => void)[] = [];
  const take = async (request: IncomingMessage): Promise<[number, string]> => {
    const { id, to, text, receipt } = JSON.parse(await bodyOf(request)) as Arrived;
    if (request.headers.authorization !== 'Bearer gateway-key') return [401, '{}'];
    asked.push({ id, to, text, receipt });
    if (manner === 'key') return [401, '{}'];
    if (manner === 'no') return [200, '{"error":"no credit"}'];
    const key = String(request.headers['idempotency-key']);
    if (!rang.has(key)) rang.set(key, { id, to, text, receipt });
    if (manner === 'hangs') await new Promise<void>((resolve) => held.push(resolve));
    return [200, '{"taken":true}'];
  };
  const answer: Parameters<typeof createHttp>[1] = (request, response) => {
    take(request).then(
      ([status, body]) => response.writeHead(status).end(body),
      () => response.destroy(),
    );
  };
  const make = () => (tls ? createHttps(tls, answer) : createHttp(answer));
  let server = make().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const gateway: SmsGateway = {
    url: `${tls ? 'https' : 'http'}://localhost:${port}/send`,
    get rang() {
      return [...rang.values()];
    },
    asked,
    behave(as) {
      manner = as;
      for (const release of held) release();
      held = [];
    },
    async down() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    async up() {
      server = make().listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    async [Symbol.asyncDispose]() {
      gateway.behave('well');
      if (server.listening) await gateway.down();
    },
  };
  return gateway;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
