import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Pushed {
  readonly title: string;
  readonly body: string;
  readonly receipt: string;
  readonly urgency: string;
}

/** A push service at the other end of https, with the one browser behind it that can open what comes. */
export interface PushService extends AsyncDisposable {
  readonly host: string;
  readonly subscription: {
    readonly endpoint: string;
    readonly p256dh: string;
    readonly auth: string;
  };
  readonly pushed: readonly Pushed[];
  /** What passed by the service, which cannot read it. */
  readonly carried: readonly Buffer[];
}

export async function pushService(tls: { cert: string; key: string }): Promise<PushService> {
  const browser = createECDH('prime256v1');
  const p256dh = browser.generateKeys();
  const auth = randomBytes(16);
  const pushed: Pushed[] = [];
  const carried: Buffer[] = [];
  /** The receiver's side of RFC 8291 and RFC 8188. */
  const opened = (body: Buffer): Buffer => {
    const keyLength = body.readUInt8(20);
    const sender = body.subarray(21, 21 + keyLength);
    const sealed = body.subarray(21 + keyLength);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, sender]);
    const shared = browser.computeSecret(sender);
    const material = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
    const part = (name: string, length: number) =>
      Buffer.from(
        hkdfSync('sha256', material, body.subarray(0, 16), `Content-Encoding: ${name}\0`, length),
      );
    const cipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
    cipher.setAuthTag(sealed.subarray(-16));
    const text = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
    return text.subarray(0, text.lastIndexOf(2));
  };
  const server = createServer(tls, async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    carried.push(body);
    const urgency = String(request.headers.urgency);
    if (!/^vapid t=\S+, k=\S+$/.test(request.headers.authorization ?? ''))
      return response.writeHead(401).end();
    pushed.push({ ...(JSON.parse(opened(body).toString()) as Omit<Pushed, 'urgency'>), urgency });
    return response.writeHead(201).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    host,
    subscription: {
      endpoint: `https://${host}/push/abc`,
      p256dh: p256dh.toString('base64url'),
      auth: auth.toString('base64url'),
    },
    pushed,
    carried,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
