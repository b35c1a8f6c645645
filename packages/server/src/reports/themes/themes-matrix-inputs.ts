import type { themesContract } from '@tirek/domain/reports/themes';
import { closedWave } from '../../surveys/surveys-matrix-inputs.ts';
import type { Position } from '../../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../../test/matrix/world.ts';

const wave = (world: MatrixWorld) => world.once('wave for notes', () => closedWave(world));

/** A note that one person codes, with one excerpt. */
async function noted(
  world: MatrixWorld,
  coders: 1 | 2 = 1,
): Promise<{ noteId: string; excerptId: string }> {
  const [noteId, excerptId] = [world.newId(), world.newId()];
  await world.app.as('dana').call('addThemeNote', {
    ...{ id: noteId, waveId: await wave(world) },
    head: {
      title: MARKS.programme,
      kind: 'workshop',
      heldOn: world.day(),
      place: 'city',
      language: 'kk',
      coders,
    },
    excerpts: [
      { id: excerptId, speaker: 'practitioners', text: `Баспана керек ${MARKS.programme}` },
    ],
  });
  return { noteId, excerptId };
}

const note = (world: MatrixWorld) => world.once('note to be read', () => noted(world));

/**
 * A coding begun by whoever asks, since nobody may touch another's; by Timur where the asker may not begin one. What the asker
 * is refused here, she must be refused there.
 */
async function begun(
  world: MatrixWorld,
  { accountId }: Position,
): Promise<{ codingId: string; excerptId: string; coder: 'asker' | 'timur' }> {
  const { noteId, excerptId } = await noted(world);
  const id = world.newId();
  if (accountId) {
    const answer = await world.app.asAccount(accountId).raw('startThemeCoding', { id, noteId });
    if (answer.status < 400) return { codingId: id, excerptId, coder: 'asker' };
  }
  const codingId = world.newId();
  await world.app.as('timur').call('startThemeCoding', { id: codingId, noteId });
  return { codingId, excerptId, coder: 'timur' };
}

/** An excerpt on which Dana and Timur differ, in a note that both have coded. */
async function disputed(world: MatrixWorld): Promise<string> {
  const { noteId, excerptId } = await noted(world, 2);
  for (const [who, themes] of [
    ['dana', ['01_housing']],
    ['timur', []],
  ] as const) {
    const coder = world.app.as(who);
    const codingId = world.newId();
    await coder.call('startThemeCoding', { id: codingId, noteId });
    const given = { id: world.newId(), codingId, excerptId, themes: [...themes] };
    await coder.call('markExcerpt', given);
    await coder.call('endThemeCoding', { id: world.newId(), codingId });
  }
  return excerptId;
}

/** Proposed by Dana, who is of the cast. */
async function proposed(world: MatrixWorld): Promise<string> {
  const { excerptId } = await note(world);
  const id = world.newId();
  await world.app.as('dana').call('proposeQuote', {
    ...{ id, excerptId },
    words: `Баспана керек ${MARKS.programme}`,
    consent: 'spoken',
    reach: 'network',
  });
  return id;
}

export const themesMatrixInputs: MatrixInputs<keyof typeof themesContract> = {
  async listThemeNotes(world) {
    await note(world);
    return { waveId: await wave(world) };
  },
  addThemeNote: async (world) => ({
    id: world.newId(),
    waveId: await wave(world),
    head: {
      title: MARKS.programme,
      kind: 'interview',
      heldOn: world.day(),
      place: 'online',
      language: 'ru',
      coders: 2,
    },
    excerpts: [{ id: world.newId(), speaker: 'returnee-women', text: 'Нужна работа.' }],
  }),
  getThemeNote: async (world) => ({ noteId: (await note(world)).noteId }),
  withdrawThemeNote: async (world) => ({
    id: world.newId(),
    noteId: (await noted(world)).noteId,
    reason: 'for the matrix',
  }),
  startThemeCoding: async (world) => ({
    id: world.newId(),
    noteId: (await noted(world)).noteId,
  }),
  async markExcerpt(world, position) {
    const { codingId, excerptId } = await begun(world, position);
    return { id: world.newId(), codingId, excerptId, themes: ['01_housing'] };
  },
  async endThemeCoding(world, position) {
    const { codingId, excerptId, coder } = await begun(world, position);
    const own =
      coder === 'timur' ? world.app.as('timur') : world.app.asAccount(position.accountId ?? '');
    await own.call('markExcerpt', { id: world.newId(), codingId, excerptId, themes: [] });
    return { id: world.newId(), codingId };
  },
  async getThemeAgreement(world) {
    await world.once('excerpt in dispute', () => disputed(world));
    return { waveId: await wave(world) };
  },
  settleTheme: async (world) => ({
    id: world.newId(),
    excerptId: await disputed(world),
    theme: '01_housing',
    isGiven: true,
    reason: 'for the matrix',
    basedOn: null,
  }),
  async listThemeQuotes(world) {
    await world.once('quotation to be read', () => proposed(world));
    return { waveId: await wave(world) };
  },
  proposeQuote: async (world) => ({
    id: world.newId(),
    excerptId: (await note(world)).excerptId,
    words: `Баспана керек ${MARKS.programme}`,
    consent: 'written',
    reach: 'public',
  }),
  decideQuote: async (world) => ({
    id: world.newId(),
    quoteId: await proposed(world),
    decision: 'cleared',
  }),
  withdrawQuote: async (world) => ({
    id: world.newId(),
    quoteId: await proposed(world),
    reason: 'for the matrix',
  }),
};
