import { type ConsentSettings, USUAL_AGE_TABLE } from '@tirek/domain/consents';
import type { Database } from '../db/database.ts';
import { callAs, castActor } from './call-as.ts';
import { SETTINGS_NOW } from './campaign-settings.ts';
import { madeUpId } from './cast.ts';
import { DEMO_FAMILIES } from './families.ts';
import { hasConsentSettings } from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';

const SETTINGS: ConsentSettings = {
  operator: SETTINGS_NOW.operator,
  keptFor: {
    kk: 'көмек аяқталғаннан кейін бес жыл бойы',
    ru: 'пять лет после окончания помощи',
    en: 'for five years after the help has ended',
  },
  ages: USUAL_AGE_TABLE,
};

const RECEIVERS = [
  'Облыстық көпбейінді аурухана (ойдан шығарылған)',
  'ХҚКО, № 1 бөлім (ойдан шығарылған)',
];

/** Dana says who the programme is; Saule names two services and takes down what one mother decided. */
export async function seedConsents(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  if (await hasConsentSettings(database, programmeId)) return;
  const as = (name: 'dana' | 'saule') => (endpoint: string, input: Record<string, unknown>) =>
    callAs({ database, actor: castActor(name, programmeId) }, options, endpoint, input);
  const saule = as('saule');
  for (const [at, name] of RECEIVERS.entries()) {
    await saule('addConsentReceiver', { id: madeUpId(`consent receiver ${at}`), name });
  }
  // Not the first of her families: Madina's consents are taken down by whoever tries the demonstration.
  const own = DEMO_FAMILIES.findLastIndex(({ holder }) => holder === 'saule');
  await as('dana')('setConsentSettings', {
    id: madeUpId('consent settings'),
    basedOn: 0,
    settings: SETTINGS,
  });
  await saule('recordConsent', sittingOf(madeUpId(`person ${own} 0`), options));
}

const sittingOf = (personId: string, { clock, newId }: DemoOptions) => ({
  id: newId(),
  personId,
  party: 'person',
  givenOn: clock().toISOString().slice(0, 10),
  mode: 'thumb',
  language: 'kk',
  witness: 'Айгүл Сейітова',
  guardian: null,
  unsafeReason: null,
  decisions: [
    ['service', 'given'],
    ['screening', 'given'],
    ['contact-phone', 'given'],
    ['research', 'declined'],
  ].map(([purpose, decision]) => ({
    id: newId(),
    purpose,
    receiverId: null,
    textVersion: `${purpose}-1`,
    decision,
    until: null,
    withheld: [],
  })),
});
