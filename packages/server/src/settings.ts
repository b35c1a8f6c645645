import { join } from 'node:path';
import { isLanguage, type Language } from '@tirek/domain/text';
import {
  type MailServer,
  type MessageSettings,
  readAuthorities,
  readGateway,
  readHeaders,
  readHosts,
  readMailAddress,
  readMailServer,
  readPushContact,
  readSmsBody,
  readStatusWords,
  type StatusWords,
} from './message-settings.ts';
import { nearestName } from './nearest-name.ts';
import {
  isLoopback,
  type Read,
  type RefusalReason,
  readDatabaseUrl,
  readFolder,
  readHost,
  readLanguage,
  readLogLevel,
  readOrigin,
  readPath,
  readPort,
  readPostgres,
  readYesNo,
} from './setting-values.ts';

export type LogLevel = 'error' | 'info' | 'debug';

/** What kind of text a setting takes; each has its word in the catalogue `settings` as `kind.<kind>`. */
export type SettingKind =
  | 'folder'
  | 'file'
  | 'port'
  | 'host'
  | 'origin'
  | 'yes-no'
  | 'database-url'
  | 'postgres'
  | 'language'
  | 'log'
  | 'secret'
  | 'mail-server'
  | 'mail-address'
  | 'gateway'
  | 'headers'
  | 'sms-body'
  | 'status-words'
  | 'push-contact'
  | 'hosts';

export interface Setting {
  readonly name: string;
  readonly kind: SettingKind;
  /** As it stands in the documentation; a key `default.*` of the catalogue where words are needed. */
  readonly default: string | { readonly words: DefaultWords };
}

export type DefaultWords = 'none' | 'from-address' | 'from-lang' | 'key-file' | 'asked';

/** Every setting of the program, in the order of the documentation. `what.<name>` of the catalogue tells what it is for. */
export const SETTINGS = [
  { name: 'TIREK_DATA', kind: 'folder', default: './data' },
  { name: 'TIREK_PORT', kind: 'port', default: '8749' },
  { name: 'TIREK_HOST', kind: 'host', default: '127.0.0.1' },
  { name: 'TIREK_ORIGIN', kind: 'origin', default: { words: 'from-address' } },
  { name: 'TIREK_TLS_CERT', kind: 'file', default: { words: 'none' } },
  { name: 'TIREK_TLS_KEY', kind: 'file', default: { words: 'none' } },
  { name: 'TIREK_BEHIND_PROXY', kind: 'yes-no', default: 'no' },
  { name: 'DATABASE_URL', kind: 'database-url', default: { words: 'none' } },
  { name: 'TIREK_POSTGRES', kind: 'postgres', default: 'auto' },
  { name: 'TIREK_KEY_FILE', kind: 'file', default: { words: 'key-file' } },
  { name: 'TIREK_BACKUP_PASSPHRASE', kind: 'secret', default: { words: 'asked' } },
  { name: 'TIREK_LANGUAGE', kind: 'language', default: { words: 'from-lang' } },
  { name: 'TIREK_LOG', kind: 'log', default: 'info' },
  { name: 'TIREK_SMTP_URL', kind: 'mail-server', default: { words: 'none' } },
  { name: 'TIREK_SMTP_FROM', kind: 'mail-address', default: { words: 'none' } },
  { name: 'TIREK_SMS_URL', kind: 'gateway', default: { words: 'none' } },
  { name: 'TIREK_SMS_HEADERS', kind: 'headers', default: { words: 'none' } },
  { name: 'TIREK_SMS_BODY', kind: 'sms-body', default: { words: 'none' } },
  { name: 'TIREK_SMS_REFUSED', kind: 'secret', default: { words: 'none' } },
  { name: 'TIREK_SMS_DELIVERED', kind: 'status-words', default: { words: 'none' } },
  { name: 'TIREK_SMS_UNDELIVERED', kind: 'status-words', default: { words: 'none' } },
  { name: 'TIREK_PUSH_CONTACT', kind: 'push-contact', default: { words: 'none' } },
  { name: 'TIREK_PUSH_HOSTS', kind: 'hosts', default: { words: 'none' } },
  { name: 'TIREK_MESSAGES_CA', kind: 'file', default: { words: 'none' } },
] as const satisfies readonly Setting[];

