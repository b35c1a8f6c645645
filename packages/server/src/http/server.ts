import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import type { FileAnswer } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Database } from '../db/database.ts';
import { answerCall, type Locks } from './answer.ts';
import { problemOfConstraint } from './constraint-problems.ts';
import { readCookie, sessionCookie, sessionCookieName } from './cookies.ts';
import { derivedKey } from './derived-key.ts';
import type { Identify, Route } from './handler.ts';
import { atOneAddress } from './one-address.ts';
import type { Page } from './page.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServerOptions {
  readonly database: Database;
  readonly routes: readonly Route[];
  readonly pages: readonly Page[];
  readonly identify: Identify;
  /** The secret that lies outside the database; handlers get keys derived from it. */
  readonly installationKey: Buffer;
  /** The address people type, for example `https://tirek.example`. */
  readonly origin: string;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Folder of the built practitioners' app; null in tests of the API alone. */
  readonly webFolder: string | null;
  /** True behind a reverse proxy whose X-Forwarded-For may be believed. */
  readonly isBehindProxy?: boolean;
  readonly perMinute?: number;
  readonly tls?: { readonly key: Buffer; readonly cert: Buffer };
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
  /** Test only, see `Locks`. */
  readonly locks?: Locks;
}

const DEFAULT_BODY = 256 * 1024;
const DEFAULT_PER_MINUTE = 600;
/** Shorter answers are on their way before they would be packed. */
const LONG_ANSWER = 8 * 1024;

/** Mounts contracts and pages on Fastify. No handler knows Fastify; tests call `inject` and need no port. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: DEFAULT_BODY,
    // One proxy: the address that it saw itself, never one that the caller wrote into the header.
    trustProxy: options.isBehindProxy ? (_address, hop) => hop === 0 : false,
    ...(options.tls ? { https: options.tls } : {}),
  }) as unknown as FastifyInstance;
  await app.register(rateLimit, {
    global: true,
    max: options.perMinute ?? DEFAULT_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: (request) => request.ip,
    // A device that takes the app along fetches all of its files at once; they are the same for everybody.
    allowList: (request) => request.url.startsWith('/assets/'),
    // How much is left is nobody's business; who is stopped is told when to come back.
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    errorResponseBuilder: (_request, context) =>
      Object.assign(new Problem('too-many-requests', { seconds: Math.ceil(context.ttl / 1000) }), {
        statusCode: 429,
      }),
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, formFields(String(body)));
    },
  );
  const always = Object.entries(securityHeaders(options.origin));
  app.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of always) if (!reply.hasHeader(name)) reply.header(name, value);
    done(null, payload);
  });
  app.addHook('onRequest', (request, reply, done) => {
    const right = atOneAddress(request, options.origin);
    if (right) reply.redirect(right, 307);
    else done();
  });
  app.setErrorHandler((error, request, reply) => sendProblem(options, error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    // Whoever mistypes an address is led to the app, which finds the page or says in her language that there is none.
    if (options.webFolder && isLostPerson(request)) return reply.redirect(`/app${request.url}`);
    return sendProblem(options, new Problem('not-found'), request, reply);
  });
  for (const route of options.routes) mountRoute(app, options, route);
  for (const page of options.pages) mountPage(app, options, page);
  if (options.webFolder) await mountWebApp(app, options.webFolder);
  return app;
}

function mountRoute(app: FastifyInstance, options: ServerOptions, route: Route): void {
  const { endpoint } = route;
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: endpoint.maxBytes ?? DEFAULT_BODY,
    ...(endpoint.perMinute
      ? { config: { rateLimit: { max: endpoint.perMinute, timeWindow: 60_000 } } }
      : {}),
    async handler(request, reply) {
      if (endpoint.kind !== 'read') requireSameOrigin(request, options.origin);
      const token = readCookie(request.headers.cookie, sessionCookieName(options.origin));
      const now = options.clock().toISOString();
      // Whoever answers a survey is nobody we know, even on a machine where a practitioner is signed in.
      const actor = route.lone
        ? { kind: 'respondent' as const }
        : token
          ? await options.identify(options.database, token, now)
          : { kind: 'visitor' as const };
      let cookie: string | null = null;
      const output = await answerCall(options.database, {
        route,
        actor,
        rawInput: {
          ...(request.query as object),
          ...(isRecord(request.body) ? request.body : {}),
          ...(request.params as object),
        },
        now,
        newId: options.newId,
        origin: options.origin,
        address: request.ip,
        sessionToken: token,
        setSession: (value) => {
          cookie = sessionCookie(options.origin, value);
        },
        keyFor: (purpose) => derivedKey(options.installationKey, purpose),
        ...(options.locks ? { locks: options.locks } : {}),
      });
      if (cookie) reply.header('set-cookie', cookie);
      if (endpoint.isFile) return await sendFile(reply, output as FileAnswer);
      const body = JSON.stringify(output);
      reply.type('application/json');
      if (body.length < LONG_ANSWER || !isWorthPacking(request, body)) return reply.send(body);
      // What families need in the village goes over the same line as everything else.
      const isBrotli = /\bbr\b/.test(String(request.headers['accept-encoding']));
      return reply
        .header('content-encoding', isBrotli ? 'br' : 'gzip')
        .header('vary', 'accept-encoding')
        .send(await (isBrotli ? packTightly(body) : pack(body)));
    },
  });
}

/**
 * A file leaves piece by piece, as fast as it is taken; the browser keeps it and shows it to nobody. What goes wrong
 * before the first piece is there is still told as a Problem.
 */
