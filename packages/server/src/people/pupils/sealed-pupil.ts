import { PupilName } from '@tirek/domain/people/pupils';
import * as z from 'zod/mini';
import { type KeyFor, openUnder, sealUnder } from '../vault/sealed-identity.ts';

/** A pupil is nobody of the register and has no data key: the key is one of the installation. */
const KEY_PURPOSE = 'names of pupils';
const label = (entryId: string): string => `pupil ${entryId}`;

export const sealPupil = (name: PupilName, entryId: string, keyFor: KeyFor): Buffer =>
  sealUnder(keyFor(KEY_PURPOSE), JSON.stringify(name), label(entryId));

/** @throws Error when it belongs to another entry or was changed. */
export const openPupil = (sealed: Buffer, entryId: string, keyFor: KeyFor): PupilName =>
  z.parse(PupilName, JSON.parse(openUnder(keyFor(KEY_PURPOSE), sealed, label(entryId))));
