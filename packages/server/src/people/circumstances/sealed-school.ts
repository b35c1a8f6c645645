import { Circumstance } from '@tirek/domain/people/circumstances';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import { listDataKeys } from '../vault/queries.ts';
import { type KeyFor, openText, sealText, type WrappedKey } from '../vault/sealed-identity.ts';
import type { CircumstanceRow } from './queries.ts';

/** The name of a school, under the data key of the person and bound to its row. */
const label = (id: string): string => `school of circumstance ${id}`;

interface Place {
  readonly id: string;
  readonly personId: string;
  readonly key: WrappedKey;
}

export const sealSchool = (school: string, { id, personId, key }: Place, keyFor: KeyFor): Buffer =>
  sealText(school, { ...key, personId, label: label(id) }, keyFor);

/** Rows as they were told; a school whose key was destroyed is nameless. */
export async function openCircumstances(
  tx: Tx,
  rows: readonly CircumstanceRow[],
  keyFor: KeyFor,
): Promise<Circumstance[]> {
  const sealedFor = rows.flatMap(({ sealed, recordId }) => (sealed ? [recordId] : []));
  const keys = await listDataKeys(tx, [...new Set(sealedFor)]);
  return rows.map(({ id, value, sealed: school, recordId, ...row }) => {
    const { section } = row;
    const key = keys.get(recordId);
    const place = { personId: recordId, label: label(id) };
    const opened = school && key ? openText(school, { ...key, ...place }, keyFor) : '';
    const told =
      value === null
        ? null
        : {
            section,
            value: section === 'schooling' ? { ...(value as object), school: opened } : value,
          };
    return z.parse(Circumstance, { ...row, told });
  });
}
