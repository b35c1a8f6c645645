import { Problem } from '@tirek/domain/problem';
import {
  REPORT_AUDIENCES,
  REPORT_FORMATS,
  type Report,
  type ReportAudience,
  type ReportFormat,
  type WaveFacts,
} from '@tirek/domain/reports';
import { formatDate } from '@tirek/domain/text';
import { insertAuditEntry } from '../db/audit-entries.ts';
import type { Tx } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import {
  briefReceipt,
  countAsOwner,
  formsOf,
  listReportableWaves,
  loadWaveFacts,
  makeDocument,
  reportFor,
} from '../reports/index.ts';
import { VERSION } from '../version.ts';
import { briefFormatOf, briefOfReport, kindOf, type ReportKind } from './brief-of-report.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { handOver } from './hand-over.ts';
import { withDatabase } from './reach-database.ts';

/**
 * `tirek report --wave ID [--kind report|brief|region-sheet] [--place CODE] [--format html|json|pdf|docx|xlsx|csv]
 * [--audience internal|network|public] [--output FILE]`: the report of a closed wave, or a short paper from it, as an audience
 * would be told it, exact unless another is named, in the language of `--lang`; without `--wave` it lists the closed waves. `csv`
 * is an archive with a file for each table.
 */
export async function report(call: CommandCall): Promise<ExitStatus> {
  const { world, settings, arguments: given } = call;
  const kind = kindOf(given.values.get('kind') ?? 'report');
  const written = given.values.get('format') ?? 'html';
  const format = kind === 'report' ? formatOf(written) : briefFormatOf(written);
  const audience = audienceOf(given.values.get('audience') ?? 'internal');
  const wave = given.values.get('wave');
  const found = await withDatabase(settings, world, (database) =>
    asOwner(database, async (tx) =>
      wave
        ? await makeReport(call, tx, { wave, kind, format, audience })
        : await listWaves(call, tx),
    ),
  );
  if (typeof found === 'string') {
    world.print(found);
    return EXIT.done;
  }
  return await handOver(call, await writeMade(call, found, { kind, written }));
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

/** A report with the facts that it was made from. */
type Made = { readonly report: Report; readonly facts: WaveFacts };

/** The file that was asked for, out of the report. */
async function writeMade(
  { world, arguments: given }: CommandCall,
  { report: made, facts }: Made,
  { kind, written }: { kind: ReportKind; written: string },
): Promise<Uint8Array> {
  if (kind === 'report') {
    return await makeDocument({ report: made, format: formatOf(written), version: VERSION });
  }
  const { audience } = made;
  const receipt = briefReceipt(facts, { audience, now: world.clock().toISOString() });
  const place = given.values.get('place');
  const brief = briefOfReport(made, { forms: formsOf(facts), kind, place, receipt });
  return await makeDocument({ brief, format: briefFormatOf(written) });
}

async function makeReport(
  { settings }: CommandCall,
  tx: Tx,
  {
    wave,
    kind,
    format,
    audience,
  }: { wave: string; kind: ReportKind; format: ReportFormat; audience: ReportAudience },
): Promise<Made> {
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
      facts: { answers: facts.responses.length, language, format, audience, kind },
      programmeId: found.programmeId,
    },
  );
  try {
    return { report: reportFor(facts, { language, audience }), facts };
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
