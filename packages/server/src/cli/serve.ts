import { type Database, openDatabase } from '../db/database.ts';
import type { DatabaseRefused } from '../db/embedded/index.ts';
import { type DemoSeeded, type DemoSignIn, seedDemo, seedReleases } from '../demo/index.ts';
import { freePort } from '../free-port.ts';
import { derivedKey } from '../http/derived-key.ts';
import { ledgerFile, replayErasures } from '../privacy/erasure/index.ts';
import { type Log, programLog } from '../program-log.ts';
import { originOf, type Settings } from '../settings.ts';
import { type Running, startTirek } from '../start-tirek.ts';
import type { CommandText } from '../text/command-text.ts';
import { describeRefusal } from '../text/database-text.ts';
import { sentenceOfRefusal } from '../text/settings-text.ts';
import { readTlsFiles } from '../tls-files.ts';
import { VERSION } from '../version.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { reachServer, requireInstallationKey } from './reach-database.ts';
import { readGivenLedger } from './read-given-ledger.ts';
import type { World } from './world.ts';

/** `tirek serve [--demo]`: starts everything in order, stays until asked to stop, and ends everything in the other order. */
export async function serve(call: CommandCall): Promise<ExitStatus> {
  const { world, text } = call;
  const settings = await withAddress(call.settings);
  const tls = await certificate(settings, world);
  if (tls === 'refused') return EXIT.misused;
  const log = programLog({ level: settings.log, clock: world.clock, write: world.complain });
  const stop = stopRequested(world, () => {
    world.complain(text('serve.stopping'));
  });
  world.print(text('serve.starting', { version: VERSION }));
  const { key, isNew } = await requireInstallationKey(settings, world.randomBytes);
  if (isNew) world.print(text('serve.key-made', { file: settings.keyFile }));
  const embeddedLog = (line: string) => log({ part: 'database', line });
  const server = await reachServer(settings, {
    log: embeddedLog,
    mayShare: false,
    onFailure: (refusal) => stop.fail(refusal),
  });
  stop.beforeLeaving(server.abandon);
  try {
    const database = await openDatabase({ owner: server.owner, installationKey: key });
    try {
      const { clock, newId } = world;
      const { language } = settings;
      const options = { installationKey: key, language, clock, newId };
      await eraseAgain(call, database, key);
      const demo = call.arguments.flags.has('demo') ? await seedDemo(database, options) : null;
      if (demo?.kind === 'refused') throw new CommandRefused('serve.demo-refused');
      const running = await listen({ settings, tls, key, database, log, world });
      greet({ world, text, settings, running, demo });
      const ending = new AbortController();
      const releasing = demo
        ? seedReleases(database, options, { ending: ending.signal }).then(
            (made) => {
              if (made > 0) world.print(text('serve.demo-releases', { address: settings.origin }));
            },
            (error: unknown) => log({ level: 'error', part: 'demo', error: String(error) }),
          )
        : null;
      const wish = await stop.wished;
      ending.abort();
      await running.stop();
      await releasing;
      if (wish.kind === 'failed') {
        world.complain(describeRefusal(wish.refusal, language));
        throw new CommandRefused('serve.database-failed');
      }
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
  }
  world.print(text('serve.stopped'));
  return EXIT.done;
}

/** A data folder put back by hand, or a restore cut off: whoever the ledger says was erased is erased before anybody comes in. */
async function eraseAgain(
  { world, settings, text }: CommandCall,
  database: Database,
  key: Buffer,
): Promise<void> {
  const keyFor = (purpose: string) => derivedKey(key, purpose);
  const ledger = await readGivenLedger(ledgerFile(settings.data), keyFor);
  const now = world.clock().toISOString();
  const people = await replayErasures(database, ledger, { keyFor, now });
  if (people > 0) world.print(text('restore.erased', { count: people }));
}

type Addressed = Settings & { readonly origin: string };

/** Settles port and origin where `TIREK_PORT=0` leaves them open. */
async function withAddress(settings: Settings): Promise<Addressed> {
  const port = settings.port || (await freePort(settings.host));
  const origin = settings.origin ?? originOf(settings.host, port, settings.tls !== null);
  return { ...settings, port, origin: origin ?? `http://localhost:${port}` };
}

async function certificate(settings: Settings, world: World) {
  if (!settings.tls) return null;
  const read = await readTlsFiles(settings.tls);
  if (read.kind === 'read') return read.files;
  world.complain(sentenceOfRefusal(read.refusal, settings.language));
  return 'refused' as const;
}

async function listen(options: {
  settings: Addressed;
  tls: { cert: Buffer; key: Buffer } | null;
  key: Buffer;
  database: Database;
  log: Log;
  world: World;
}): Promise<Running> {
  const { settings, world } = options;
  try {
    return await startTirek({
      settings,
      tls: options.tls,
      installationKey: options.key,
      database: options.database,
      clock: world.clock,
      newId: world.newId,
      log: options.log,
    });
  } catch (error) {
    const { code } = error as { code?: string };
    const place = { host: settings.host, port: String(settings.port) };
    if (code === 'EADDRINUSE') throw new CommandRefused('serve.port-in-use', place);
    if (code === 'EACCES') throw new CommandRefused('serve.port-forbidden', place);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CommandRefused('serve.host-unknown', place);
    throw error;
  }
}

function greet(options: {
  world: World;
  text: CommandText;
  settings: Addressed;
  running: Running;
  demo: Extract<DemoSeeded, { kind: 'seeded' }> | null;
}): void {
  const { world, text, settings, running, demo } = options;
  if (!running.hasWebPages) world.complain(text('serve.no-pages'));
  if (demo) {
    world.print(`\n${text('serve.demo')}`);
    for (const line of table(demo.signIns)) world.print(line);
    world.print(`\n${text('serve.demo-surveys')}`);
    for (const { title, path } of demo.surveys) {
      world.print(`  ${settings.origin}${path}  ${title}`);
    }
    world.print('');
  }
  world.print(text('serve.ready', { address: settings.origin }));
  world.print(text('serve.stop'));
}

function table(signIns: readonly DemoSignIn[]): string[] {
  const rows = signIns.map((one) => [
    one.signInName,
    one.password,
    one.totpSecret ?? '',
    one.name,
    one.role,
  ]);
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
}

type Ending = { kind: 'asked' } | { kind: 'failed'; refusal: DatabaseRefused };

/** The first wish ends the program in order; the second one ends it where it stands, which loses nothing acknowledged. */
function stopRequested(world: World, onFirst: () => void) {
  let settle: (ending: Ending) => void = () => undefined;
  let abandon: () => void = () => undefined;
  const wished = new Promise<Ending>((resolve) => {
    settle = resolve;
  });
  world.onStop((wish) => {
    if (wish === 'again') {
      abandon();
      world.leave(EXIT.forced);
    }
    onFirst();
    settle({ kind: 'asked' });
  });
  return {
    wished,
    fail: (refusal: DatabaseRefused) => settle({ kind: 'failed', refusal }),
    beforeLeaving(work: () => void) {
      abandon = work;
    },
  };
}
