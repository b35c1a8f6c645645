import { resolve } from 'node:path';
import { formatByteSize } from '@tirek/domain/text';
import pg from 'pg';
import { SALT_BYTES, takeBackup } from '../db/backup/index.ts';
import { requireSameKey } from '../db/installation-key-check.ts';
import { insertSystemEntry } from '../db/system-entry.ts';
import { VERSION } from '../version.ts';
import { backupSecret } from './backup-secret.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { databaseLog, reachServer, requireInstallationKey } from './reach-database.ts';

/**
 * `tirek backup <file> [--passphrase-file FILE | --key-file FILE] [--without-key]`
 *
 * Works on the database as it is, without migrating it: a backup is what one takes before trying a newer version.
 */
export async function backup(call: CommandCall): Promise<ExitStatus> {
  const { world, settings, text, arguments: given } = call;
  const file = resolve(world.folder, given.words[0] ?? '');
  const secret = await backupSecret(call, 'new');
  const { key } = await requireInstallationKey(settings);
  const isKeyInside = !given.flags.has('without-key');
  const server = await reachServer(settings, {
    log: databaseLog(settings, world),
    mayShare: true,
  });
  try {
    await beforeBackup(server.owner, key, { isKeyInside });
    const taken = await takeBackup({
      owner: server.owner,
      file,
      secret,
      salt: world.randomBytes(SALT_BYTES),
      programVersion: VERSION,
      takenAt: world.clock().toISOString(),
      installationKey: isKeyInside ? key : null,
    });
    if (given.flags.has('json')) {
      world.print(JSON.stringify({ file, ...taken, isKeyInside }));
      return EXIT.done;
    }
    const size = formatByteSize(taken.bytes, settings.language);
    world.print(text('backup.done', { file, count: taken.rows, tables: taken.tables, size }));
    world.print(
      isKeyInside
        ? text('backup.key-inside')
        : text('backup.key-outside', { file: settings.keyFile }),
    );
    return EXIT.done;
  } finally {
    await server.stop();
  }
}

/** A backup reads everything about everybody, so the log tells of it, and the backup holds the entry that tells of itself. */
async function beforeBackup(
  owner: pg.ClientConfig,
  key: Buffer,
  facts: { readonly isKeyInside: boolean },
): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await requireSameKey(client, key);
    await insertSystemEntry(client, { action: 'takeBackup', job: 'tirek backup', facts });
  } finally {
    await client.end();
  }
}
