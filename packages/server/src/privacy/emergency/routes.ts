import { type EmergencyOpening, emergencyContract } from '@tirek/domain/privacy/emergency';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { openNote, sealNote } from '../sealed-note.ts';
import {
  insertOpening,
  insertReview,
  isOpenAlready,
  listOpen,
  listOpenings,
  type OpeningRow,
} from './queries.ts';

const openingLabel = (id: string) => `emergency ${id}`;
const reviewLabel = (id: string) => `emergency review ${id}`;

const handlers: Handlers<typeof emergencyContract> = {
  async openEmergency({ tx, actor, input, now, keyFor, about }) {
    const { id, personId, searchId, reason, words } = input;
    if (await isOpenAlready(tx, personId)) throw new Problem('emergency-open');
    const sealed = sealNote(words, openingLabel(id), keyFor);
    const opening = { id, personId, searchId, reason, words: sealed, askedAt: now };
    const until = await insertOpening(tx, accountOf(actor), opening);
    about([personId, id], { why: reason });
    return { until };
  },

  async listOwnEmergencies({ tx, actor }) {
    return { open: await listOpen(tx, accountOf(actor)) };
  },

  async listEmergencies({ tx, actor, keyFor, about }) {
    const rows = await listOpenings(tx, accountOf(actor));
    about(rows.map(({ personId }) => personId));
    return { openings: rows.map((row) => openingOf(row, keyFor)) };
  },

  async reviewEmergency({ tx, actor, input, now, keyFor, about }) {
    const asker = accountOf(actor);
    const { openingId, verdict, words } = input;
    const opening = (await listOpenings(tx, asker)).find(({ id }) => id === openingId);
    if (!opening) throw new Problem('not-found');
    if (opening.verdict) throw new Problem('emergency-reviewed');
    about([opening.personId, openingId], { verdict });
    await insertReview(tx, asker, {
      openingId,
      openerId: opening.accountId,
      verdict,
      words: sealNote(words, reviewLabel(openingId), keyFor),
      now,
    });
    return {};
  },
};

export const emergencyRoutes = routesOf(emergencyContract, handlers);

function openingOf(row: OpeningRow, keyFor: (purpose: string) => Buffer): EmergencyOpening {
  const { accountId, opener, words, verdict, reviewWords, reviewer, reviewedAt, ...rest } = row;
  return {
    ...rest,
    openedBy: { id: accountId, name: opener ?? '' },
    words: words && openNote(words, openingLabel(row.id), keyFor),
    review:
      verdict && reviewedAt
        ? {
            verdict: verdict as 'justified' | 'not-justified',
            words: reviewWords && openNote(reviewWords, reviewLabel(row.id), keyFor),
            by: reviewer ?? '',
            at: reviewedAt,
          }
        : null,
  };
}
