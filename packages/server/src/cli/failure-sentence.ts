import { Problem } from '@tirek/domain/problem';
import { type Language, translator } from '@tirek/domain/text';
import en from '@tirek/domain/text/en/problem.json' with { type: 'json' };
import kk from '@tirek/domain/text/kk/problem.json' with { type: 'json' };
import ru from '@tirek/domain/text/ru/problem.json' with { type: 'json' };
import { BackupRefused } from '../db/backup/index.ts';
import { placeOf } from '../db/database.ts';
import { DatabaseUnfit } from '../db/database-unfit.ts';
import { DatabaseRefused } from '../db/embedded/index.ts';
import type { Settings } from '../settings.ts';
import { commandText } from '../text/command-text.ts';
import { describeRefusal } from '../text/database-text.ts';
import { CommandRefused } from './command-refused.ts';

const PROBLEMS = { kk, ru, en };

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ECONNRESET',
  'EAI_AGAIN',
  'ENOENT',
  // cannot_connect_now, admin_shutdown, too_many_connections of PostgreSQL's own list
  '57P03',
  '57P01',
  '53300',
]);
const WRONG_LOGIN = new Set(['28P01', '28000']);
const NO_SUCH_DATABASE = '3D000';
const INSUFFICIENT_PRIVILEGE = '42501';

/** The sentence for a failure that somebody at the keyboard can do something about; null for a surprise. */
export function sentenceOfFailure(
  error: unknown,
  settings: Settings,
  language: Language,
): string | null {
  const text = commandText(language);
  if (error instanceof CommandRefused) return text(error.key, error.params);
  if (error instanceof Problem && error.code !== 'internal')
    return translator(PROBLEMS[language], language)(error.code, error.params);
  if (error instanceof DatabaseRefused) return describeRefusal(error, language);
  if (error instanceof BackupRefused) {
    const { code, details }: BackupRefused = error;
    return text(`backup.${code}`, { ...details });
  }
  if (error instanceof DatabaseUnfit) {
    const { code, details }: DatabaseUnfit = error;
    return text(`database.${code}`, { file: settings.keyFile, ...details });
  }
  const { code } = (error ?? {}) as { code?: string };
  if (!settings.databaseUrl || !code) return null;
  const { host, port, database } = placeOf(settings.databaseUrl);
  const place = `${host}:${port}/${database}`;
  const reason = (error as Error).message || code;
  if (UNREACHABLE.has(code)) return text('database.unreachable', { place, reason });
  if (WRONG_LOGIN.has(code)) return text('database.password', { place });
  if (code === NO_SUCH_DATABASE) return text('database.missing', { place });
  if (code === INSUFFICIENT_PRIVILEGE) return text('database.no-rights', { reason });
  return null;
}
