import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatInstant } from '@tirek/domain/text';
import pg from 'pg';
import { endEverySession } from '../access/index.ts';
import { BackupRefused, type Restored, restoreBackup } from '../db/backup/index.ts';
import { openDatabase } from '../db/database.ts';
import { insertSystemEntry } from '../db/system-entry.ts';
import { derivedKey } from '../http/derived-key.ts';
import { readInstallationKey, writeInstallationKey } from '../installation-key.ts';
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

/** Kazakhstan, UTC+5 since March 2024. */
const UTC_OFFSET_MINUTES = 300;

/** `tirek restore <file> [--passphrase-file FILE | --key-file FILE]` */
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
    await bringUpToDate(server.owner, restored);
    return tell(call, restored, kept);
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

/** Applies what is newer in this program than in the backup, and tells the log what was done. */
async function bringUpToDate(
  owner: pg.ClientConfig,
  { manifest, totals, installationKey }: Restored<RestoredLog>,
): Promise<void> {
  const database = await openDatabase({ owner, installationKey, connections: 1 });
  await database.close();
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
}

function tell(call: CommandCall, restored: Restored<RestoredLog>, kept: string | null): ExitStatus {
  const { world, settings, text, arguments: given } = call;
  const { manifest, totals, finished } = restored;
  const { verdict } = finished;
  const status = verdict.finding ? EXIT.chainBroken : EXIT.done;
  if (given.flags.has('json')) {
    const { programVersion, takenAt } = manifest;
    world.print(JSON.stringify({ programVersion, takenAt, ...totals, audit: verdict }));
    return status;
  }
  const takenAt = formatInstant(manifest.takenAt, settings.language, {
    utcOffsetMinutes: UTC_OFFSET_MINUTES,
  });
  world.print(text('restore.done', { count: totals.rows, tables: totals.tables, takenAt }));
  for (const line of sentencesOfVerdict(verdict, text)) world.print(line);
  if (verdict.finding) world.complain(text('restore.chain-broken'));
  world.print(text('restore.sessions'));
  if (kept) world.print(text('restore.head-kept', { file: kept }));
  return status;
}
