import type { consentsContract } from '@tirek/domain/consents';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';

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

export const consentsMatrixInputs: MatrixInputs<keyof typeof consentsContract> = {
  async listConsentTexts(world) {
    await consentTexts(world);
    return {};
  },
  addConsentText({ newId }) {
    const id = newId();
    return { id, version: versionOf(id), linkages: ['open'], words: wordsOf('Согласие') };
  },
};
