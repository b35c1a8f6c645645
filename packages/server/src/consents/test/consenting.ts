import { randomUUID } from 'node:crypto';
import {
  type ConsentPurpose,
  type ConsentSettings,
  type personConsentsContract,
  USUAL_AGE_TABLE,
} from '@tirek/domain/consents';
import type { InputOf } from '@tirek/domain/contract';
import type { TestApp } from '../../test/test-app.ts';

const texts = (kk: string, ru: string, en: string) => ({ kk, ru, en });

export const TEST_SETTINGS: ConsentSettings = {
  operator: {
    name: texts('«Қолдау» орталығы', 'Центр «Қолдау»', 'Qoldau Centre'),
    registrationNumber: '123456789012',
    contact: texts('+7 7112 00 00 01', '+7 7112 00 00 01', '+7 7112 00 00 01'),
  },
  keptFor: texts(
    'көмек аяқталғаннан кейін бес жыл',
    'пять лет после окончания помощи',
    'for five years after the help has ended',
  ),
  ages: USUAL_AGE_TABLE,
};

/** Dana says who the programme is, once for each database. */
export async function settle(app: TestApp): Promise<void> {
  const input = { id: randomUUID(), basedOn: 0, settings: TEST_SETTINGS };
  await app.as('dana').call('setConsentSettings', input);
}

type Recording = InputOf<(typeof personConsentsContract)['recordConsent']>;
type Decision = Recording['decisions'][number];

export const decisionOf = (
  purpose: ConsentPurpose,
  decision: Decision['decision'] = 'given',
  over: Partial<Decision> = {},
): Decision => ({
  id: randomUUID(),
  purpose,
  receiverId: null,
  textVersion: `${purpose}-1`,
  decision,
  until: null,
  withheld: [],
  ...over,
});

/** A grown woman's thumb mark with a witness, unless told. */
export const sittingOf = (
  personId: string,
  decisions: Decision[],
  over: Partial<Recording> = {},
): Recording => ({
  id: randomUUID(),
  personId,
  party: 'person',
  givenOn: '2026-11-23',
  mode: 'thumb',
  language: 'kk',
  witness: 'Айгүл Сейітова',
  guardian: null,
  unsafeReason: null,
  decisions,
  ...over,
});
