import type { SignedInActor } from '@tirek/domain/access';
import type { ConsentParticulars } from '@tirek/domain/consents';
import type { Identity } from '@tirek/domain/people';
import { strikeNames } from '@tirek/domain/privacy/erasure';
import { type HeldSection, type ToldConsent, tellConsents } from '@tirek/domain/privacy/own-copy';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../db/database.ts';
import { findDataKey, identitiesBeside, type KeyFor, type WrappedKey } from '../people/index.ts';
import { openParticulars } from './persons/particulars.ts';
import { listEntries } from './persons/queries.ts';
import { listReceivers } from './settings/queries.ts';

interface Asked {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly personId: string;
  readonly language: Language;
}

/** What somebody agreed to, for her own copy: every word, and nobody else's name. */
export const consentsHeld = {
  tables: ['consent'],

  async read(asked: Asked): Promise<HeldSection[]> {
    const { tx, actor, keyFor, personId, language } = asked;
    const others = await identitiesBeside(asked);
    const receivers = new Map((await listReceivers(tx, actor)).map(({ id, name }) => [id, name]));
    const stored = await listEntries(tx, actor, personId);
    const keys = new Map<string, WrappedKey | null>();
    for (const record of new Set(stored.map((entry) => entry.personId))) {
      keys.set(record, await findDataKey(tx, record));
    }
    const entries = stored.map(({ sealed, personId: record, ...entry }): ToldConsent => {
      const key = keys.get(record);
      return {
        ...entry,
        receiver: entry.receiverId ? (receivers.get(entry.receiverId) ?? null) : null,
        particulars:
          sealed && key
            ? withoutNames(
                openParticulars(sealed, { personId: record, id: entry.id, key }, keyFor),
                others,
              )
            : null,
      };
    });
    return [{ section: 'consents', data: entries, items: tellConsents(entries, language) }];
  },
};

/** A witness and a guardian are other people; what she asked to be withheld is hers, but for the names in it. */
const withoutNames = (
  { guardian, withheld, unsafeReason }: ConsentParticulars,
  others: readonly Identity[],
): ConsentParticulars => ({
  witness: null,
  guardian: guardian && { relation: guardian.relation, name: '—', document: null },
  withheld: withheld.map(({ what, why }) => ({
    what: strikeNames(what, others),
    why: strikeNames(why, others),
  })),
  unsafeReason: unsafeReason && strikeNames(unsafeReason, others),
});
