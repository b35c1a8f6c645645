import { existsSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import { isLanguage, type Language } from '@tirek/domain/text';
import type { LogLevel } from './settings.ts';

/** What a text of the environment means, or why it means nothing: a key `refused.*` of the catalogue `settings`. */
export type Read<T> = { readonly value: T } | { readonly refused: RefusalReason };

export type RefusalReason =
  | 'port'
  | 'host'
  | 'origin'
  | 'origin-insecure'
  | 'yes-no'
  | 'database-url'
  | 'postgres'
  | 'language'
  | 'log'
  | 'path'
  | 'folder'
  | 'origin-needed'
  | 'insecure'
  | 'proxy-insecure'
  | 'certificate-needed'
  | 'tls-origin'
  | 'tls-pair'
  | 'tls-file'
  | 'tls-mismatch'
  | 'mail-server'
  | 'mail-address'
  | 'mail-pair'
  | 'gateway'
  | 'headers'
  | 'sms-body'
  | 'sms-pair'
  | 'status-words'
  | 'push-contact'
  | 'hosts'
  | 'authorities';

const YES = new Set(['yes', 'true', '1', 'on']);
const NO = new Set(['no', 'false', '0', 'off']);
const LOG_LEVELS: readonly LogLevel[] = ['error', 'info', 'debug'];

/** A path; one that is not absolute is taken from the folder in which the program was started. */
export function readPath(text: string, folder: string): Read<string> {
  return text.includes('\0') ? { refused: 'path' } : { value: resolve(folder, text) };
}

/** The same for a folder, which need not be there yet; a file in its place is refused. */
export function readFolder(text: string, folder: string): Read<string> {
  const path = readPath(text, folder);
  if ('refused' in path) return path;
  const isFile = existsSync(path.value) && !statSync(path.value).isDirectory();
  return isFile ? { refused: 'folder' } : path;
}

/** A TCP port; 0 takes any free one. */
export function readPort(text: string): Read<number> {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65535 ? { value: port } : { refused: 'port' };
}

/** An address of this machine to listen at: an IP number or a host name, never an address with a port or a scheme. */
export function readHost(text: string): Read<string> {
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text) && !/^[\d.]+$/.test(text);
  return isIP(text) !== 0 || isName ? { value: text } : { refused: 'host' };
}

/** `https://tirek.example` or, on this machine alone, `http://localhost:8749`: what people type, without a path. */
export function readOrigin(text: string): Read<string> {
  if (!URL.canParse(text)) return { refused: 'origin' };
  const url = new URL(text);
  const isBare = url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (!isBare || !['http:', 'https:'].includes(url.protocol)) return { refused: 'origin' };
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return { refused: 'origin-insecure' };
  return { value: url.origin };
}

export function readYesNo(text: string): Read<boolean> {
  const word = text.toLowerCase();
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : { refused: 'yes-no' };
}

/** `postgres://user:password@host:5432/database` */
export function readDatabaseUrl(text: string): Read<string> {
  if (!URL.canParse(text)) return { refused: 'database-url' };
  const { protocol, pathname } = new URL(text);
  const isPostgres = protocol === 'postgres:' || protocol === 'postgresql:';
  return isPostgres && pathname.length > 1 ? { value: text } : { refused: 'database-url' };
}

/** Whose PostgreSQL runs the embedded database: `auto`, `system`, `bundled`, or the folder of its programs. */
export function readPostgres(text: string): Read<string> {
  const isKnown = ['auto', 'system', 'bundled'].includes(text) || isAbsolute(text);
  return isKnown ? { value: text } : { refused: 'postgres' };
}

export function readLanguage(text: string): Read<Language> {
  return isLanguage(text) ? { value: text } : { refused: 'language' };
}

export function readLogLevel(text: string): Read<LogLevel> {
  const level = LOG_LEVELS.find((known) => known === text);
  return level ? { value: level } : { refused: 'log' };
}

/** Whether a host name or address never leaves this machine; browsers count exactly these as secure over http. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || /^127\.\d+\.\d+\.\d+$/.test(bare);
}
