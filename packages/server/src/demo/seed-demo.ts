import type { Language } from '@tirek/domain/text';
import type { Database } from '../db/database.ts';
import { seedProgramme } from '../programmes/index.ts';
import { seedCast } from './cast.ts';
import { seedColleagues } from './colleagues.ts';
import {
  DEMO_PROGRAMME,
  DEMO_PROGRAMME_NAME,
  hasRealAccounts,
  listOpenSurveys,
  oneAtATime,
} from './queries.ts';
import { seedAssessments } from './seed-assessments.ts';
import { seedCampaigns } from './seed-campaigns.ts';
import { seedCases } from './seed-cases.ts';
import { seedCircumstances } from './seed-circumstances.ts';
import { seedConsents } from './seed-consents.ts';
import { seedFamilies } from './seed-families.ts';
import { seedPapers } from './seed-papers.ts';
import { seedPeers } from './seed-peers.ts';
import { seedPupils } from './seed-pupils.ts';
import { seedReferrals } from './seed-referrals.ts';
import { seedServices } from './seed-services.ts';
import { seedSupport } from './seed-support.ts';
import { seedThemes } from './seed-themes.ts';
import { seedTranslations } from './seed-translations.ts';
import { seedWholeProgramme } from './seed-whole-programme.ts';

/** How to sign in as one of the made-up people; printed by `tirek serve --demo`. */
export interface DemoSignIn {
  readonly name: string;
  /** What the person does in the programme, in the language asked for. */
  readonly role: string;
  readonly signInName: string;
  readonly password: string;
  /** What an authenticator app is given (base32), where the role needs a second factor; null otherwise. */
  readonly totpSecret: string | null;
}

/** A survey that is open in the demonstration; `path` goes behind the address of the program. */
export interface DemoSurvey {
  readonly title: string;
  readonly path: string;
}

export interface DemoOptions {
  readonly installationKey: Buffer;
  readonly language: Language;
  readonly clock: () => Date;
  readonly newId: () => string;
}

export type DemoSeeded =
  | {
      readonly kind: 'seeded';
      readonly signIns: readonly DemoSignIn[];
      /** What anybody may answer now. */
      readonly surveys: readonly DemoSurvey[];
    }
  /** Real people have accounts here: nothing was changed. */
  | { readonly kind: 'refused' };

/**
 * Fills a database with the made-up programme, once: a second call changes nothing and tells the same sign-ins.
 * Whoever adds a part adds a line here; every part must find what it has already made.
 */
export async function seedDemo(database: Database, options: DemoOptions): Promise<DemoSeeded> {
  return await oneAtATime(database, () => seedAlone(database, options));
}

async function seedAlone(database: Database, options: DemoOptions): Promise<DemoSeeded> {
  if (await hasRealAccounts(database)) return { kind: 'refused' };
  const { installationKey, language, clock, newId } = options;
  const now = clock().toISOString();
  const programmeId = await seedProgramme(
    database,
    { code: DEMO_PROGRAMME, name: DEMO_PROGRAMME_NAME },
    newId,
  );
  const signIns = await seedCast(database, { programmeId, installationKey, language, now });
  await seedColleagues(database, { programmeId, installationKey, now });
  await seedCampaigns(database, programmeId, options);
  await seedThemes(database, programmeId, options);
  await seedServices(database, programmeId, options);
  await seedFamilies(database, programmeId, options);
  await seedConsents(database, programmeId, options);
  await seedCases(database, programmeId, options);
  await seedPapers(database, programmeId, options);
  await seedCircumstances(database, programmeId, options);
  await seedAssessments(database, programmeId, options);
  await seedSupport(database, programmeId, options);
  await seedTranslations(database, programmeId, options);
  await seedWholeProgramme(database, programmeId, options);
  await seedPupils(database, programmeId, options);
  await seedPeers(database, programmeId, options);
  await seedReferrals(database, programmeId, options);
  return {
    kind: 'seeded',
    signIns,
    surveys: await listOpenSurveys(database, programmeId, language),
  };
}
