import { randomBytes, webcrypto } from 'node:crypto';
import {
  type answersContract,
  type Campaign,
  type CampaignSettings,
  panelId,
  type surveysContract,
  type Wave,
} from '@tirek/domain/surveys';
import type { answerImportContract, ImportMapping } from '@tirek/domain/surveys/answer-import';
import { positionId } from '../test/matrix/positions.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';
import { SETTINGS, submissionOf } from './test/test-survey.ts';

type Linkage = 'open' | 'one-time' | 'panel';

const settingsOf = (linkage: Linkage, title: string): CampaignSettings => ({
  ...SETTINGS,
  title: { kk: title, ru: title, en: title },
  linkage,
  consentVersion: `survey-${linkage}-1`,
});

/** Dana's draft, with the programme's mark in its title. */
async function draft(world: MatrixWorld, linkage: Linkage = 'open'): Promise<Campaign> {
  const settings = settingsOf(linkage, MARKS.programme);
  return await world.app.as('dana').call('createCampaign', { id: world.newId(), settings });
}

async function published(world: MatrixWorld, linkage: Linkage = 'open'): Promise<Campaign> {
  const { id: campaignId, edition: basedOn } = await draft(world, linkage);
  const dana = world.app.as('dana');
  return await dana.call('publishCampaign', { id: world.newId(), campaignId, basedOn });
}

async function draftWave(world: MatrixWorld, linkage: Linkage = 'open'): Promise<Wave> {
  const { id: campaignId } = await published(world, linkage);
  const days = { opensOn: world.day(), closesOn: world.day(3000) };
  return await world.app.as('dana').call('addWave', { id: world.newId(), campaignId, ...days });
}

async function openWave(world: MatrixWorld, linkage: Linkage = 'open'): Promise<Wave> {
  const { id: waveId } = await draftWave(world, linkage);
  return await world.app.as('dana').call('openWave', { id: world.newId(), waveId });
}

/** @returns the id of a wave that was closed without answers. */
export async function closedWave(world: MatrixWorld): Promise<string> {
  const { id: waveId } = await openWave(world);
  const dana = world.app.as('dana');
  await dana.call('closeWave', { id: world.newId(), waveId, reason: 'for the matrix' });
  return waveId;
}

/** One campaign in each programme. */
const campaigns = (world: MatrixWorld) =>
  world.once('campaigns', async () => {
    const settings = settingsOf('open', MARKS.other);
    await world.stranger().call('createCampaign', { id: world.newId(), settings });
    return await draft(world);
  });
const surveyOpenToAll = (world: MatrixWorld) => world.once('open wave', () => openWave(world));
const panelWave = (world: MatrixWorld) =>
  world.once('panel wave', async () => {
    const wave = await openWave(world, 'panel');
    const { campaignId } = wave;
    const issue = { id: world.newId(), campaignId, count: 20 };
    const { cards } = await world.app.as('dana').call('issueCards', issue);
    const card = cards[0] ?? '';
    const made = await panelId(webcrypto.subtle as never, {
      card,
      pin: '4821',
      campaign: campaignId,
    });
    if (made.kind !== 'panel') throw new Error(made.kind);
    return { slug: wave.slug, panel: made.panel };
  });

const draftKey = () => randomBytes(32).toString('hex');
const sealed = randomBytes(60).toString('base64url');

const surveyInputs: MatrixInputs<keyof typeof surveysContract> = {
  async listCampaigns(world) {
    await campaigns(world);
    return {};
  },
  getCampaign: async (world) => ({ campaignId: (await campaigns(world)).id }),
  createCampaign: ({ newId }) => ({ id: newId(), settings: settingsOf('open', MARKS.programme) }),
  async changeCampaign(world) {
    const { id: campaignId, edition: basedOn, settings } = await draft(world);
    return { id: world.newId(), campaignId, basedOn, settings };
  },
  async publishCampaign(world) {
    const { id: campaignId, edition: basedOn } = await draft(world);
    return { id: world.newId(), campaignId, basedOn };
  },
  async addWave(world) {
    const { id: campaignId } = await world.once('published', () => published(world));
    return { id: world.newId(), campaignId, opensOn: world.day(), closesOn: world.day(30) };
  },
  changeWaveDates: async (world) => ({
    id: world.newId(),
    waveId: (await draftWave(world)).id,
    opensOn: world.day(1),
    closesOn: world.day(31),
    reason: 'for the matrix',
  }),
  openWave: async (world) => ({ id: world.newId(), waveId: (await draftWave(world)).id }),
  closeWave: async (world) => ({
    id: world.newId(),
    waveId: (await openWave(world)).id,
    reason: 'for the matrix',
  }),
  reopenWave: async (world) => ({
    id: world.newId(),
    waveId: await closedWave(world),
    reason: 'for the matrix',
    closesOn: world.day(30),
  }),
  issueCodes: async (world) => ({
    id: world.newId(),
    waveId: (await world.once('wave with codes', () => openWave(world, 'one-time'))).id,
    count: 1,
  }),
  issueCards: async (world) => ({
    id: world.newId(),
    campaignId: (await world.once('panel campaign', () => published(world, 'panel'))).id,
    count: 20,
  }),
  getWaveProgress: async (world) => ({ waveId: (await surveyOpenToAll(world)).id }),
  listAskableForms: () => ({}),
};

