import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Embedded, startEmbedded } from '../db/embedded/index.ts';
import { castPassword } from '../demo/cast.ts';
import { type StartedProgram, startProgram } from '../test/started-program.ts';

let folder: string;
let server: Embedded;
let environment: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-two-'));
  server = await startEmbedded({ folder, log: () => undefined });
  const { host, port, user, password = '' } = server.connection;
  const owner = new pg.Client(server.connection);
  await owner.connect();
  await owner.query('create database together');
  await owner.end();
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  environment = {
    DATABASE_URL: `postgres://${login}@localhost:${port}/together?host=${encodeURIComponent(host)}`,
    TIREK_KEY_FILE: join(folder, 'installation.key'),
    TIREK_PORT: '0',
  };
}, 120_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** One of several programs that serve the same database, each with a folder of its own. */
async function serve(name: string): Promise<{ program: StartedProgram; origin: string }> {
  const program = startProgram(['serve', '--demo'], {
    environment: { ...environment, TIREK_DATA: join(folder, name) },
  });
  const [, origin = ''] = await program.until(/Ready: (http\S+)/);
  return { program, origin };
}

async function post(
  origin: string,
  path: string,
  body: object,
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

const signIn = (origin: string, password: string) =>
  post(origin, '/api/sign-in/password', { signInName: 'dana', password });

describe('two programs on one external database', () => {
  it('start at once, fill the demonstration once, share lock-outs, and one outlives the other', async () => {
    const [first, second] = await Promise.all([serve('first'), serve('second')]);
    const owner = new pg.Client({ ...server.connection, database: 'together' });
    await owner.connect();
    const { rows } = await owner.query('select count(*)::int as answers from survey_response');
    expect(rows).toEqual([{ answers: 104 }]);

    for (let attempt = 0; attempt < 3; attempt++) {
      await signIn(first.origin, 'wrong wrong wrong');
      await signIn(second.origin, 'wrong wrong wrong');
    }
    // Six failures, three at each: the name is closed at both, whoever is asked.
    for (const { origin } of [first, second]) {
      const { body } = await signIn(origin, castPassword('dana'));
      expect(body).toMatchObject({ kind: 'locked-out' });
    }

    first.program.process.kill('SIGKILL');
    await once(first.program.process, 'close');
    const paths = second.program.said.output.match(/\/s\/[a-z]{8}/);
    const page = await fetch(`${second.origin}${paths?.[0]}`);
    expect(page.status).toBe(200);
    second.program.process.kill('SIGTERM');
    expect(await second.program.ended()).toBe(0);

    const verified = startProgram(['audit', 'verify'], {
      environment: { ...environment, TIREK_DATA: join(folder, 'second') },
    });
    expect(await verified.ended()).toBe(0);
    await owner.end();
  });
});
