import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StartedProgram, startProgram } from '../test/started-program.ts';

let folder: string;
let started: StartedProgram[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-serve-'));
  started = [];
});
afterEach(async () => {
  for (const program of started) program.process.kill('SIGTERM');
  for (const program of started) await program.ended();
  await rm(folder, { recursive: true });
});

function serve(environment: Record<string, string> = {}, start?: readonly string[]) {
  const program = startProgram(['serve'], {
    environment: { TIREK_DATA: join(folder, 'data'), TIREK_PORT: '0', ...environment },
    ...(start ? { start } : {}),
  });
  started.push(program);
  return program;
}

const address = async (program: StartedProgram) =>
  (await program.until(/Ready: (http\S+)/))[1] as string;

async function stop(program: StartedProgram): Promise<number | string> {
  program.process.kill('SIGTERM');
  return await program.ended();
}

describe('tirek serve', () => {
  it('starts on an empty folder, answers, stops in order and keeps its data', async () => {
    const first = serve();
    const answer = await fetch(`${await address(first)}/api/nothing`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'not-found' });
    const key = await readFile(join(folder, 'data/keys/installation.key'), 'utf8');
    expect(first.said.output).toContain('A new installation key was made');
    expect(await stop(first)).toBe(0);
    expect(first.said.output).toContain('Stopped.');

    const second = serve();
    await address(second);
    expect(second.said.output).not.toContain('key was made');
    expect(await readFile(join(folder, 'data/keys/installation.key'), 'utf8')).toBe(key);
    expect(await stop(second)).toBe(0);
  });

  it('serves on when nobody reads what it says any more', async () => {
    const program = serve();
    const origin = await address(program);
    // What `tirek serve | head` does once it has seen enough.
    program.process.stdout?.destroy();
    expect((await fetch(`${origin}/api/nothing`)).status).toBe(404);
    expect(await stop(program)).toBe(0);
    expect(program.said.errors).not.toContain('EPIPE');
  });

  it('refuses a folder that another one serves, in words', async () => {
    const first = serve();
    await address(first);
    const second = serve();
    expect(await second.ended()).toBe(1);
    expect(second.said.errors).toMatch(/Another program .* already serves/);
  });

  it('tells of a port in use before anything is lost', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const program = serve({ TIREK_PORT: String(port) });
    expect(await program.ended()).toBe(1);
    expect(program.said.errors).toContain(`Port ${port} at 127.0.0.1 is in use`);
    other.close();
  });

  it('refuses an installation key that others may read, and a database of another key', async () => {
    const first = serve();
    await address(first);
    await stop(first);
    const file = join(folder, 'data/keys/installation.key');
    await chmod(file, 0o644);
    const open = serve();
    expect(await open.ended()).toBe(1);
    expect(open.said.errors).toContain('Other accounts may read the installation key');
    await rm(file);
    const other = serve();
    expect(await other.ended()).toBe(1);
    expect(other.said.errors).toContain('another installation key');
  });

  it('tells of an external database that does not answer, without its password', async () => {
    const program = serve({ DATABASE_URL: 'postgres://kairat:secret@127.0.0.1:1/tirek' });
    expect(await program.ended()).toBe(1);
    expect(program.said.errors).toContain('No PostgreSQL answers at 127.0.0.1:1/tirek');
    expect(program.said.errors).not.toContain('secret');
  });

  it('hears a signal through the program that starts it under its own Node', async () => {
    const bin = join(import.meta.dirname, '../../bin/tirek.js');
    const program = serve({}, [nodeOfMachine(), bin]);
    await address(program);
    expect(await stop(program)).toBe(0);
    const wrong = startProgram(['fly'], { start: [nodeOfMachine(), bin] });
    expect(await wrong.ended()).toBe(2);
  });

  it('ends in order when the program that started it is killed', async () => {
    const bin = join(import.meta.dirname, '../../bin/tirek.js');
    const node = nodeOfMachine();
    const program = serve({}, [node, bin]);
    await address(program);
    program.process.kill('SIGKILL');
    await program.ended();
    const again = serve();
    await address(again);
    // A machine whose own Node is new enough has no program in between: then the database was left and is taken over.
    const own = Number.parseInt(
      execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1),
      10,
    );
    if (own < 24) expect(again.said.errors).not.toContain('taking over');
  });
});

/** The machine's own Node, which may be older than the project's. */
function nodeOfMachine(): string {
  const path = (process.env.PATH ?? '').split(delimiter).filter((p) => !p.includes('node_modules'));
  const env = { PATH: path.join(delimiter) };
  try {
    return execFileSync('which', ['node'], { env, encoding: 'utf8' }).trim();
  } catch {
    return process.execPath;
  }
}
