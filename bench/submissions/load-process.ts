/**
 * The load, in a process of its own: which gets its settings by message. Each connection is a plain socket that is kept alive
 * and sends one submission after another, the next when the one before was answered. Tells its parent the latencies.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { someAnswers } from './form.ts';

export interface LoadSettings {
  readonly port: number;
  readonly slug: string;
  readonly connections: number;
  readonly seconds: number;
  readonly consentVersion: string;
  /** One-time mode: a code for each submission. */
  readonly codes: readonly string[] | null;
}

export interface LoadResult {
  readonly accepted: number;
  readonly refused: number;
  readonly seconds: number;
  /** Milliseconds, ascending. */
  readonly latencies: number[];
  readonly bytes: number;
  /** Processor time of the load itself for each submission, microseconds. */
  readonly loadCpu: number;
}

const settings = await new Promise<LoadSettings>((resolve) => {
  process.once('message', (message) => resolve(message as LoadSettings));
});
const VARIANTS = 500;
/** An answer that takes longer is lost: the run ends and says so. */
const PATIENCE_MS = 30_000;
const bodies = Array.from({ length: VARIANTS }, () => JSON.stringify({ bench: someAnswers() }));
const latencies: number[] = [];
let accepted = 0;
let refused = 0;
let bytes = 0;
let nextCode = 0;
const cpuBefore = process.cpuUsage();
const started = performance.now();
const end = started + settings.seconds * 1000;
await Promise.all(Array.from({ length: settings.connections }, keepSending));
const cpu = process.cpuUsage(cpuBefore);
const result: LoadResult = {
  accepted,
  refused,
  seconds: (performance.now() - started) / 1000,
  latencies: latencies.sort((a, b) => a - b),
  loadCpu: (cpu.user + cpu.system) / Math.max(1, accepted + refused),
  bytes: bytes / Math.max(1, accepted + refused),
};
// Latencies of a good run are more than the channel holds at once; closed before they have left, it would drop them.
process.send?.(result, () => process.disconnect());

function request(): Buffer | null {
  const code = settings.codes ? settings.codes[nextCode++] : undefined;
  if (settings.codes && code === undefined) return null;
  const head = {
    id: randomUUID(),
    language: 'en',
    consent: { version: settings.consentVersion, language: 'en' },
    ...(code ? { code } : {}),
  };
  const body = `${JSON.stringify(head).slice(0, -1)},"answers":${bodies[randomInt(VARIANTS)]}}`;
  const size = Buffer.byteLength(body);
  bytes += size;
  const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
  return Buffer.from(
    `POST /api/surveys/${settings.slug}/answers HTTP/1.1\r\nHost: localhost:${settings.port}\r\n` +
      `Origin: http://localhost:${settings.port}\r\nContent-Type: application/json\r\n` +
      `X-Forwarded-For: ${address}\r\nContent-Length: ${size}\r\n\r\n${body}`,
  );
}

function keepSending(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(settings.port, '127.0.0.1');
    socket.setNoDelay(true);
    let sentAt = 0;
    let received = '';
    const send = () => {
      const now = performance.now();
      // Something is wrong with the stand; a figure would mean nothing.
      const next = now < end && refused < 100 ? request() : null;
      if (!next) {
        socket.end();
        resolve();
        return;
      }
      sentAt = now;
      socket.write(next);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    // After `resolve` this changes nothing.
    socket.on('close', () => reject(new Error('The server closed a connection.')));
    socket.setTimeout(PATIENCE_MS, () => reject(new Error(`No answer after ${PATIENCE_MS} ms.`)));
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const headEnd = received.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
      if (received.length < headEnd + 4 + length) return;
      latencies.push(performance.now() - sentAt);
      if (received.startsWith('HTTP/1.1 200')) accepted++;
      else {
        refused++;
        if (refused === 1) process.stderr.write(`${received}\n`);
      }
      received = '';
      send();
    });
  });
}
