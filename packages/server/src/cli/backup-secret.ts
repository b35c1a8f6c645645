import { readFile } from 'node:fs/promises';
import type { BackupSecret } from '../db/backup/index.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT } from './exit-status.ts';

/** Shorter ones fall to a patient machine even behind scrypt. */
const SHORTEST_PASSPHRASE = 12;

/**
 * Finds what opens a backup: a key file, a passphrase file, the setting, or whoever sits at the keyboard.
 * @param purpose a new passphrase is asked for twice and must be long enough; an old one is tried as it is.
 * @throws CommandRefused
 */
export async function backupSecret(
  call: CommandCall,
  purpose: 'new' | 'open',
): Promise<BackupSecret> {
  const { values } = call.arguments;
  const keyFile = values.get('key-file');
  const passphraseFile = values.get('passphrase-file');
  if (keyFile && passphraseFile) throw new CommandRefused('backup.secret-twice', {}, EXIT.misused);
  if (keyFile) return { kind: 'key', key: await readKey(keyFile) };
  const text = passphraseFile
    ? await readFirstLine(passphraseFile)
    : call.world.environment.TIREK_BACKUP_PASSPHRASE || (await ask(call, purpose));
  if (purpose === 'new' && [...text].length < SHORTEST_PASSPHRASE)
    throw new CommandRefused('backup.secret-short', { count: SHORTEST_PASSPHRASE });
  return { kind: 'passphrase', text };
}

async function ask({ world, text }: CommandCall, purpose: 'new' | 'open'): Promise<string> {
  const first = await world.askSecret(text(purpose === 'new' ? 'backup.ask' : 'backup.ask-open'));
  if (first === null) throw new CommandRefused('backup.secret-missing', {}, EXIT.misused);
  if (purpose === 'open') return first;
  if ((await world.askSecret(text('backup.ask-again'))) !== first)
    throw new CommandRefused('backup.secret-different');
  return first;
}

async function readKey(file: string): Promise<Buffer> {
  const digits = await readFirstLine(file);
  if (!/^[0-9a-f]{64}$/i.test(digits)) throw new CommandRefused('backup.secret-not-key', { file });
  return Buffer.from(digits, 'hex');
}

async function readFirstLine(file: string): Promise<string> {
  try {
    return ((await readFile(file, 'utf8')).split('\n')[0] ?? '').replace(/\r$/, '');
  } catch {
    throw new CommandRefused('backup.secret-unreadable', { file });
  }
}