export type SettingName = (typeof SETTINGS)[number]['name'];

export interface Settings {
  /** Absolute folder of everything the program keeps. */
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** What people type; null until the free port that `TIREK_PORT=0` asks for is known. */
  readonly origin: string | null;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  readonly isBehindProxy: boolean;
  readonly databaseUrl: string | null;
  readonly postgres: string;
  readonly keyFile: string;
  readonly language: Language;
  readonly log: LogLevel;
  readonly messages: MessageSettings;
}

/** One setting that cannot stand; `reason` finds the sentence with the remedy. */
export interface SettingRefusal {
  readonly name: SettingName;
  readonly value: string;
  readonly reason: RefusalReason;
}

/** A variable that looks like ours and is not; `nearest` is the one that was probably meant. */
export interface UnknownSetting {
  readonly name: string;
  readonly nearest: SettingName | null;
}

export type SettingsRead =
  | { readonly kind: 'read'; readonly settings: Settings; readonly unknown: UnknownSetting[] }
  | { readonly kind: 'refused'; readonly language: Language; readonly refusals: SettingRefusal[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting once. All that is wrong is told together; a variable that is empty counts as not set.
 * @param folder where the program was started: relative paths begin there.
 */
export function readSettings(environment: Environment, folder: string): SettingsRead {
  const refusals: SettingRefusal[] = [];
  const given = (name: SettingName) => environment[name]?.trim() ?? '';
  function take<T>(name: SettingName, read: (text: string) => Read<T>, otherwise: T): T {
    const value = given(name);
    if (value === '') return otherwise;
    const result = read(value);
    if ('value' in result) return result.value;
    refusals.push({ name, value, reason: result.refused });
    return otherwise;
  }
  const path = (text: string) => readPath(text, folder);
  const data = take('TIREK_DATA', (text) => readFolder(text, folder), join(folder, 'data'));
  const port = take('TIREK_PORT', readPort, 8749);
  const host = take('TIREK_HOST', readHost, '127.0.0.1');
  const isBehindProxy = take('TIREK_BEHIND_PROXY', readYesNo, false);
  const certFile = take('TIREK_TLS_CERT', path, '');
  const keyFile = take('TIREK_TLS_KEY', path, '');
  const givenOrigin = take('TIREK_ORIGIN', readOrigin, null as string | null);
  const language = take('TIREK_LANGUAGE', readLanguage, languageOfMachine(environment));
  const mail = take('TIREK_SMTP_URL', readMailServer, null as MailServer | null);
  const from = take('TIREK_SMTP_FROM', readMailAddress, '');
  const smsUrl = take('TIREK_SMS_URL', readGateway, '');
  const nowhere = null as StatusWords | null;
  const sms = {
    url: smsUrl,
    headers: take('TIREK_SMS_HEADERS', readHeaders, {}),
    body: take('TIREK_SMS_BODY', readSmsBody, ''),
    refusedMark: given('TIREK_SMS_REFUSED'),
    delivered: take('TIREK_SMS_DELIVERED', readStatusWords, nowhere),
    undelivered: take('TIREK_SMS_UNDELIVERED', readStatusWords, nowhere),
  };
  const contact = take('TIREK_PUSH_CONTACT', readPushContact, '');
  const hosts = take('TIREK_PUSH_HOSTS', readHosts, []);
  const messages: MessageSettings = {
    mail: mail && { ...mail, from },
    sms: smsUrl ? sms : null,
    push: contact ? { contact, hosts } : null,
    authorities: take(
      'TIREK_MESSAGES_CA',
      (text) => readAuthorities(text, folder),
      null as readonly string[] | null,
    ),
  };
  const settings: Settings = {
    data,
    port,
    host,
    isBehindProxy,
    tls: certFile && keyFile ? { certFile, keyFile } : null,
    origin: givenOrigin ?? originOf(host, port, certFile !== ''),
    databaseUrl: take('DATABASE_URL', readDatabaseUrl, null as string | null),
    postgres: take('TIREK_POSTGRES', readPostgres, 'auto'),
    keyFile: take('TIREK_KEY_FILE', path, join(data, 'keys', 'installation.key')),
    language,
    log: take('TIREK_LOG', readLogLevel, 'info' as LogLevel),
    messages,
  };
  if (refusals.length === 0) refusals.push(...contradictions(settings, given));
  if (refusals.length > 0) return { kind: 'refused', language, refusals };
  return { kind: 'read', settings, unknown: unknownSettings(environment) };
}

/**
 * Settings that are each right and together wrong. The reason behind most: passwords, passkeys, service workers and
 * the store of the respondent's page need a secure origin, and plain http is one on this machine only.
 */
function contradictions(
  settings: Settings,
  given: (name: SettingName) => string,
): SettingRefusal[] {
  const refuse = (name: SettingName, reason: RefusalReason): SettingRefusal[] => [
    { name, value: given(name), reason },
  ];
  const { host, isBehindProxy, tls, origin } = settings;
  if (given('TIREK_SMTP_URL') && !given('TIREK_SMTP_FROM'))
    return refuse('TIREK_SMTP_FROM', 'mail-pair');
  if (given('TIREK_SMS_URL') && !given('TIREK_SMS_BODY'))
    return refuse('TIREK_SMS_BODY', 'sms-pair');
  const certificate = given('TIREK_TLS_CERT');
  const key = given('TIREK_TLS_KEY');
  if (certificate && !key) return refuse('TIREK_TLS_KEY', 'tls-pair');
  if (key && !certificate) return refuse('TIREK_TLS_CERT', 'tls-pair');
  const isSecureOrigin = given('TIREK_ORIGIN').startsWith('https:');
  if (tls) {
    if (given('TIREK_ORIGIN') && !isSecureOrigin) return refuse('TIREK_ORIGIN', 'tls-origin');
    return origin === null && settings.port !== 0 ? refuse('TIREK_ORIGIN', 'origin-needed') : [];
  }
  if (isBehindProxy) return isSecureOrigin ? [] : refuse('TIREK_ORIGIN', 'proxy-insecure');
  if (isSecureOrigin) return refuse('TIREK_TLS_CERT', 'certificate-needed');
  return isLoopback(host) ? [] : refuse('TIREK_HOST', 'insecure');
}

/**
 * The address people type when nobody has said: `localhost`, since a passkey cannot belong to an IP number.
 * Null where it cannot be known: another machine must be told a name, and port 0 is decided later.
 */
export function originOf(host: string, port: number, isTls: boolean): string | null {
  if (port === 0) return null;
  const scheme = isTls ? 'https' : 'http';
  if (isLoopback(host)) return `${scheme}://localhost:${port}`;
  const isAnyAddress = host === '0.0.0.0' || host === '::';
  const bracketed = host.includes(':') ? `[${host}]` : host;
  return isAnyAddress ? null : new URL(`${scheme}://${bracketed}:${port}`).origin;
}

/** The language of the machine's own messages (POSIX: LC_ALL before LC_MESSAGES before LANG), Russian where it is another. */
export function languageOfMachine(environment: Environment): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const code = (LC_ALL || LC_MESSAGES || LANG || '').slice(0, 2).toLowerCase();
  return isLanguage(code) ? code : 'ru';
}

function unknownSettings(environment: Environment): UnknownSetting[] {
  const known = SETTINGS.map((setting) => setting.name);
  return Object.keys(environment)
    .filter((name) => name.startsWith('TIREK_') && !name.startsWith('TIREK_TEST_'))
    .filter((name) => !known.some((setting) => setting === name))
    .sort()
    .map((name) => ({ name, nearest: nearestName(name, known) as SettingName | null }));
}
