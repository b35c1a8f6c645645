import type { SignedInActor } from '@tirek/domain/access';
import type { RecordedStep, TranslationStep } from '@tirek/domain/instruments/translations';
import type { Language } from '@tirek/domain/text';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

type Of = { readonly code: string; readonly language: Language };

/** Every step of one questionnaire in one language, the oldest first. */
export async function listTranslationSteps(
  tx: Tx,
  actor: SignedInActor,
  { code, language }: Of,
): Promise<RecordedStep[]> {
  const rows = await tx
    .selectFrom('translationStep')
    .select(['stringId', 'sourceHash', 'step', 'recordedBy as by', 'recordedAt as at'])
    .select(sql<string>`translation_writer(recorded_by)`.as('byName'))
    .where('programmeId', '=', actor.programmeId)
    .where('formCode', '=', code)
    .where('language', '=', language)
    .orderBy('number')
    .execute();
  return rows as unknown as RecordedStep[];
}

/** One person at a time works on a language of a questionnaire, so that the order of steps is the one that was looked at. */
export async function lockTranslation(tx: Tx, actor: SignedInActor, of: Of): Promise<void> {
  const key = `translation ${actor.programmeId} ${of.code} ${of.language}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export async function insertTranslationStep(
  tx: Tx,
  actor: SignedInActor,
  row: Of & {
    readonly id: string;
    readonly now: string;
    readonly stringId: string;
    readonly sourceHash: string;
    readonly step: TranslationStep;
  },
): Promise<void> {
  await tx
    .insertInto('translationStep')
    .values({
      id: row.id,
      programmeId: actor.programmeId,
      formCode: row.code,
      language: row.language,
      stringId: row.stringId,
      sourceHash: row.sourceHash,
      kind: row.step.kind,
      step: JSON.stringify(row.step),
      recordedBy: actor.accountId,
      recordedAt: row.now,
    })
    .execute();
}
