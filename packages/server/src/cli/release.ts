import { Id } from '@tirek/domain/contract';
import { RELEASE_FORMATS, type ReleaseFormat, type ReportRelease } from '@tirek/domain/reports';
import { formatDate } from '@tirek/domain/text';
import * as z from 'zod/mini';
import { insertAuditEntry } from '../db/audit-entries.ts';
import type { Tx } from '../db/database.ts';
import { asOwner } from '../db/owner-transaction.ts';
import { programmeDay } from '../programmes/index.ts';
import {
  findRelease,
  formsOf,
  frozenForBrief,
  inOnePiece,
  listReleases,
  makeDocument,
  programmeOfRelease,
  releaseFile,
  stampedReport,
} from '../reports/index.ts';
import { briefFormatOf, briefOfReport, kindOf } from './brief-of-report.ts';
import { CommandRefused } from './command-refused.ts';
import type { CommandCall } from './commands.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { handOver } from './hand-over.ts';
import { withDatabase } from './reach-database.ts';

/** `tirek release list`: every release and every report that waits to become one, newest first. */
export async function releaseList(call: CommandCall): Promise<ExitStatus> {
  const { world, text } = call;
  const releases = await reach(call, listReleases);
  if (releases.length === 0) world.print(text('release.none'));
  for (const release of releases) world.print(`${release.id}  ${headOf(release, call)}`);
  return EXIT.done;
}

/** `tirek release show ID`: who prepared it and why, who decided, from which answers. */
export async function releaseShow(call: CommandCall): Promise<ExitStatus> {
  const { world, text, settings } = call;
  const release = await reach(call, (tx) => requireRelease(tx, call));
  const { preparedByName, preparedAt, reason, decision, withdrawal } = release;
  const day = (instant: string) => formatDate(programmeDay(instant), settings.language, 'medium');
  const lines = [
    headOf(release, call),
    text('release.prepared', { name: preparedByName, date: day(preparedAt), reason }),
    ...(decision
      ? [
          text(`release.${decision.kind}By`, {
            name: decision.decidedByName,
            date: day(decision.decidedAt),
            reason: decision.reason ?? '',
          }),
        ]
      : []),
    ...(withdrawal
      ? [text('release.withdrawnOn', { date: day(withdrawal.at), reason: withdrawal.reason })]
      : []),
    text('release.answers', { count: release.responses }),
    text('release.snapshot', { snapshot: release.snapshot, version: release.programVersion }),
  ];
  for (const line of lines) world.print(line);
  return EXIT.done;
}

/**
 * `tirek release file ID [--kind report|brief|region-sheet] [--place CODE] [--format F] [--output FILE]`: the frozen report, or a
 * short paper from its tables, in the language of `--lang`, never made anew from answers. What nobody has approved is no
 * release and is not given out.
 */
export async function releaseFileOf(call: CommandCall): Promise<ExitStatus> {
  const { settings, arguments: given } = call;
  const kind = kindOf(given.values.get('kind') ?? 'report');
  const written = given.values.get('format') ?? 'html';
  const format = kind === 'report' ? formatOf(written) : briefFormatOf(written);
  const file = await reach(call, async (tx) => {
    const release = await requireRelease(tx, call);
    const { decision } = release;
    if (decision?.kind !== 'approved') throw new CommandRefused('release.not-approved');
    const { language } = settings;
    await insertAuditEntry(
      tx,
      { kind: 'system', job: 'command-line' },
      {
        action: kind === 'report' ? 'getReleaseFile' : 'getReleaseBriefFile',
        effect: 'system',
        about: [release.id],
        facts: { language, format, ...(kind !== 'report' && { kind }) },
        programmeId: await programmeOfRelease(tx, release.id),
      },
    );
    if (kind === 'report') {
      const report = await stampedReport(tx, release, language);
      return releaseFile(report, {
        format: formatOf(written),
        releasedAt: decision.decidedAt,
        origin: release,
      }).pieces;
    }
    const { report, receipt } = await frozenForBrief(tx, release, language);
    const place = given.values.get('place');
    const brief = briefOfReport(report, { forms: formsOf(report), kind, place, receipt });
    return inOnePiece(() => makeDocument({ brief, format: briefFormatOf(written) }));
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of file) pieces.push(piece);
  return await handOver(call, Buffer.concat(pieces));
}

const reach = <T>({ settings, world }: CommandCall, work: (tx: Tx) => Promise<T>): Promise<T> =>
  withDatabase(settings, world, (database) => asOwner(database, work));

async function requireRelease(tx: Tx, { arguments: given }: CommandCall): Promise<ReportRelease> {
  const written = given.words[0] ?? '';
  const found = z.safeParse(Id, written).success ? await findRelease(tx, written) : null;
  if (!found) throw new CommandRefused('release.unknown', { release: written });
  return found;
}

function formatOf(written: string): ReleaseFormat {
  const format = RELEASE_FORMATS.find((each) => each === written);
  if (!format) throw new CommandRefused('release.format-unknown', { written }, EXIT.misused);
  return format;
}

/** What it is, in one line. */
function headOf(release: ReportRelease, { settings, text }: CommandCall): string {
  const { decision, withdrawal, audience, waveTitle } = release;
  const number = decision?.number;
  const state = withdrawal ? 'withdrawn' : (decision?.kind ?? 'waiting');
  return [
    ...(number ? [text('release.number', { number })] : []),
    waveTitle[settings.language],
    text(`release.audience.${audience}`),
    text(`release.state.${state}`),
  ].join(', ');
}
