import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSecureContext, rootCertificates } from 'node:tls';
import { isMailAddress } from '@tirek/domain/messages';
import { isLoopback, type Read } from './setting-values.ts';

/** The server that takes letters. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise by STARTTLS. */
  readonly isTls: boolean;
  readonly user: string;
  readonly password: string;
}

export interface MailSettings extends MailServer {
  readonly from: string;
}

/** How a gateway is spoken to, and how it tells that something has arrived. */
export interface SmsSettings {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly refusedMark: string;
  readonly delivered: StatusWords | null;
  readonly undelivered: StatusWords | null;
}

/** A field of a receipt and the values that mean the same. */
export interface StatusWords {
  readonly field: string;
  readonly values: readonly string[];
}

export interface PushSettings {
  /** `mailto:` or `https:`; goes along to the push services (RFC 8292, 2.1). */
  readonly contact: string;
  /** Hosts of push services besides the known ones, with a port where it is not 443. */
  readonly hosts: readonly string[];
}

/** By what messages leave; a channel that nobody has set up is null. */
export interface MessageSettings {
  readonly mail: MailSettings | null;
  readonly sms: SmsSettings | null;
  readonly push: PushSettings | null;
  /** Certificates of all authorities, the usual ones and those of the administrator's file; null where the usual ones do. */
  readonly authorities: readonly string[] | null;
}

/** `smtps://user:password@mail.example` or `smtp://…`, which goes on by STARTTLS. */
export function readMailServer(text: string): Read<MailServer> {
  if (!URL.canParse(text)) return { refused: 'mail-server' };
  const url = new URL(text);
  const isTls = url.protocol === 'smtps:';
  if ((!isTls && url.protocol !== 'smtp:') || url.hostname === '' || url.pathname.length > 1)
    return { refused: 'mail-server' };
  return {
    value: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (isTls ? 465 : 587),
      isTls,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    },
  };
}

export const readMailAddress = (text: string): Read<string> =>
  isMailAddress(text) ? { value: text } : { refused: 'mail-address' };

/** The address of a gateway: https, or http on this machine. Who is to be reached never stands in it. */
export function readGateway(text: string): Read<string> {
  if (!URL.canParse(text) || /\{\{/.test(text)) return { refused: 'gateway' };
  const { protocol, hostname } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isSafe ? { value: text } : { refused: 'gateway' };
}

/** `Authorization: Bearer … | Idempotency-Key: {{id}}` */
export function readHeaders(text: string): Read<Readonly<Record<string, string>>> {
  const headers: Record<string, string> = {};
  for (const line of text.split('|')) {
    const found = /^\s*([A-Za-z0-9-]+)\s*:\s*([\x20-\x7e]+?)\s*$/.exec(line);
    if (!found?.[1] || !found[2]) return { refused: 'headers' };
    headers[found[1].toLowerCase()] = found[2];
  }
  return { value: headers };
}

const PLACES = ['to', 'digits', 'text', 'id', 'receipt'];

/** A JSON object, or `field=value&…` as a form has it, with places to fill in. */
export function readSmsBody(text: string): Read<string> {
  const places = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '');
  const isKnown = places.every((place) => PLACES.includes(place));
  const isWhole =
    places.includes('text') && (places.includes('to') || places.includes('digits')) && isKnown;
  const isForm = /^[^=&\s]+=[^&\s]*(&[^=&\s]+=[^&\s]*)*$/.test(text);
  return isWhole && (text.startsWith('{') ? isJsonObject(text) : isForm)
    ? { value: text }
    : { refused: 'sms-body' };
}

function isJsonObject(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** `status=delivered,DELIVRD`: the field of a receipt and the values that count. */
export function readStatusWords(text: string): Read<StatusWords> {
  const [field, values, more] = text.split('=');
  const words = (values ?? '').split(',').map((word) => word.trim());
  return field && more === undefined && words.every((word) => word !== '')
    ? { value: { field: field.trim(), values: words } }
    : { refused: 'status-words' };
}

/** A file of certificates (PEM) of authorities that may vouch for mail server and gateway besides the usual ones. */
export function readAuthorities(text: string, folder: string): Read<readonly string[]> {
  try {
    const own = readFileSync(resolve(folder, text), 'utf8');
    createSecureContext({ ca: own });
    if (!own.includes('BEGIN CERTIFICATE')) return { refused: 'authorities' };
    return { value: [...rootCertificates, own] };
  } catch {
    return { refused: 'authorities' };
  }
}

export function readPushContact(text: string): Read<string> {
  const mail = /^mailto:(.*)$/.exec(text)?.[1];
  const isKnown = mail === undefined ? /^https:\/\/\S+$/.test(text) : isMailAddress(mail);
  return isKnown ? { value: text } : { refused: 'push-contact' };
}

export function readHosts(text: string): Read<readonly string[]> {
  const hosts = text.split(',').map((host) => host.trim().toLowerCase());
  const isHost = (host: string) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/.test(host);
  return hosts.every(isHost) ? { value: hosts } : { refused: 'hosts' };
}
