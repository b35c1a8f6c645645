import type { SignedInActor } from '@tirek/domain/access';
import {
  type CaseEntryInput,
  caseObstacle,
  type casesContract,
  needsConsent,
  versionIn,
  type Words,
} from '@tirek/domain/cases';
import type { InputOf } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../db/database.ts';
import { findDataKey, type KeyFor, listAgreed } from '../people/index.ts';
import { programmeDay } from '../programmes/index.ts';
import { loadBareCase } from './load-case.ts';
import { insertEntry, lockCase } from './queries.ts';
import { sealWords } from './sealed-words.ts';

interface Writing {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly now: string;
  readonly keyFor: KeyFor;
  /** Told as soon as the family is found to be within reach. */
  readonly onFound?: () => void;
}

/** Writes the next version of something into the case of a family that the actor holds. */
export async function writeEntry(
  { tx, actor, now, keyFor, onFound }: Writing,
  { id, familyId, basedOn, entry }: InputOf<(typeof casesContract)['recordCaseEntry']>,
): Promise<{ version: number }> {
  const today = programmeDay(now);
  await lockCase(tx, familyId);
  const loaded = await loadBareCase({ tx, actor, keyFor, today }, familyId);
  const { family, entries, familyCase, life, settings, papers, learning } = loaded;
  onFound?.();
  if (!family.isOwn) throw new Problem('not-allowed');
  const subjectId = 'subjectId' in entry ? entry.subjectId : familyId;
  const isEnding = entry.kind === 'case' && entry.state === 'closing';
  const isKnown =
    entry.personId === null ||
    family.members.some(({ personId }) => personId === entry.personId) ||
    // What was written about somebody who has left the family can still be ended.
    (entry.kind !== 'case' &&
      entries.some((each) => each.subjectId === subjectId && each.personId === entry.personId));
  if (!isKnown && !isEnding) throw new Problem('not-found');
  const known = versionIn(entries, entry.kind, subjectId);
  if (known !== basedOn) throw new Problem('changed-meanwhile', { version: known });
  const circumstances = { familyId, today, life, settings, papers, learning };
  const obstacle = caseObstacle(familyCase, entry, circumstances);
  if (obstacle) throw new Problem(obstacle);
  const version = basedOn + 1;
  const personId = isEnding ? familyCase.contact : entry.personId;
  const aboutWhom = personId ?? familyCase.contact;
  if (needsConsent(entry, version)) await requireConsent(tx, aboutWhom, today);
  await insertEntry(tx, actor, {
    ...columnsOf(entry),
    ...(await sealedFor(tx, { id, words: entry.words, person: aboutWhom }, keyFor)),
    ...{ id, familyId, subjectId, version, personId, recordedAt: now, recordedOn: today },
  });
  return { version };
}

const columnsOf = ({ kind, state, value }: CaseEntryInput) => ({ kind, state, value });

/** @throws Problem `case-consent-missing` */
export async function requireConsent(tx: Tx, personId: string | null, on: string): Promise<void> {
  const agreed = personId ? await listAgreed(tx, { people: [personId], on }) : [];
  if (agreed.length === 0) throw new Problem('case-consent-missing');
}

export async function sealedFor(
  tx: Tx,
  { id, words, person }: { id: string; words: Words | null; person: string | null },
  keyFor: KeyFor,
): Promise<{ sealed: Buffer | null; sealedFor: string | null }> {
  if (words === null || person === null) return { sealed: null, sealedFor: null };
  const key = await findDataKey(tx, person);
  if (!key) throw new Problem('not-found');
  return { sealed: sealWords(words, { personId: person, id, key }, keyFor), sealedFor: person };
}
