import type {
  AnalysisPlan,
  exportsContract,
  releasesContract,
  reportsContract,
} from '@tirek/domain/reports';
import type { adolescenceContract } from '@tirek/domain/reports/adolescence';
import type { briefsContract } from '@tirek/domain/reports/brief';
import type { helpGivenContract } from '@tirek/domain/reports/help-given';
import type { themesContract } from '@tirek/domain/reports/themes';
import { closedWave } from '../surveys/surveys-matrix-inputs.ts';
import { openSurvey, phq8, send, shuffle, submissionOf } from '../surveys/test/test-survey.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';
import { themesMatrixInputs } from './themes/themes-matrix-inputs.ts';

const wave = (world: MatrixWorld) => world.once('wave for the report', () => closedWave(world));

/** Timur's request; he is of the cast, so nobody of the matrix has asked for it herself. */
async function requested(world: MatrixWorld): Promise<string> {
  const id = world.newId();
  const waveId = await wave(world);
  const given = { id, waveId, language: 'ru', k: 1, l: 1, reason: 'for the matrix' } as const;
  await world.app.as('timur').call('requestExport', given);
  return id;
}

/** One that may be fetched, by Timur. */
async function approved(world: MatrixWorld): Promise<string> {
  const exportId = await requested(world);
  const given = { id: world.newId(), exportId, decision: 'approved' } as const;
  await world.app.as('ruslan').call('decideExport', given);
  return exportId;
}

/** A closed wave with as many answers as the public may be told of. */
const answeredWave = (world: MatrixWorld) =>
  world.once('answered wave', async () => {
    const { app, day, newId } = world;
    const { programme: title } = MARKS;
    const changes = { title: { kk: title, ru: title, en: title } };
    const survey = await openSurvey(app, changes, { opensOn: day(), closesOn: day(3000) });
    for (let n = 0; n < 24; n += 1) {
      await send(app, survey, submissionOf(survey, { answers: phq8(String(n % 2)) }));
    }
    const waveId = survey.wave.id;
    await app.as('dana').call('closeWave', { id: newId(), waveId, reason: 'for the matrix' });
    await shuffle(app);
    return waveId;
  });

async function planFor(
  world: MatrixWorld,
  audience: AnalysisPlan['audience'],
): Promise<AnalysisPlan> {
  return { waveId: await answeredWave(world), audience, population: [], sections: null };
}

/** Prepared by Timur, who is of the cast. */
async function prepared(
  world: MatrixWorld,
  audience: AnalysisPlan['audience'] = 'internal',
): Promise<string> {
  const id = world.newId();
  const plan = await planFor(world, audience);
  const given = { id, plan, reason: 'for the matrix', language: 'ru' } as const;
  const outcome = await world.app.as('timur').call('prepareRelease', given);
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return id;
}

async function released(world: MatrixWorld, audience: AnalysisPlan['audience']): Promise<string> {
  const releaseId = await prepared(world, audience);
  const given = { id: world.newId(), releaseId, decision: 'approved' } as const;
  await world.app.as('ruslan').call('decideRelease', given);
  return releaseId;
}

const networkRelease = (world: MatrixWorld) =>
  world.once('release for the network', () => released(world, 'network'));
const publicRelease = (world: MatrixWorld) =>
  world.once('release for everybody', () => released(world, 'public'));

const releasesMatrixInputs: MatrixInputs<keyof typeof releasesContract> = {
  listPlanQuestions: async (world) => ({ waveId: await answeredWave(world), language: 'ru' }),
  previewReport: async (world) => ({
    plan: JSON.stringify(await planFor(world, 'internal')),
    language: 'ru',
  }),
  prepareRelease: async (world) => ({
    id: world.newId(),
    plan: await planFor(world, 'internal'),
    reason: 'for the matrix',
    language: 'ru',
  }),
  async listReleases(world) {
    await networkRelease(world);
    return {};
  },
  getRelease: async (world) => ({ releaseId: await networkRelease(world), language: 'ru' }),
  getReleaseFile: async (world) => ({
    releaseId: await networkRelease(world),
    language: 'ru',
    format: 'json',
  }),
  decideRelease: async (world) => ({
    id: world.newId(),
    releaseId: await prepared(world),
    decision: 'approved',
  }),
  withdrawRelease: async (world) => ({
    id: world.newId(),
    releaseId: await released(world, 'internal'),
    reason: 'for the matrix',
  }),
  async listPublicReleases(world) {
    await publicRelease(world);
    return {};
  },
  getPublicRelease: async (world) => ({ releaseId: await publicRelease(world), language: 'ru' }),
  getPublicReleaseFile: async (world) => ({
    releaseId: await publicRelease(world),
    language: 'ru',
    format: 'json',
  }),
};

export const reportsMatrixInputs: MatrixInputs<
  | keyof typeof reportsContract
  | keyof typeof briefsContract
  | keyof typeof exportsContract
  | keyof typeof releasesContract
  | keyof typeof themesContract
  | keyof typeof adolescenceContract
  | keyof typeof helpGivenContract
> = {
  ...themesMatrixInputs,
  ...releasesMatrixInputs,
  getAdolescence: () => ({}),
  getHelpGiven: () => ({}),
  countOwnHelp: () => ({}),
  getWaveReport: async (world) => ({ waveId: await wave(world), language: 'ru' }),
  getWaveBriefFile: async (world) => ({
    waveId: await wave(world),
    language: 'ru',
    kind: 'brief',
    format: 'json',
  }),
  getWaveBrief: async (world) => ({ waveId: await wave(world), language: 'ru', kind: 'brief' }),
  getReleaseBrief: async (world) => ({
    releaseId: await networkRelease(world),
    language: 'ru',
    kind: 'brief',
  }),
  getReleaseBriefFile: async (world) => ({
    releaseId: await networkRelease(world),
    language: 'ru',
    kind: 'brief',
    format: 'json',
  }),
  getPublicReleaseBrief: async (world) => ({
    releaseId: await publicRelease(world),
    language: 'ru',
    kind: 'brief',
  }),
  getPublicReleaseBriefFile: async (world) => ({
    releaseId: await publicRelease(world),
    language: 'ru',
    kind: 'brief',
    format: 'json',
  }),
  previewExport: async (world) => ({
    waveId: await world.once('wave for the report', () => closedWave(world)),
    alike: '5',
  }),
  requestExport: async (world) => ({
    id: world.newId(),
    waveId: await wave(world),
    language: 'ru',
    k: 5,
    l: 2,
    reason: 'for the matrix',
  }),
  async listExports(world) {
    await world.once('request for files', () => requested(world));
    return {};
  },
  decideExport: async (world) => ({
    id: world.newId(),
    exportId: await requested(world),
    decision: 'approved',
  }),
  fetchExport: async (world) => ({
    exportId: await world.once('files to be fetched', () => approved(world)),
  }),
  getWaveReportFile: async (world) => ({
    waveId: await world.once('wave for the report', () => closedWave(world)),
    language: 'ru',
    format: 'json',
  }),
};
