import {
  factsOfFamily,
  type RegisterFinding,
  type RegisterMapping,
  type RegisterRow,
  readRegister,
  rowsByFamily,
  tableOf,
} from '@tirek/domain/people/register';
import type { Tx } from '../../db/database.ts';
import { listRegions, programmeDay } from '../../programmes/index.ts';
import type { SealedParts } from './sealed-file.ts';

export interface ReadFile {
  readonly rows: readonly RegisterRow[];
  /** Errors before warnings, each kind in the order of the file. */
  readonly findings: readonly RegisterFinding[];
}

interface Reading {
  readonly tx: Tx;
  readonly now: string;
  readonly newId: () => string;
}

/** Reads what was uploaded as a mapping has it: people, and everything that is wrong or will not be written down. */
export async function readUploaded(
  { sheets }: SealedParts['cells'],
  mapping: RegisterMapping,
  { tx, now, newId }: Reading,
): Promise<ReadFile> {
  const sheet = sheets.find(({ name }) => name === mapping.sheet);
  const today = programmeDay(now);
  const regions = await listRegions(tx);
  const { rows, findings } = readRegister(sheet ? tableOf(sheet) : null, {
    mapping,
    regions,
    today,
  });
  const kinship = rowsByFamily(rows).flatMap((family) => {
    const kin = family.map((row) => ({ ...row, personId: newId() }));
    return factsOfFamily(kin, { today, newId }).findings;
  });
  const all = [...findings, ...kinship].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { rows, findings: [...all.filter(isError), ...all.filter((each) => !isError(each))] };
}

export const isError = ({ severity }: RegisterFinding): boolean => severity === 'error';
