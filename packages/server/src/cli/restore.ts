import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatInstant } from '@tirek/domain/text';
import pg from 'pg';
import { endEverySession } from '../access/index.ts';
import { BackupRefused, type Restored, restoreBackup } from '../db/backup/index.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { insertSystemEntry } from '../db/system-entry.ts';
import { derivedKey } from '../http/derived-key.ts';
import { readInstallationKey, writeInstallationKey } from '../installation-key.ts';
import { addToLedger, ledgerFile, replayErasures } from '../privacy/erasure/index.ts';
import {
  AUDIT_MARK_PURPOSE,
  headFile,
  type RestoredLog,
  readHeadFile,
  settleRestoredLog,
  writeHeadFile,
} from '../privacy/index.ts';
import { sentencesOfVerdict } from './audit-verify.ts';
import { backupSecret } from './backup-secret.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { databaseLog, reachServer } from './reach-database.ts';
import { readGivenLedger } from './read-given-ledger.ts';

/** Kazakhstan, UTC+5 since March 2024. */
const UTC_OFFSET_MINUTES = 300;

/** `tirek restore <file> [--passphrase-file FILE | --key-file FILE] [--erasures FILE]` */
export async function restore(call: CommandCall): Promise<ExitStatus> {
  const { world, settings } = call;
  const secret = await backupSecret(call, 'open');
  const file = resolve(world.folder, call.arguments.words[0] ?? '');
  const now = world.clock().toISOString();
  const server = await reachServer(settings, {
    log: databaseLog(settings, world),
    mayShare: false,
  });
  const key = keyAcceptor(settings.keyFile);
  try {
    const restoring = restoreBackup<RestoredLog>({
      owner: server.owner,
      file,
      secret,
      acceptKey: key.accept,
      async finish(tx, installationKey) {
        await endEverySession(tx);
        const markKey = derivedKey(installationKey, AUDIT_MARK_PURPOSE);
        return await settleRestoredLog(tx, { markKey, now });
      },
    });
    const restored = await restoring.catch(async (error) => {
      await key.takeBack();
      throw error;
    });
    const kept = await keepOldHead(settings.data, now);
    await writeHeadFile(settings.data, restored.finished.link);
    const erased = await bringUpToDate(call, server.owner, restored);
    return tell(call, restored, { kept, erased });
  } finally {
    await server.stop();
  }
}

/**
 * The key goes to its file before the database is committed, and away again when that fails: at no moment is there a restored
 * database without its key.
 */
function keyAcceptor(file: string) {
  let hasWritten = false;
  return {
    async accept(keyInBackup: Buffer | null): Promise<Buffer> {
      const there = await readInstallationKey(file);
      if (there.kind === 'refused' && there.reason !== 'missing')
        throw new CommandRefused(`key.${there.reason}`, { file });
      if (there.kind === 'read') {
        if (keyInBackup && !there.key.equals(keyInBackup))
          throw new BackupRefused('key-differs', { file });
        return there.key;
      }
      if (!keyInBackup) throw new BackupRefused('key-needed', { file });
      if ((await writeInstallationKey(file, keyInBackup)) !== null)
        throw new CommandRefused('key.not-writable', { file });
      hasWritten = true;
      return keyInBackup;
    },
    async takeBack(): Promise<void> {
      if (hasWritten) await rm(file, { force: true });
    },
  };
}

/** A head that was known here before belongs to another life of the log: it stays readable, under another name. */
async function keepOldHead(folder: string, now: string): Promise<string | null> {
  if ((await readHeadFile(folder)) === 'none') return null;
  const kept = `${headFile(folder)}.${now.replace(/[:.]/g, '-')}`;
  await rename(headFile(folder), kept);
  return kept;
}

/** Who was erased again, and whether any ledger said whom. */
interface ErasedAgain {
  readonly people: number;
  readonly isLedgerKnown: boolean;
}

/**
 * Applies what is newer in this program than in the backup, erases again whoever was erased after it, and tells the log what was
 * done. Cut off before the erasures, the next start of the program does them, before it lets anybody in.
 */
async function bringUpToDate(
  call: CommandCall,
  owner: pg.ClientConfig,
  { manifest, totals, installationKey }: Restored<RestoredLog>,
): Promise<ErasedAgain> {
  const database = await openDatabase({ owner, installationKey, connections: 1 });
  let erased: ErasedAgain;
  try {
    erased = await eraseAgain(call, database, installationKey);
  } finally {
    await database.close();
  }
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await insertSystemEntry(client, {
      action: 'restoreBackup',
      job: 'tirek restore',
      facts: { takenAt: manifest.takenAt, rows: totals.rows },
    });
  } finally {
    await client.end();
  }
  return erased;
}

/** The ledger that was given is laid into the data folder first, so that it is not lost if the power fails now. */
async function eraseAgain(
  { world, settings, arguments: given }: CommandCall,
  database: Database,
  installationKey: Buffer,
): Promise<ErasedAgain> {
  const keyFor = (purpose: string) => derivedKey(installationKey, purpose);
  const file = given.values.get('erasures');
  if (file !== undefined) {
    const lines = await readGivenLedger(resolve(world.folder, file), keyFor);
    await addToLedger(settings.data, lines, keyFor);
  }
  const ledger = await readGivenLedger(ledgerFile(settings.data), keyFor);
  const now = world.clock().toISOString();
  const people = await replayErasures(database, ledger, { keyFor, now });
  return { people, isLedgerKnown: ledger.length > 0 };
}

function tell(
  call: CommandCall,
  restored: Restored<RestoredLog>,
  { kept, erased }: { readonly kept: string | null; readonly erased: ErasedAgain },
): ExitStatus {
  const { world, settings, text, arguments: given } = call;
  const { manifest, totals, finished } = restored;
  const { verdict } = finished;
  const status = verdict.finding ? EXIT.chainBroken : EXIT.done;
  if (given.flags.has('json')) {
    const { programVersion, takenAt } = manifest;
    const erasedAgain = erased.people;
    world.print(
      JSON.stringify({ programVersion, takenAt, ...totals, erasedAgain, audit: verdict }),
    );
    return status;
  }
  const takenAt = formatInstant(manifest.takenAt, settings.language, {
    utcOffsetMinutes: UTC_OFFSET_MINUTES,
  });
  world.print(text('restore.done', { count: totals.rows, tables: totals.tables, takenAt }));
  for (const line of sentencesOfVerdict(verdict, text)) world.print(line);
  if (verdict.finding) world.complain(text('restore.chain-broken'));
  if (erased.isLedgerKnown) world.print(text('restore.erased', { count: erased.people }));
  else world.print(text('restore.no-ledger', { takenAt }));
  world.print(text('restore.sessions'));
  if (kept) world.print(text('restore.head-kept', { file: kept }));
  return status;
}
