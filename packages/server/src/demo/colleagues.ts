import type { SignedInActor } from '@tirek/domain/access';
import { ensureReadyAccounts } from '../access/index.ts';
import type { Database } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import { derivedKey } from '../http/derived-key.ts';
import { CAST_REGION, castPassword, castTotpSecret, madeUpId } from './cast.ts';

/** Practitioners beside the cast, so that there is somebody to be found with and to be handed to. */
export const COLLEAGUES = {
  ainur: { displayName: 'Айнұр Қайратова', region: CAST_REGION },
  marat: { displayName: 'Марат Әбенов', region: 'KZ-75' },
  nargiza: { displayName: 'Наргиза Юлдашева', region: 'KZ-61' },
} as const;
export type ColleagueName = keyof typeof COLLEAGUES;

export const colleagueId = (name: ColleagueName): string => madeUpId(`account ${name}`);

/** As the program sees one of them at work. */
export const colleagueActor = (name: ColleagueName, programmeId: string): SignedInActor => ({
  kind: 'account',
  accountId: colleagueId(name),
  programmeId,
  sessionId: madeUpId(`session ${name}`),
  assignments: [{ role: 'practitioner', region: COLLEAGUES[name].region }],
  isFullySignedIn: true,
});

/** Gives them accounts, once. */
export async function seedColleagues(
  database: Database,
  options: { readonly programmeId: string; readonly installationKey: Buffer; readonly now: string },
): Promise<void> {
  const { installationKey, ...rest } = options;
  const keyFor = (purpose: string) => derivedKey(installationKey, purpose);
  const people = (Object.keys(COLLEAGUES) as ColleagueName[]).map((name) => ({
    id: colleagueId(name),
    signInName: name,
    displayName: COLLEAGUES[name].displayName,
    language: 'kk' as const,
    password: castPassword(name),
    totpSecret: castTotpSecret(name),
    assignments: [
      {
        id: madeUpId(`assignment ${name}`),
        role: 'practitioner' as const,
        region: COLLEAGUES[name].region,
      },
    ],
  }));
  await asOwner(database, (tx) => ensureReadyAccounts(tx, people, { ...rest, keyFor }));
}
