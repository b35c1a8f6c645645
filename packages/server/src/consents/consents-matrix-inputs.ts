import {
  type ConsentSettings,
  type consentSettingsContract,
  type consentsContract,
  type PurposeText,
  type personConsentsContract,
  USUAL_AGE_TABLE,
} from '@tirek/domain/consents';
import { castId } from '../demo/cast.ts';
import { nearest } from '../people/people-matrix-inputs.ts';
import type { Position } from '../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';
import { rowsAsOwner } from '../test/queries.ts';

const wordsOf = (title: string) => ({
  ru: {
    title,
    points: [{ heading: 'Зачем', text: 'Чтобы узнать, какая помощь нужна.' }],
    agree: 'Согласна',
    decline: 'Не хочу',
  },
});

const versionOf = (id: string) => `own-${id}`;

const consentTexts = (world: MatrixWorld) =>
  world.once('consent texts', async () => {
    for (const [client, title] of [
      [world.app.as('dana'), MARKS.programme],
      [world.stranger(), MARKS.other],
    ] as const) {
      const id = world.newId();
      await client.call('addConsentText', {
        id,
        version: versionOf(id),
        linkages: ['open'],
        words: wordsOf(title),
      });
    }
  });

const purposeTextOf = (id: string, title: string): Omit<PurposeText, 'isBuiltIn'> => ({
  version: versionOf(id),
  purpose: 'screening',
  givenToOthers: false,
  sentAbroad: false,
  published: false,
  words: {
    ru: {
      ...wordsOf(title).ru,
      points: [
        { heading: 'Кто', text: '{{operator}} {{registrationNumber}} {{subject}} {{term}}' },
      ],
    },
  },
});

const purposeTexts = (world: MatrixWorld) =>
  world.once('purpose texts', async () => {
    for (const [client, title] of [
      [world.app.as('dana'), MARKS.programme],
      [world.stranger(), MARKS.other],
    ] as const) {
      const id = world.newId();
      await client.call('addPurposeText', { id, ...purposeTextOf(id, title) });
    }
  });

const texts = (text: string) => ({ kk: text, ru: text, en: text });
const settingsOf = (name: string): ConsentSettings => ({
  operator: {
    name: texts(name),
    registrationNumber: '123456789012',
    contact: texts('+7 7112 00 00 01'),
  },
  keptFor: texts('5'),
  ages: USUAL_AGE_TABLE,
});

/** Every programme has said who it is. */
export const settings = (world: MatrixWorld) =>
  world.once('consent settings', async () => {
    for (const [client, name] of [
      [world.app.as('dana'), MARKS.programme],
      [world.stranger(), MARKS.other],
    ] as const) {
      const input = { id: world.newId(), basedOn: 0, settings: settingsOf(name) };
      await client.call('setConsentSettings', input);
    }
  });

const receivers = (world: MatrixWorld) =>
  world.once('consent receivers', async () => {
    await world.app
      .as('saule')
      .call('addConsentReceiver', { id: world.newId(), name: MARKS.programme });
    await world.stranger().call('addConsentReceiver', { id: world.newId(), name: MARKS.other });
  });

/** A consent to research, given an hour ago by the one whom the position may see; its text's version is a mark. */
async function agreed(world: MatrixWorld, position: Position): Promise<string> {
  await settings(world);
  const { app, programmeId, newId } = world;
  const { personId } = await nearest(world, position);
  const mark = position.name.startsWith('supervisor') ? MARKS.region : MARKS.programme;
  await rowsAsOwner(
    app.database,
    `insert into consent (id, programme_id, person_id, purpose, party, decision, needs, mode, language, text_version,
       settings_version, given_on, is_witnessed, recorded_by, recorded_at)
     values ($1, $2, $3, 'research', 'person', 'given', '{person}', 'written', 'kk', $4, 1, $5, false, $6,
       $7::timestamptz - interval '1 hour')`,
    [newId(), programmeId, personId, mark, world.day(), castId('saule'), app.clock.now()],
  );
  return personId;
}

export const consentsMatrixInputs: MatrixInputs<
  | keyof typeof consentsContract
  | keyof typeof consentSettingsContract
  | keyof typeof personConsentsContract
> = {
  async listConsentTexts(world) {
    await consentTexts(world);
    return {};
  },
  addConsentText({ newId }) {
    const id = newId();
    return { id, version: versionOf(id), linkages: ['open'], words: wordsOf('Согласие') };
  },
  async getConsentSettings(world) {
    await settings(world);
    return {};
  },
  async setConsentSettings(world, position) {
    await settings(world);
    const programme = position.name === 'stranger' ? world.otherProgrammeId : world.programmeId;
    const [newest] = await rowsAsOwner<{ version: number }>(
      world.app.database,
      'select max(version) as version from consent_settings where programme_id = $1',
      [programme],
    );
    const name = position.name === 'stranger' ? MARKS.other : MARKS.programme;
    return { id: world.newId(), basedOn: newest?.version ?? 0, settings: settingsOf(name) };
  },
  async listPurposeTexts(world) {
    await purposeTexts(world);
    return {};
  },
  addPurposeText({ newId }) {
    const id = newId();
    return { id, ...purposeTextOf(id, 'Согласие') };
  },
  async listConsentReceivers(world) {
    await receivers(world);
    return {};
  },
  addConsentReceiver({ newId }) {
    const id = newId();
    return { id, name: `Больница ${id}` };
  },
  async listConsents(world, position) {
    return { personId: await agreed(world, position) };
  },
  async recordConsent(world, position) {
    await settings(world);
    const { personId } = await nearest(world, position);
    return {
      id: world.newId(),
      personId,
      party: 'person',
      givenOn: world.day(),
      mode: 'written',
      language: 'kk',
      witness: null,
      guardian: null,
      unsafeReason: null,
      decisions: [
        {
          id: world.newId(),
          purpose: 'screening',
          receiverId: null,
          textVersion: 'screening-1',
          decision: 'declined',
          until: null,
          withheld: [],
        },
      ],
    };
  },
  async previewWithdrawal(world, position) {
    const personId = await agreed(world, position);
    return { personId, party: 'person', purpose: 'research', receiverId: null };
  },
  async withdrawConsent(world, position) {
    const personId = await agreed(world, position);
    const topic = { purpose: 'research' as const, receiverId: null };
    return {
      id: world.newId(),
      personId,
      party: 'person',
      ...topic,
      mode: 'verbal',
      language: 'kk',
      shown: [topic],
    };
  },
  /** Of one purpose: about everything together more people have spoken by now than one page holds, in the order of random ids. */
  async listConsentStates(world, position) {
    await agreed(world, position);
    return { purpose: 'research' };
  },
};
