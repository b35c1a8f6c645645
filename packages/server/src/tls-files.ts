import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { SettingRefusal, Settings } from './settings.ts';

export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Reads certificate and key and tries them together, so that a wrong pair is told at the start and not by browsers. */
export async function readTlsFiles(
  tls: NonNullable<Settings['tls']>,
): Promise<
  { readonly kind: 'read'; readonly files: TlsFiles } | { kind: 'refused'; refusal: SettingRefusal }
> {
  const cert = await readFile(tls.certFile).catch(() => null);
  if (!cert) return refused('TIREK_TLS_CERT', tls.certFile, 'tls-file');
  const key = await readFile(tls.keyFile).catch(() => null);
  if (!key) return refused('TIREK_TLS_KEY', tls.keyFile, 'tls-file');
  try {
    createSecureContext({ cert, key });
  } catch {
    return refused('TIREK_TLS_CERT', tls.certFile, 'tls-mismatch');
  }
  return { kind: 'read', files: { cert, key } };
}

const refused = (
  name: SettingRefusal['name'],
  value: string,
  reason: SettingRefusal['reason'],
): { kind: 'refused'; refusal: SettingRefusal } => ({
  kind: 'refused',
  refusal: { name, value, reason },
});