async function sendFile(
  reply: FastifyReply,
  { fileName, mediaType, pieces }: FileAnswer,
): Promise<FastifyReply> {
  const left = pieces[Symbol.asyncIterator]();
  // Whoever goes away while a piece is being made is not waited for.
  reply.raw.once('close', () => void left.return?.());
  const first = await left.next();
  async function* all() {
    if (!first.done) yield first.value;
    yield* { [Symbol.asyncIterator]: () => left };
  }
  return (
    reply
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'no-store')
      // Whatever is in it, and whoever makes a browser show it: it may run and fetch nothing.
      .header('content-security-policy', "sandbox; default-src 'none'")
      .type(mediaType)
      .send(Readable.from(all()))
  );
}

function mountPage(app: FastifyInstance, options: ServerOptions, page: Page): void {
  app.route({
    method: page.method,
    url: page.path,
    ...(page.perMinute
      ? { config: { rateLimit: { max: page.perMinute, timeWindow: 60_000 } } }
      : {}),
    async handler(request, reply) {
      if (page.method === 'POST') requireSameOrigin(request, options.origin);
      const answer = await page.render({
        database: options.database,
        params: request.params as Record<string, string>,
        query: request.query as Record<string, string>,
        fields: isRecord(request.body) ? (request.body as Record<string, string | string[]>) : {},
        acceptLanguage: request.headers['accept-language'] ?? '',
        address: request.ip,
        origin: options.origin,
        now: options.clock().toISOString(),
        newId: options.newId,
        keyFor: (purpose) => derivedKey(options.installationKey, purpose),
      });
      reply
        .headers({ ...securityHeaders(options.origin, answer.policy), ...answer.headers })
        .header('vary', 'accept-encoding, accept-language')
        .status(answer.status ?? 200)
        .type(answer.contentType ?? 'text/html; charset=utf-8');
      const { etag } = answer.headers ?? {};
      if (etag && request.headers['if-none-match'] === etag) return reply.status(304).send();
      if (!isWorthPacking(request, answer.body)) return reply.send(answer.body);
      return reply.header('content-encoding', 'gzip').send(await pack(answer.body));
    },
  });
}

/** A browser that was sent to an address which is neither the program's nor the app's. */
const isLostPerson = ({ method, url, headers }: FastifyRequest) =>
  method === 'GET' && !/^\/(api|app)\b/.test(url) && /\btext\/html\b/.test(headers.accept ?? '');

const pack = promisify(gzip) as (body: string | Buffer) => Promise<Buffer>;
const brotli = promisify(brotliCompress);
/** Names and ids come again far apart, farther than gzip looks back; this quality takes no longer than gzip does. */
const packTightly = (body: string) =>
  brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

/** Pages are for phones on a bad line; what is small goes as it is. */
const isWorthPacking = (request: FastifyRequest, body: string | Buffer) =>
  body.length > 1024 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));

/** The practitioners' app under `/app/`: hashed assets for ever, compressed at build; everything else its one page. */
async function mountWebApp(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ['**/*.{gz,br}', 'assets/**', 'manifest.json', 'index.html'],
    cacheControl: false,
    setHeaders(reply, path) {
      const isHashed = path.includes(`${join(folder, 'assets')}`);
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // One route for all of them: with one for each of hundreds of files the program took a third longer to start.
  const assets = new Set(await filesIn(join(folder, 'assets')));
  app.get<{ Params: { file: string } }>('/assets/:file', ({ params }, reply) =>
    assets.has(params.file) ? reply.sendFile(`assets/${params.file}`) : reply.callNotFound(),
  );
  for (const path of ['/', '/app']) app.get(path, (_request, reply) => reply.redirect('/app/'));
  app.get('/app/*', (_request, reply) => reply.sendFile('index.html'));
}

/** What may be asked for by its name; the packed ones are sent in place of these. */
const filesIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => !/\.(gz|br)$/.test(name));

/** A change of ours is asked for by our own pages only, whatever another site makes a browser send. */
function requireSameOrigin(request: FastifyRequest, origin: string): void {
  const from = request.headers.origin;
  const site = request.headers['sec-fetch-site'];
  if (from ? from !== origin : site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Problem('cross-site');
  }
}

function sendProblem(
  options: ServerOptions,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const problem = asProblem(error);
  if (problem.code === 'internal') {
    const requestId = options.newId();
    problem.details.requestId = requestId;
    options.log({
      level: 'error',
      requestId,
      route: request.routeOptions.url ?? 'unknown',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  // Nobody but who looks after the server can help here.
  if (problem.code === 'storage-full') {
    options.log({ level: 'error', part: 'database', error: 'the disk is full' });
  }
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

function asProblem(thrown: unknown): Problem {
  const error = problemOfConstraint(thrown);
  if (error instanceof Problem) return error;
  const status = (error as { statusCode?: number }).statusCode;
  if (status === 413) return new Problem('payload-too-large');
  if (status === 429) return new Problem('too-many-requests');
  if (status !== undefined && status >= 400 && status < 500)
    return new Problem('input-invalid', { places: [] });
  return new Problem('internal');
}

function formFields(body: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const earlier = fields[name];
    fields[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return fields;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
