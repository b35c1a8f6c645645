import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Problem } from '@tirek/domain/problem';
import {
  REPORT_AUDIENCES,
  REPORT_FORMATS,
  type Report,
  type ReportAudience,
  type ReportFormat,
} from '@tirek/domain/reports';
import { formatDate } from '@tirek/domain/text';
import { insertAuditEntry } from '../db/audit-entries.ts';
import type { Tx } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import {
  countAsOwner,
  listReportableWaves,
  loadWaveFacts,
  makeDocument,
  reportFor,
} from '../reports/index.ts';
import { VERSION } from '../version.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { withDatabase } from './reach-database.ts';

/**
 * `tirek report --wave ID [--format html|json|pdf|docx|xlsx|csv] [--audience internal|network|public]
 * [--output FILE]`: the report of a closed wave as an audience would be told it, exact unless another is named, in the language
 * of `--lang`; without `--wave` it lists the closed waves. `csv` is an archive with a file for each table.
 */
export async function report(call: CommandCall): Promise<ExitStatus> {
  const { world, settings, text, arguments: given } = call;
  const format = formatOf(given.values.get('format') ?? 'html');
  const audience = audienceOf(given.values.get('audience') ?? 'internal');
  const wave = given.values.get('wave');
  const output = given.values.get('output');
  const found = await withDatabase(settings, world, (database) =>
    asOwner(database, async (tx) =>
      wave ? await makeReport(call, tx, { wave, format, audience }) : await listWaves(call, tx),
    ),
  );
  if (typeof found === 'string') {
    world.print(found);
    return EXIT.done;
  }
  const made = await makeDocument({ report: found, format, version: VERSION });
  if (output === undefined) {
    world.printBytes(made);
    return EXIT.done;
  }
  const file = resolve(world.folder, output);
  await writeFile(file, made, { mode: 0o600 });
  world.complain(text('report.written', { file }));
  return EXIT.done;
}

function formatOf(written: string): ReportFormat {
  const format = REPORT_FORMATS.find((each) => each === written);
  if (!format) throw new CommandRefused('report.format-unknown', { written }, EXIT.misused);
  return format;
}

function audienceOf(written: string): ReportAudience {
  const audience = REPORT_AUDIENCES.find((each) => each === written);
  if (!audience) throw new CommandRefused('report.audience-unknown', { written }, EXIT.misused);
  return audience;
}

async function makeReport(
  { settings }: CommandCall,
  tx: Tx,
  { wave, format, audience }: { wave: string; format: ReportFormat; audience: ReportAudience },
): Promise<Report> {
  const { language } = settings;
  const waves = await listReportableWaves(tx);
  const found = waves.find(({ id }) => id === wave);
  if (!found) throw new CommandRefused('report.wave-unknown', { wave });
  const facts = await loadWaveFacts(tx, wave, countAsOwner).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'answers-on-their-way') {
      throw new CommandRefused('report.answers-on-their-way');
    }
    if (error instanceof Problem) throw new CommandRefused('report.wave-unknown', { wave });
    throw error;
  });
  await insertAuditEntry(
    tx,
    { kind: 'system', job: 'command-line' },
    {
      action: 'getWaveReport',
      effect: 'system',
      about: [wave],
      facts: { answers: facts.responses.length, language, format, audience },
      programmeId: found.programmeId,
    },
  );
  try {
    return reportFor(facts, { language, audience });
  } catch (error) {
    if (error instanceof Problem && error.code === 'report-too-small') {
      throw new CommandRefused('report.too-small');
    }
    throw error;
  }
}

async function listWaves({ settings, text }: CommandCall, tx: Tx): Promise<string> {
  const { language } = settings;
  const waves = await listReportableWaves(tx);
  if (waves.length === 0) return text('report.no-waves');
  return [
    text('report.waves'),
    ...waves.map(
      (wave) =>
        `  ${wave.id}  ${wave.title[language]}, ${text('report.wave', {
          number: wave.number,
          from: formatDate(wave.opensOn, language, 'medium'),
          to: formatDate(wave.closesOn, language, 'medium'),
          count: wave.answers,
        })}`,
    ),
  ].join('\n');
}
