import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { csvColumns } from '@tirek/domain/instruments';
import {
  type DryRun,
  describeFinding,
  type ImportFinding,
  ImportMapping,
  type ImportTable,
  suggestMapping,
} from '@tirek/domain/surveys/answer-import';
import * as z from 'zod/mini';
import { insertAuditEntry } from '../db/audit-entries.ts';
import type { Tx } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import {
  compiledForms,
  type ImportableCampaign,
  listImportableCampaigns,
  readAnswers,
  readTableFile,
  storeImportedWave,
} from '../surveys/answer-import/index.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { withDatabase } from './reach-database.ts';

/** Told once for so many answers, so that a large file is seen to move. */
const TELL_EVERY = 5000;

/**
 * `tirek import FILE... --campaign ID --opens DATE --closes DATE [--mapping FILE] [--dry-run]`: answers from CSV or XLSX
 * become one closed wave, all or nothing.
 */
export async function importAnswers(call: CommandCall): Promise<ExitStatus> {
  const { world, settings } = call;
  const tables = await readTables(call);
  return await withDatabase(settings, world, (database) =>
    asOwner(
      database,
      async (tx) => await importInto(call, tx, { tables, campaign: await campaignOf(call, tx) }),
    ),
  );
}

async function readTables({ world, arguments: given }: CommandCall): Promise<ImportTable[]> {
  const tables: ImportTable[] = [];
  for (const name of given.words) {
    const content = await readFile(resolve(world.folder, name)).catch(() => {
      throw new CommandRefused('import.file-missing', { file: name });
    });
    tables.push(...(await readTableFile(basename(name), content)));
  }
  return tables;
}

async function campaignOf(call: CommandCall, tx: Tx): Promise<ImportableCampaign> {
  const { text, settings, arguments: given } = call;
  const campaigns = await listImportableCampaigns(tx);
  const wanted = given.values.get('campaign');
  const campaign = campaigns.find(({ id }) => id === wanted);
  if (campaign) return campaign;
  const known = campaigns.map(
    ({ id, settings: { title } }) => `\n  ${id}  ${title[settings.language]}`,
  );
  const list = known.length > 0 ? known.join('') : `\n  ${text('import.no-campaigns')}`;
  throw new CommandRefused('import.campaign-unknown', { list }, EXIT.misused);
}

async function importInto(
  call: CommandCall,
  tx: Tx,
  { tables, campaign }: { tables: readonly ImportTable[]; campaign: ImportableCampaign },
): Promise<ExitStatus> {
  const { world, text, arguments: given } = call;
  const isDryRun = given.flags.has('dry-run');
  const opensOn = dateOf(call, 'opens');
  const closesOn = dateOf(call, 'closes');
  if (opensOn > closesOn) throw new CommandRefused('import.dates-reversed', {}, EXIT.misused);
  const mapping = await mappingOf(call, tables, { campaign, closesOn });
  const read = readAnswers(
    { mapping, tables, forms: campaign.settings.forms, newId: world.newId },
    (done, total) => {
      if (done > 0 && done % TELL_EVERY === 0)
        world.complain(text('import.progress', { done, total }));
    },
  );
  tellFindings(call, read.result);
  if (read.kind === 'refused') {
    world.complain(text('import.refused', { count: read.result.errors }));
    return EXIT.failed;
  }
  if (isDryRun) {
    if (!given.flags.has('json')) world.print(text('import.ready', { count: read.rows.length }));
    return EXIT.done;
  }
  const target = { ...campaign, campaignId: campaign.id, opensOn, closesOn, uploadedBy: null };
  const waveId = await storeImportedWave(tx, target, { rows: read.rows, newId: world.newId });
  await insertAuditEntry(
    tx,
    { kind: 'system', job: 'command-line' },
    {
      action: 'runImport',
      effect: 'system',
      about: [campaign.id, waveId],
      facts: { answers: read.rows.length },
      programmeId: campaign.programmeId,
    },
  );
  world.print(
    given.flags.has('json')
      ? JSON.stringify({ waveId, answers: read.rows.length })
      : text('import.done', { count: read.rows.length, wave: waveId }),
  );
  return EXIT.done;
}

function dateOf({ arguments: given }: CommandCall, option: 'opens' | 'closes'): string {
  const written = given.values.get(option) ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || Number.isNaN(Date.parse(written))) {
    throw new CommandRefused('import.date-malformed', { option: `--${option}` }, EXIT.misused);
  }
  return written;
}

async function mappingOf(
  { world, arguments: given }: CommandCall,
  tables: readonly ImportTable[],
  { campaign, closesOn }: { campaign: ImportableCampaign; closesOn: string },
): Promise<ImportMapping> {
  const file = given.values.get('mapping');
  if (file === undefined) {
    const suggestion = suggestMapping(
      tables,
      [...compiledForms(campaign.settings.forms).values()],
      {
        known: [...csvColumns.women, ...csvColumns.children],
        receivedOn: closesOn,
      },
    );
    if (!suggestion) throw new CommandRefused('import.nothing-known');
    return suggestion;
  }
  try {
    const text = await readFile(resolve(world.folder, file), 'utf8');
    return z.parse(ImportMapping, JSON.parse(text));
  } catch {
    throw new CommandRefused('import.mapping-unreadable', { file });
  }
}

/** Errors to the error output; warnings too, after them. */
function tellFindings(
  { world, text, settings, arguments: given }: CommandCall,
  result: DryRun,
): void {
  if (given.flags.has('json')) {
    if (given.flags.has('dry-run') || !result.isReady) world.print(JSON.stringify(result));
    return;
  }
  for (const finding of result.findings) {
    world.complain(describeFinding(finding as ImportFinding, settings.language));
  }
  const hidden = result.errors + result.warnings - result.findings.length;
  if (hidden > 0) world.complain(text('import.more-findings', { count: hidden }));
}
