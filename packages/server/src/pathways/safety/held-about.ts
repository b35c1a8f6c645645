import type { SignedInActor } from '@tirek/domain/access';
import { safetyTexts } from '@tirek/domain/pathways/safety';
import { strikeNames } from '@tirek/domain/privacy/erasure';
import type { HeldSection } from '@tirek/domain/privacy/own-copy';
import { formatDate, type Language } from '@tirek/domain/text';
import type { Tx } from '../../db/database.ts';
import { identitiesBeside, type KeyFor } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { openPeopleOf } from './load-event.ts';
import { listEntries, listEventsAbout } from './queries.ts';
import { openEntry } from './sealed-safety-words.ts';

interface Asked {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly personId: string;
  readonly language: Language;
}

/** When somebody was in danger and what was written down of it, for her own copy; the names of the others in her families are struck. */
export const safetyHeld = {
  tables: ['safety_event', 'safety_entry'],

  async read(asked: Asked): Promise<HeldSection[]> {
    const { tx, actor, keyFor, personId, language } = asked;
    const events = await listEventsAbout(tx, actor, [personId]);
    if (events.length === 0) return [];
    const others = await identitiesBeside(asked);
    const t = safetyTexts(language);
    const personOf = await openPeopleOf(asked, events);
    const written = await listEntries(
      tx,
      events.map(({ id }) => id),
    );
    const data = events.map(({ recordId, raisedBy: _, ...event }) => {
      const { key } = personOf({ id: event.id, recordId });
      const rows = (written.get(event.id) ?? []).filter(({ kind }) => kind !== 'asked');
      const entries = rows.map((row) => {
        const { recordedBy: __, ...entry } = openEntry(row, { personId: recordId, key }, keyFor);
        const words = Object.entries(entry.words ?? {}).map(
          ([part, text]) => [part, strikeNames(text, others)] as const,
        );
        return { ...entry, words: entry.words && Object.fromEntries(words) };
      });
      return { ...event, entries };
    });
    const items = data.map(({ kind, startsAt, entries }) => ({
      title: t(`kind.${kind}`),
      facts: [[t('own.since'), formatDate(programmeDay(startsAt), language)] as const],
      text: entries
        .flatMap(({ words }) => Object.values(words ?? {}))
        .filter((text) => text !== '')
        .join('\n'),
    }));
    return [{ section: 'case', data, items }];
  },
};
