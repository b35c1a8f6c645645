import type { SignedInActor } from '@tirek/domain/access';
import { foldCase } from '@tirek/domain/cases';
import { strikeNames } from '@tirek/domain/privacy/erasure';
import { type HeldSection, tellCaseOf } from '@tirek/domain/privacy/own-copy';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../db/database.ts';
import { identitiesBeside, type KeyFor } from '../people/index.ts';
import { listEntriesAbout } from './queries.ts';
import { openEntries } from './sealed-words.ts';

interface Asked {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly personId: string;
  readonly language: Language;
}

/**
 * What was written about somebody in the cases of her families, for her own copy, and about the family as a whole where she is who
 * speaks for it. The names of the others in her families are struck from the words.
 */
export const casesHeld = {
  tables: ['case_entry'],

  async read(asked: Asked): Promise<HeldSection[]> {
    const { tx, actor, keyFor, personId, language } = asked;
    const others = await identitiesBeside(asked);
    const opened = await openEntries(tx, await listEntriesAbout(tx, actor, personId), keyFor);
    const entries = opened.map((entry) => ({
      ...entry,
      words: entry.words && {
        text: strikeNames(entry.words.text, others),
        body: strikeNames(entry.words.body, others),
      },
    })) as typeof opened;
    return [
      {
        section: 'case',
        data: entries,
        items: tellCaseOf(foldCase(entries), { personId, language }),
      },
    ];
  },
};
