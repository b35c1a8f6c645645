import { ConsentParticulars } from '@tirek/domain/consents';
import * as z from 'zod/mini';
import { type KeyFor, openText, sealText, type WrappedKey } from '../../people/index.ts';

/** Whose entry it is, and the data key of that person. */
interface Place {
  readonly personId: string;
  /** Of the entry: what is sealed opens in no other one. */
  readonly id: string;
  readonly key: WrappedKey;
}

export function sealParticulars(
  particulars: ConsentParticulars,
  { personId, id, key }: Place,
  keyFor: KeyFor,
): Buffer {
  return sealText(JSON.stringify(particulars), { ...key, personId, label: label(id) }, keyFor);
}

/** @throws Error when they belong to another entry or were changed. */
export function openParticulars(
  sealed: Buffer,
  { personId, id, key }: Place,
  keyFor: KeyFor,
): ConsentParticulars {
  const text = openText(sealed, { ...key, personId, label: label(id) }, keyFor);
  return z.parse(ConsentParticulars, JSON.parse(text));
}

const label = (id: string): string => `consent ${id}`;
