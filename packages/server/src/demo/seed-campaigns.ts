import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Campaign, CampaignSettings } from '@tirek/domain/surveys';
import type { AnswerImport, ImportMapping } from '@tirek/domain/surveys/answer-import';
import type { Database } from '../db/database.ts';
import { derivedKey } from '../http/derived-key.ts';
import { programmeDay } from '../programmes/index.ts';
import { runImports } from '../surveys/answer-import/index.ts';
import { callAs, castActor } from './call-as.ts';
import { SETTINGS_2022, SETTINGS_BY_CODE, SETTINGS_NOW } from './campaign-settings.ts';
import { madeUpId } from './cast.ts';
import { hasCampaign } from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';

const FOLDER = join(import.meta.dirname, 'synthetic-2022');
const DAY = 24 * 60 * 60 * 1000;

/**
 * Dana's campaigns: the synthetic wave of 2022, closed, and two that can be answered for two months from the first start.
 */
export async function seedCampaigns(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  const dana = (endpoint: string, input: Readonly<Record<string, unknown>>) =>
    callAs({ database, actor: castActor('dana', programmeId) }, options, endpoint, input);
  if (!(await hasCampaign(database, madeUpId('campaign 2022')))) {
    await seedWaveOf2022(database, options, dana);
  }
  for (const [name, settings] of [
    ['by code', SETTINGS_BY_CODE],
    ['now', SETTINGS_NOW],
  ] as const) {
    if (!(await hasCampaign(database, madeUpId(`campaign ${name}`)))) {
      await openCampaign(name, settings, options, dana);
    }
  }
}

type Call = (endpoint: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>;

async function openCampaign(
  name: string,
  settings: CampaignSettings,
  options: DemoOptions,
  dana: Call,
): Promise<void> {
  const campaignId = madeUpId(`campaign ${name}`);
  const waveId = madeUpId(`wave ${name}`);
  const today = options.clock();
  const campaign = (await dana('createCampaign', { id: campaignId, settings })) as Campaign;
  await dana('publishCampaign', { id: options.newId(), campaignId, basedOn: campaign.edition });
  await dana('addWave', {
    id: waveId,
    campaignId,
    opensOn: programmeDay(today.toISOString()),
    closesOn: programmeDay(new Date(today.getTime() + 60 * DAY).toISOString()),
  });
  await dana('openWave', { id: options.newId(), waveId });
}

/** Goes the way of every file: upload, proposed mapping, import by the job. */
async function seedWaveOf2022(database: Database, options: DemoOptions, dana: Call): Promise<void> {
  const campaignId = madeUpId('campaign 2022');
  const importId = options.newId();
  await dana('createCampaign', { id: campaignId, settings: SETTINGS_2022 });
  const files = await Promise.all(
    ['women.csv', 'children.csv'].map(async (name) => ({
      name,
      content: (await readFile(join(FOLDER, name))).toString('base64'),
    })),
  );
  const uploaded = (await dana('uploadImport', { id: importId, campaignId, files })) as {
    suggestion: ImportMapping;
  };
  const mapping: ImportMapping = {
    ...uploaded.suggestion,
    respondents: { ...uploaded.suggestion.respondents, receivedOn: { constant: '2022-06-30' } },
  };
  await dana('runImport', {
    id: options.newId(),
    importId,
    mapping,
    opensOn: '2022-05-01',
    closesOn: '2022-06-30',
    saveMappingAs: '2022',
  });
  await runImports.run({
    database,
    clock: options.clock,
    newId: options.newId,
    keyFor: (purpose) => derivedKey(options.installationKey, purpose),
    folder: FOLDER,
    log: () => undefined,
  });
  const ended = (await dana('getImport', { importId })) as AnswerImport;
  if (ended.state !== 'done') {
    throw new Error(`The synthetic wave was not imported: ${JSON.stringify(ended.result)}`);
  }
}
