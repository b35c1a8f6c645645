import { addDays } from '@tirek/domain/cases';
import type { Database } from '../db/database.ts';
import { programmeDay } from '../programmes/index.ts';
import { callAs, castActor } from './call-as.ts';
import { castId, madeUpId } from './cast.ts';
import { hasPeerMatches } from './queries.ts';
import { MOTHER } from './seed-circumstances.ts';
import type { DemoOptions } from './seed-demo.ts';

/** A mother agrees that Zarina learns her first name; Saule proposes it, Zarina agrees, and they have met. */
export async function seedPeers(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  if (await hasPeerMatches(database, programmeId)) return;
  const { clock, newId } = options;
  const as = (name: 'saule' | 'zarina') => (endpoint: string, input: Record<string, unknown>) =>
    callAs({ database, actor: castActor(name, programmeId) }, options, endpoint, input);
  const [saule, zarina] = [as('saule'), as('zarina')];
  const today = programmeDay(clock().toISOString());
  const [matchId, peerId] = [madeUpId('peer match'), castId('zarina')];
  await saule('namePeerReceiver', { id: newId(), peerId });
  await saule('recordConsent', {
    ...{ id: newId(), personId: MOTHER, party: 'person', givenOn: today, mode: 'written' },
    ...{ language: 'kk', witness: null, guardian: null, unsafeReason: null },
    decisions: [
      {
        ...{ id: newId(), purpose: 'referral', textVersion: 'referral-1', receiverId: peerId },
        ...{ decision: 'given', until: null, withheld: [] },
      },
    ],
  });
  await saule('recordPeerMatch', {
    ...{ id: newId(), personId: MOTHER, matchId, peerId, basedOn: 0 },
    terms: { setting: 'two', means: 'centre', rhythm: 'fortnightly', nextOn: addDays(today, 9) },
  });
  await zarina('sayPeerWord', { id: newId(), matchId, word: 'accepted', metOn: null });
  await zarina('sayPeerWord', { id: newId(), matchId, word: 'met', metOn: today });
}