const answerInputs: MatrixInputs<keyof typeof answersContract> = {
  submitAnswers: async (world) => ({
    slug: (await surveyOpenToAll(world)).slug,
    ...submissionOf({ consentVersion: 'survey-open-1' }),
  }),
  putDraft: async (world) => ({
    slug: (await surveyOpenToAll(world)).slug,
    key: draftKey(),
    sealed,
  }),
  async getDraft(world) {
    const { slug } = await surveyOpenToAll(world);
    const key = draftKey();
    await world.app.visitor().call('putDraft', { slug, key, sealed });
    return { slug, key };
  },
  dropDraft: async (world) => ({ slug: (await surveyOpenToAll(world)).slug, key: draftKey() }),
  withdrawAnswers: (world) => panelWave(world),
};

const ITEMS = Array.from({ length: 8 }, (_, n) => `phq8_${n + 1}`);
const FILE = ['id', ...ITEMS].join(',').concat(`\n1${',0'.repeat(8)}\n`);

const mappingOf = (table: string): ImportMapping => ({
  version: 1,
  respondents: {
    table,
    key: 'id',
    language: { constant: 'ru' },
    receivedOn: { constant: '2026-01-15' },
    columns: ITEMS.map((item) => ({ column: item, form: 'phq-8', item, blank: 'declined' })),
    ticks: [],
    ignored: [],
  },
  rosters: [],
});

const fileOf = (name: string) => [{ name, content: Buffer.from(FILE).toString('base64') }];

/** A file with the mark in its name, uploaded by the one position that may: only the uploader goes on with it. */
async function uploaded(world: MatrixWorld) {
  const { id: campaignId } = await world.once('campaign to import', () => draft(world));
  const files = fileOf(`${MARKS.programme}.csv`);
  const uploader = world.app.asAccount(positionId('national-coordinator@programme'));
  const upload = { id: world.newId(), campaignId, files };
  const { id, tables } = await uploader.call('uploadImport', upload);
  return { id: world.newId(), importId: id, mapping: mappingOf(tables[0]?.name ?? '') };
}

const importDays = { opensOn: '2026-01-01', closesOn: '2026-01-31' };

const importInputs: MatrixInputs<keyof typeof answerImportContract> = {
  uploadImport: async (world) => ({
    id: world.newId(),
    campaignId: (await world.once('campaign to import', () => draft(world))).id,
    files: fileOf('answers.csv'),
  }),
  async tryImport(world) {
    const { importId, mapping } = await world.once('uploaded', () => uploaded(world));
    return { importId, mapping };
  },
  async runImport(world) {
    return { ...(await uploaded(world)), ...importDays, saveMappingAs: null };
  },
  getImport: async (world) => ({
    importId: (await world.once('uploaded', () => uploaded(world))).importId,
  }),
  async cancelImport(world) {
    const { id, importId } = await uploaded(world);
    return { id, importId };
  },
  async listImportMappings(world) {
    await world.once('mappings', async () => {
      const own = await uploaded(world);
      const kept = { ...own, ...importDays, saveMappingAs: MARKS.programme };
      const uploader = world.app.asAccount(positionId('national-coordinator@programme'));
      await uploader.call('runImport', kept);
      const stranger = world.stranger();
      const settings = settingsOf('open', MARKS.other);
      const { id: campaignId } = await stranger.call('createCampaign', {
        id: world.newId(),
        settings,
      });
      const file = { id: world.newId(), campaignId, files: fileOf('other.csv') };
      const { id: importId, tables } = await stranger.call('uploadImport', file);
      await stranger.call('runImport', {
        id: world.newId(),
        importId,
        mapping: mappingOf(tables[0]?.name ?? ''),
        ...importDays,
        saveMappingAs: MARKS.other,
      });
    });
    return {};
  },
};

export const surveysMatrixInputs = { ...surveyInputs, ...answerInputs, ...importInputs };
