import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGUAGES } from '@tirek/domain/text';
import { describe, expect, it } from 'vitest';
import { type Environment, readSettings, SETTINGS } from './settings.ts';
import { settingsDocument } from './settings-document.ts';
import { sentenceOfRefusal, sentenceOfUnknown } from './text/settings-text.ts';
import { readTlsFiles } from './tls-files.ts';

const read = (environment: Environment) => readSettings(environment, '/home/kairat/tirek');

function settingsOf(environment: Environment) {
  const result = read(environment);
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusals));
  return result.settings;
}

function refusalsOf(environment: Environment) {
  const result = read(environment);
  return result.kind === 'refused' ? result.refusals.map((r) => [r.name, r.reason]) : 'read';
}

describe('the settings Kairat starts the program with', () => {
  it('may all be missing: the program then serves this machine alone', () => {
    expect(settingsOf({})).toEqual({
      data: '/home/kairat/tirek/data',
      port: 8749,
      host: '127.0.0.1',
      origin: 'http://localhost:8749',
      tls: null,
      isBehindProxy: false,
      databaseUrl: null,
      postgres: 'auto',
      keyFile: '/home/kairat/tirek/data/keys/installation.key',
      language: 'ru',
      log: 'info',
      messages: { mail: null, sms: null, push: null, authorities: null },
    });
  });

  it('count as not set when they are empty, as compose files leave them', () => {
    expect(settingsOf({ TIREK_PORT: '', TIREK_ORIGIN: ' ' })).toEqual(settingsOf({}));
  });

  it.each([
    [{ TIREK_DATA: import.meta.filename }, ['TIREK_DATA', 'folder']],
    [{ TIREK_PORT: '87490' }, ['TIREK_PORT', 'port']],
    [{ TIREK_PORT: '8749a' }, ['TIREK_PORT', 'port']],
    [{ TIREK_PORT: '-1' }, ['TIREK_PORT', 'port']],
    [{ TIREK_HOST: 'http://tirek.example' }, ['TIREK_HOST', 'host']],
    [{ TIREK_HOST: '127.0.0.1:80' }, ['TIREK_HOST', 'host']],
    [{ TIREK_HOST: '256.1.1.1' }, ['TIREK_HOST', 'host']],
    [{ TIREK_ORIGIN: 'tirek.example' }, ['TIREK_ORIGIN', 'origin']],
    [{ TIREK_ORIGIN: 'https://tirek.example/app' }, ['TIREK_ORIGIN', 'origin']],
    [{ TIREK_ORIGIN: 'http://tirek.example' }, ['TIREK_ORIGIN', 'origin-insecure']],
    [{ TIREK_BEHIND_PROXY: 'perhaps' }, ['TIREK_BEHIND_PROXY', 'yes-no']],
    [{ DATABASE_URL: 'mysql://localhost/tirek' }, ['DATABASE_URL', 'database-url']],
    [{ DATABASE_URL: 'postgres://localhost' }, ['DATABASE_URL', 'database-url']],
    [{ TIREK_POSTGRES: 'newest' }, ['TIREK_POSTGRES', 'postgres']],
    [{ TIREK_SMTP_URL: 'https://mail.example' }, ['TIREK_SMTP_URL', 'mail-server']],
    [{ TIREK_SMTP_URL: 'smtps://mail.example' }, ['TIREK_SMTP_FROM', 'mail-pair']],
    [{ TIREK_SMTP_FROM: 'Tirek <a@b.example>' }, ['TIREK_SMTP_FROM', 'mail-address']],
    [{ TIREK_SMS_URL: 'http://sms.example' }, ['TIREK_SMS_URL', 'gateway']],
    [{ TIREK_SMS_URL: 'https://sms.example/{{to}}' }, ['TIREK_SMS_URL', 'gateway']],
    [{ TIREK_SMS_URL: 'https://sms.example' }, ['TIREK_SMS_BODY', 'sms-pair']],
    [{ TIREK_SMS_BODY: 'to={{to}}' }, ['TIREK_SMS_BODY', 'sms-body']],
    [{ TIREK_SMS_BODY: 'to={{to}}&text={{text}}&name={{name}}' }, ['TIREK_SMS_BODY', 'sms-body']],
    [{ TIREK_SMS_BODY: '{"to":{{to}},"text":"{{text}}"}' }, ['TIREK_SMS_BODY', 'sms-body']],
    [{ TIREK_SMS_HEADERS: 'Bearer abc' }, ['TIREK_SMS_HEADERS', 'headers']],
    [{ TIREK_SMS_DELIVERED: 'delivered' }, ['TIREK_SMS_DELIVERED', 'status-words']],
    [{ TIREK_PUSH_CONTACT: 'kairat@centre.example' }, ['TIREK_PUSH_CONTACT', 'push-contact']],
    [{ TIREK_PUSH_CONTACT: 'mailto:kairat@centre' }, ['TIREK_PUSH_CONTACT', 'push-contact']],
    [{ TIREK_PUSH_HOSTS: 'https://push.example' }, ['TIREK_PUSH_HOSTS', 'hosts']],
    [{ TIREK_MESSAGES_CA: import.meta.filename }, ['TIREK_MESSAGES_CA', 'authorities']],
    [{ TIREK_LANGUAGE: 'de' }, ['TIREK_LANGUAGE', 'language']],
    [{ TIREK_LOG: 'loud' }, ['TIREK_LOG', 'log']],
  ] as const)('are refused by name when wrong: %o', (environment, refusal) => {
    expect(refusalsOf(environment)).toEqual([refusal]);
  });

  it('are all told together when several are wrong', () => {
    expect(refusalsOf({ TIREK_PORT: 'x', TIREK_LOG: 'x' })).toEqual([
      ['TIREK_PORT', 'port'],
      ['TIREK_LOG', 'log'],
    ]);
  });

  it('never let plain http leave this machine', () => {
    expect(refusalsOf({ TIREK_HOST: '0.0.0.0' })).toEqual([['TIREK_HOST', 'insecure']]);
    expect(refusalsOf({ TIREK_HOST: '192.168.1.5' })).toEqual([['TIREK_HOST', 'insecure']]);
    const proxy = { TIREK_HOST: '0.0.0.0', TIREK_BEHIND_PROXY: 'yes' };
    expect(refusalsOf(proxy)).toEqual([['TIREK_ORIGIN', 'proxy-insecure']]);
    expect(settingsOf({ ...proxy, TIREK_ORIGIN: 'https://tirek.example' })).toMatchObject({
      isBehindProxy: true,
      origin: 'https://tirek.example',
    });
    expect(refusalsOf({ TIREK_ORIGIN: 'https://tirek.example' })).toEqual([
      ['TIREK_TLS_CERT', 'certificate-needed'],
    ]);
  });

  it('take a certificate and its key together, with the address people type', () => {
    const tls = { TIREK_TLS_CERT: 'tls/cert.pem', TIREK_TLS_KEY: '/etc/tirek/key.pem' };
    expect(settingsOf(tls)).toMatchObject({
      origin: 'https://localhost:8749',
      tls: { certFile: '/home/kairat/tirek/tls/cert.pem', keyFile: '/etc/tirek/key.pem' },
    });
    expect(refusalsOf({ TIREK_TLS_CERT: 'cert.pem' })).toEqual([['TIREK_TLS_KEY', 'tls-pair']]);
    expect(refusalsOf({ TIREK_TLS_KEY: 'key.pem' })).toEqual([['TIREK_TLS_CERT', 'tls-pair']]);
    expect(refusalsOf({ ...tls, TIREK_HOST: '0.0.0.0' })).toEqual([
      ['TIREK_ORIGIN', 'origin-needed'],
    ]);
    expect(refusalsOf({ ...tls, TIREK_ORIGIN: 'http://localhost:8749' })).toEqual([
      ['TIREK_ORIGIN', 'tls-origin'],
    ]);
    expect(settingsOf({ ...tls, TIREK_HOST: 'fd00::5', TIREK_PORT: '443' }).origin).toBe(
      'https://[fd00::5]',
    );
  });

  it('take their language from the machine, and Russian where it speaks another', () => {
    expect(settingsOf({ LANG: 'kk_KZ.UTF-8' }).language).toBe('kk');
    expect(settingsOf({ LANG: 'kk_KZ.UTF-8', LC_ALL: 'en_GB.UTF-8' }).language).toBe('en');
    expect(settingsOf({ LANG: 'C.UTF-8' }).language).toBe('ru');
    expect(settingsOf({ LANG: 'kk_KZ.UTF-8', TIREK_LANGUAGE: 'en' }).language).toBe('en');
  });

  it('name the nearest known one when a name is mistyped', () => {
    const result = read({ TIREK_PROT: '80', TIREK_COLOUR: 'red', TIREK_TEST_TEMPLATE: 'x' });
    expect(result.kind === 'read' && result.unknown).toEqual([
      { name: 'TIREK_COLOUR', nearest: null },
      { name: 'TIREK_PROT', nearest: 'TIREK_PORT' },
    ]);
    expect(sentenceOfUnknown({ name: 'TIREK_PROT', nearest: 'TIREK_PORT' }, 'en')).toContain(
      'Was TIREK_PORT meant?',
    );
  });

  it('never show a password in a refusal', () => {
    const result = read({ DATABASE_URL: 'mysql://kairat:secret@db/tirek' });
    if (result.kind !== 'refused') throw new Error('read');
    for (const language of LANGUAGES) {
      for (const refusal of result.refusals) {
        const sentence = sentenceOfRefusal(refusal, language);
        expect(sentence).toContain('DATABASE_URL');
        expect(sentence).not.toContain('secret');
      }
    }
  });
});

describe('the certificate', () => {
  it('is refused when it cannot be read or does not belong to its key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tirek-tls-'));
    try {
      const make = (name: string) =>
        execFileSync('openssl', [
          ...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'.split(' '),
          ...['-subj', '/CN=localhost'],
          ...['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.pem`)],
        ]);
      make('own');
      make('other');
      const files = (cert: string, key: string) =>
        readTlsFiles({ certFile: join(folder, cert), keyFile: join(folder, key) });
      expect((await files('own.pem', 'own.key')).kind).toBe('read');
      expect(await files('own.pem', 'other.key')).toMatchObject({
        refusal: { name: 'TIREK_TLS_CERT', reason: 'tls-mismatch' },
      });
      expect(await files('own.pem', 'none.key')).toMatchObject({
        refusal: { name: 'TIREK_TLS_KEY', reason: 'tls-file' },
      });
      await writeFile(join(folder, 'empty.pem'), '');
      expect(await files('empty.pem', 'own.key')).toMatchObject({ kind: 'refused' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('docs/settings.md', () => {
  it('tells every setting and is fresh (node scripts/settings.ts)', async () => {
    const written = await readFile(
      new URL('../../../docs/settings.md', import.meta.url),
      'utf8',
    ).catch(() => '');
    expect(written).toBe(settingsDocument());
    for (const { name } of SETTINGS) expect(written).toContain(`\`${name}\``);
  });
});
